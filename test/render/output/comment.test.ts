import fc from 'fast-check';
import type { Element, Nodes, Root } from 'hast';
import { htmlToHast } from 'satteri';
import { describe, expect, it } from 'vitest';
import { commentHtml } from '../../../src/render/output/comment.ts';
import { anySign } from '../../anySign.ts';

const rel = 'rel="nofollow ugc noopener"';

describe('what chat writes is shown with its formatting', () => {
  it.each([
    ['Words.', '<p>Words.</p>'],
    ['One\n\nTwo\\\nthree', '<p>One</p>\n<p>Two<br>\nthree</p>'],
    [
      '**a** *b* ~~c~~ `d < e`',
      '<p><strong>a</strong> <em>b</em> <del>c</del> <code>d &lt; e</code></p>',
    ],
    ['```js\nlet a = "<b>";\n```', '<pre><code>let a = &quot;&lt;b&gt;&quot;;\n</code></pre>'],
    ['> a\n>\n> b', '<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['7. a\n\n8. b', '<ol start="7">\n<li><p>a</p></li>\n<li><p>b</p></li>\n</ol>'],
    ['- [ ] a\n- [x] b', '<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>'],
    [
      '[a](https://b.example/ä?c&d)',
      `<p><a href="https://b.example/%C3%A4?c&amp;d" ${rel}>a</a></p>`,
    ],
    ['<https://b.example/>', `<p><a href="https://b.example/" ${rel}>https://b.example/</a></p>`],
    ['www.b.example', `<p><a href="http://www.b.example/" ${rel}>www.b.example</a></p>`],
    ['<mailto:a@b.example>', `<p><a href="mailto:a@b.example" ${rel}>mailto:a@b.example</a></p>`],
    ['\\# a \\*b\\* &lt;c&gt; 1\\. d', '<p># a *b* &lt;c&gt; 1. d</p>'],
  ])('%j', (text, html) => expect(commentHtml(text)).toBe(html));
});

describe('anything else is words', () => {
  it.each([
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
    ['a <b onclick="x()">c</b>', '<p>a &lt;b onclick=&quot;x()&quot;&gt;c&lt;/b&gt;</p>'],
    ['<div>\na\n</div>', '<p>&lt;div&gt;<br>\na<br>\n&lt;/div&gt;</p>'],
    ['a <!-- b -->', '<p>a &lt;!-- b --&gt;</p>'],
    ['# a *b*', '<p><strong>a <em>b</em></strong></p>'],
    ['a\n\n---', '<p>a</p>\n<p>---</p>'],
    ['![a](https://b.example/c.png)', `<p><a href="https://b.example/c.png" ${rel}>a</a></p>`],
    ['![a](c.png)', '<p>a</p>'],
    [
      '[![](https://b.example/c.png)](https://d.example/)',
      `<p><a href="https://d.example/" ${rel}>https://b.example/c.png</a></p>`,
    ],
    ['[a](javascript:alert(1))', '<p>a</p>'],
    ['[a](&#106;avascript:alert(1))', '<p>a</p>'],
    ['<javascript:alert(1)>', '<p>javascript:alert(1)</p>'],
    ['[a](data:text/html,b)', '<p>a</p>'],
    ['[a](/archive/) [b](#c) [d](//e.example)', '<p>a b d</p>'],
    [
      '[\u200b](https://b.example/)',
      `<p><a href="https://b.example/" ${rel}>https://b.example/</a></p>`,
    ],
    ['[](javascript:a)', '<p>javascript:a</p>'],
    [
      '[a]\n\n[a]: https://b.example/ "c"',
      '<p>[a]</p>\n<p>[a]: https://b.example/ &quot;c&quot;</p>',
    ],
    ['a[^1]\n\n[^1]: b', '<p>a[^1]</p>\n<p>[^1]: b</p>'],
    ['| a |\n|---|\n| b |', '<p>| a |<br>\n|---|<br>\n| b |</p>'],
    ['[[a]] $b$ :c[d] ==e==', '<p>[[a]] $b$ :c[d] ==e==</p>'],
    ['> [!NOTE]\n> a', '<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>'],
    ['---\ntitle: a\n---', '<p>---</p>\n<p><strong>title: a</strong></p>'],
  ])('%j', (text, html) => expect(commentHtml(text)).toBe(html));
});

const allowed: Readonly<Record<string, readonly string[]>> = {
  p: [],
  strong: [],
  em: [],
  del: [],
  code: [],
  pre: [],
  blockquote: [],
  ul: [],
  ol: ['start'],
  li: [],
  br: [],
  a: ['href', 'rel'],
};

/** What is in the HTML, as a browser would parse it, that no comment may have. */
function strange(html: string): string[] {
  const root = htmlToHast(html, { fragment: true }) as Root;
  return root.children.flatMap((node) => strangeIn(node, false));
}

function strangeIn(node: Nodes, inLink: boolean): string[] {
  if (node.type === 'text') return [];
  if (node.type !== 'element') return [node.type];
  const hidden = hiddenWords(node);
  if (hidden) return hidden.flatMap((child) => strangeIn(child, inLink));
  return [
    ...strangeElement(node, inLink),
    ...node.children.flatMap((child) => strangeIn(child, inLink || node.tagName === 'a')),
  ];
}

/** What a spoiler hides; undefined for any other element, and for one that is not as we make it. */
function hiddenWords(label: Element): Element['children'] | undefined {
  const [box, words, ...more] = label.children;
  if (box?.type !== 'element' || words?.type !== 'element' || more.length > 0) return undefined;
  const seen = [label, box, words].map(({ tagName, properties }) => [tagName, properties]);
  const isSpoiler =
    JSON.stringify(seen) ===
    JSON.stringify([
      ['label', { className: ['spoiler'] }],
      ['input', { type: 'checkbox', ariaLabel: 'Spoiler' }],
      ['span', { hidden: true }],
    ]);
  return isSpoiler ? words.children : undefined;
}

function strangeElement({ tagName, properties }: Element, inLink: boolean): string[] {
  const attributes = allowed[tagName];
  if (!attributes) return [`<${tagName}>`];
  const wrong = Object.keys(properties).filter((name) => !attributes.includes(name));
  if (tagName !== 'a') return wrong;
  const isWeb = /^(https?:\/\/|mailto:|tel:)/.test(String(properties['href']));
  const isMarked = [properties['rel']].flat().join(' ') === 'nofollow ugc noopener';
  return [
    ...wrong,
    ...(isWeb ? [] : [`a link to ${String(properties['href'])}`]),
    ...(isMarked ? [] : ['a link that vouches for its target']),
    ...(inLink ? ['a link in a link'] : []),
  ];
}

const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: anySign, maxLength: 6 }) },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...[
        '<script>',
        '</script>',
        '<img src=x onerror=alert(1)>',
        '<svg/onload=a()>',
        '</p>',
        '</li>',
      ],
      ...[
        '<a href="',
        '">',
        "'>",
        '-->',
        '<!--',
        '<![CDATA[',
        ']]>',
        '<?php',
        '?>',
        '&lt;',
        '&#60;',
      ],
      ...[
        'javascript:alert(1)',
        'java\nscript:',
        'data:text/html,<b>',
        'vbscript:a',
        'https://a.b/"c',
      ],
      ...['[', ']', '(', ')', '![', '](', '<', '>', ']: ', '[^1]', '[[', ']]', '$', '$$', '{', '}'],
      ...[
        '*',
        '**',
        '_',
        '~~',
        '`',
        '```',
        '```html\n',
        '~~~',
        '\\',
        '|',
        '|-|',
        ':::',
        ':a[',
        '==',
      ],
      ...[
        '\n',
        '\n\n',
        '\n    ',
        '\t',
        '\n> ',
        '\n- ',
        '\n1. ',
        '\n# ',
        '\n---\n',
        '\n===\n',
        '  \n',
      ],
      ...[
        '- [ ] ',
        '> [!NOTE]\n',
        '||',
        '{ #id .class }',
        '\u202e',
        '\u0000',
        '\u2028',
        'www.a.bc',
        'a@b.cd',
      ],
    ),
  },
);

