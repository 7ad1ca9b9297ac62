import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../src/import/html/convert.ts';
import { mended } from '../../../src/import/html/tree/mended.ts';
import { Notes } from '../../../src/import/item/notes.ts';
import { imported } from '../imported.ts';

/** HTML as it is found in exports, the Markdown that keeps all words of it, and what is told. */
const cases: readonly (readonly [html: string, markdown: string, told: string])[] = [
  [
    'One <!-- never closed. <p>Two.</p> Three.',
    'One never closed.\n\nTwo.\n\nThree.',
    'comment of HTML that is never closed',
  ],
  [
    'One <!-- a --> two <!-- b <!-- c --> three',
    'One two b three',
    'comment of HTML that is never closed',
  ],
  [
    '<p>One</p><script>two() <p>Three</p>',
    'One\n\ntwo()\n\nThree',
    '<script> that is never closed',
  ],
  [
    '<p>One</p><noscript>Two <p>Three</p>',
    'One\n\nTwo\n\nThree',
    '<noscript> that is never closed',
  ],
  ['<p>One</p><form>Two <p>Three</p>', 'One\n\nTwo\n\nThree', '<form> that is never closed'],
  [
    '<p>One</p><select><option>Two<p>Three</p>',
    'One\n\nTwo\n\nThree',
    '<select> that is never closed',
  ],
  ['<p>One</p><title>Two <p>Three</p>', 'One\n\nTwo\n\nThree', '<title> that is never closed'],
  [
    '<p>One</p><iframe src="https://a.example"><p>Two</p>',
    'One\n\n[a.example](https://a.example)\n\nTwo',
    '<iframe> that is never closed',
  ],
  [
    'Two <a href="x>three</a> four "five" six',
    'Two [three](x) four "five" six',
    'attribute that is never closed',
  ],
  [
    '<img src="a.png alt="Two"> three "four"',
    '![Two](a.png) three "four"',
    'attribute that is never closed',
  ],
  [
    '<img src="a.png" alt="Two> three</p><p>"four"',
    '![Two](a.png) three\n\n"four"',
    'attribute that is never closed',
  ],
  ['One <a href="/x" two</a> three', 'One [two](/x) three', 'tag that is never closed'],
  ['<p>One</p <p>Two</p>', 'One\n\nTwo', 'tag that is never closed'],
  ['a <b and c <d and <3 e', 'a \\<b and c \\<d and \\<3 e', 'sign <'],
  [
    'Write to <ana@a.example> or <https://a.example/b>.',
    'Write to \\<ana\\@a.example> or \\<https\\://a.example/b>.',
    'sign <',
  ],
  [
    '<pre>#include <stdio.h>\nvector<int> v;</pre>',
    '```\n#include <stdio.h>\nvector<int> v;\n```',
    'sign <',
  ],
  // Browsers do not see the slash, and take what follows for a part of the element.
  ['<script src="x" />One <script>two</script>', 'One', 'script'],
  [
    '<iframe src="https://a.example"/>One',
    '[a.example](https://a.example)\n\nOne',
    'embedded frame',
  ],
  ['<video src="a.mp4"/>One', '[Video](a.mp4)\n\nOne', ''],
  ['<script src="x"/></script>One', 'One', 'script'],
  ['<textarea/>One <noscript/>two', 'One two', 'form'],
  ['One <![CDATA[two]]> three', 'One two three', 'CDATA section'],
  ['One <?php echo 2 > 1 ?> three', 'One three', 'program (PHP)'],
  ['One <?php never closed', 'One \\<?php never closed', ''],
  [
    'One <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>',
    'One $$x^2$$',
    'formula (TeX)',
  ],
  ['One <math><mi>x</mi><mo>=</mo><mn>2</mn></math>', 'One `x=2`', 'formula (MathML)'],
  ['<template><p>One</p></template>Two', 'One\n\nTwo', ''],
  ['<dialog><p>One</p></dialog>Two', 'One\n\nTwo', ''],
  [
    '<table><caption>One</caption><tr><td>Two</td></tr></table>',
    'One\n\n|     |\n| --- |\n| Two |',
    '',
  ],
  [`<form>${'Word '.repeat(80)}</form>`, 'Word '.repeat(80).trim(), '<form> around a text'],
];

it.each(cases)('%j keeps its words', (html, markdown, told) => {
  const notes = new Notes();
  expect(htmlToMarkdown(html, notes).trim()).toBe(markdown);
  expect(notes.all.map(({ what }) => what)).toEqual(
    told === '' ? [] : expect.arrayContaining([told]),
  );
});