it('whatever is typed brings no other element, attribute or address', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      expect(strange(commentHtml(parts.join('')))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

it('what is strange is found', () => {
  const html =
    '<p id="a">b<img src="c"></p><a href="/d" rel="nofollow">e</a><!-- f --><h2>g</h2><svg></svg>';
  expect(strange(html)).toEqual([
    'id',
    '<img>',
    'a link to /d',
    'a link that vouches for its target',
    'comment',
    '<h2>',
    '<svg>',
  ]);
});

it.each(['>', '- ', '1. ', '[', '![', '*a ', '**a _b ', '[a](', '`', '<a ', '*a* '])(
  'four thousand times %j is shown at once, and no deeper than a page can take',
  (part) => {
    const begin = process.cpuUsage();
    const html = commentHtml(`${part.repeat(4000)}b${' a*'.repeat(400)}`);
    // What the machine does besides is not counted.
    expect(process.cpuUsage(begin).user).toBeLessThan(500_000);
    expect(strange(html)).toEqual([]);
    const depths = [...html.matchAll(/<(\/?)(?:p|ul|ol|li|blockquote|strong|em)\b/g)].reduce(
      ({ now, most }, [, end]) => {
        const depth = now + (end === '/' ? -1 : 1);
        return { now: depth, most: Math.max(most, depth) };
      },
      { now: 0, most: 0 },
    );
    expect(depths.now).toBe(0);
    expect(depths.most).toBeLessThan(16);
  },
);