it.each([
  '<p class="a" title="b > c">One <br/><img alt="x < y" src="a.png" /></p>',
  '<!-- wp:paragraph {"a":"b"} --><p>One</p><!-- /wp:paragraph -->',
  '<div data-attrs="{&quot;a&quot;:&quot;<b>&quot;}">One</div><o:p></o:p><my-box>Two</my-box>',
  '<!--[if !mso]><!--><p>One</p><!--<![endif]--><!--[if !mso]><!-- -->Two<!-- <![endif]-->',
  '<p>One<o:p/></p>',
  `<a href="javascript:document.write('<b>x</b>')">One</a> two "three"`,
  `<img src="data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'/>" alt="One">`,
  `<div style="background: url('data:image/svg+xml;utf8,<svg/>')">One</div>`,
  '<!DOCTYPE html><!--[if IE]><p>Old</p><![endif]-->One<script>if (a < b) "<p>"</script>',
  '<svg><path d="M0 0"/></svg><video src="a.mp4"></video><details><summary>S</summary>T</details>',
])('nothing is told of %j, which is whole', (html) => {
  const notes = new Notes();
  htmlToMarkdown(html, notes);
  expect(notes.all.map(({ what }) => what).filter((what) => /never|sign|CDATA/.test(what))).toEqual(
    [],
  );
});

it('what stands in the place of a tag of another program comes along', () => {
  const html =
    '<p>One <!-- {% include a.html %} --> two.</p><p><!-- {{ page.b }} --></p><!-- c --><p>Three</p>';
  expect(htmlToMarkdown(html, new Notes())).toBe(
    'One <!-- {% include a.html %} -->two.\n\n<!-- {{ page.b }} -->\n\nThree',
  );
});

it('a text of many signs takes no longer than its length', () => {
  const start = performance.now();
  for (const sign of ['<video/>', '<!--', '<a href="', '<b ', '</', '<script>', '<', '<?php'])
    mended(sign.repeat(20_000), new Notes());
  expect(performance.now() - start).toBeLessThan(20_000);
});

const unclosed = '<p>One.</p><!-- note to myself <p>Two.</p><a href="x>three</a> "four"';

describe.each([
  [
    'WordPress',
    {
      'a.xml': `<rss xmlns:wp="https://wordpress.org/export/1.2/"><channel><title>A</title><item><title>A</title><content:encoded><![CDATA[${unclosed}]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_name>a</wp:post_name><wp:status>publish</wp:status></item></channel></rss>`,
    },
  ],
  [
    'Blogger',
    {
      'a.xml': `<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-7</id><entry><id>tag:blogger.com,1999:blog-7.post-1</id><category term='http://schemas.google.com/blogger/2008/kind#post'/><title>A</title><content>${unclosed.replaceAll('<', '&lt;')}</content></entry></feed>`,
    },
  ],
  [
    'Ghost',
    {
      'a.json': JSON.stringify({
        db: [
          {
            data: {
              posts: [{ id: '1', slug: 'a', title: 'A', html: unclosed, status: 'published' }],
            },
          },
        ],
      }),
    },
  ],
  [
    'Medium',
    {
      'posts/2016-03-04_A-0123456789ab.html': `<article><h1 class="p-name">A</h1><section data-field="body"><h3 class="graf">A</h3>${unclosed}</section><footer><time class="dt-published" datetime="2016-03-04T07:08:09Z"></time></footer></article>`,
    },
  ],
  [
    'Substack',
    {
      'posts.csv':
        'post_id,post_date,is_published,type,audience,title\n1.a,2021-02-03T04:05:06.000Z,true,newsletter,everyone,A\n',
      'posts/1.a.html': unclosed,
    },
  ],
  ['Jekyll', { '_posts/2010-05-05-a.html': `---\ntitle: A\n---\n${unclosed}` }],
] as const)('an export of %s', (_, files) => {
  it('loses no text behind what is never closed, and tells', async () => {
    const { files: written, report } = await imported(files as Readonly<Record<string, string>>);
    const [text = ''] = Object.entries(written).flatMap(([name, one]) =>
      name.endsWith('.md') ? [one] : [],
    );
    expect(text.slice(text.indexOf('One.'))).toMatch(
      /^One\.\n\nnote to myself\n\nTwo\.\n\n\[three\]\(x\) "four"\n/,
    );
    const told = report.lines.flatMap(({ notes }) => notes.map(({ what }) => what));
    expect(told).toEqual(
      expect.arrayContaining([
        'comment of HTML that is never closed',
        'attribute that is never closed',
      ]),
    );
  });
});
