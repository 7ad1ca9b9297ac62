import { describe, expect, it } from 'vitest';
import { canBeBorne, type FaultKind } from '#journal/fault/kinds.ts';
import { renderDocument } from '../../src/render/render.ts';
import { renderMdx } from './mdx.ts';
import { article, context, render } from './sample.ts';

/** What readers see where a fault that can be borne stands. */
const table: readonly (readonly [FaultKind, body: string, html: string])[] = [
  [
    'missing-alt',
    '![](photo.jpg)',
    '<p><img data-journal-image="articles/photo.jpg" alt="" /></p>',
  ],
  [
    'missing-alt',
    '<img src="photo.jpg">',
    '<img data-journal-image="articles/photo.jpg" alt="" />',
  ],
  ['missing-alt', '<img src="/favicon.svg">', '<img src="/favicon.svg" alt="">'],
  [
    'missing-alt',
    '<img src="data:image/gif;base64,R0lG">',
    '<img src="data:image/gif;base64,R0lG" alt="">',
  ],
  [
    'missing-picture',
    'a ![A & b](x.jpg) c',
    '<p>a <span class="missing-picture">A &amp; b</span> c</p>',
  ],
  ['missing-picture', 'a ![ ](x.jpg) c', '<p>a  c</p>'],
  [
    'missing-picture',
    'a ![A][r] c\n\n[r]: x.jpg',
    '<p>a <span class="missing-picture">A</span> c</p>',
  ],
  [
    'missing-picture',
    '<img src="x.jpg" alt="A" srcset="photo.jpg 2x">',
    '<span class="missing-picture">A</span>',
  ],
  [
    'missing-picture',
    '<video poster="x.jpg" src="clip.mp4"></video>',
    '<video src="journal-file:articles/clip.mp4"></video>',
  ],
  [
    'missing-picture',
    '<img src="photo.jpg" alt="A" srcset="x.jpg 2x, photo.jpg 3x">',
    '<img src="journal-file:articles/photo.jpg" alt="A" srcset="journal-file:articles/photo.jpg 3x">',
  ],
  ['missing-file', '<audio controls src="x.ogg">words</audio>', '<audio controls>words</audio>'],
  ['dead-file-link', 'a [*b*](nope.md) c', '<p>a <em>b</em> c</p>'],
  ['dead-file-link', 'a [b][r] c [d]\n\n[r]: nope.md\n[d]: nope.md', '<p>a b c d</p>'],
  ['dead-file-link', '<a href="nope.md" title="T">b</a>', '<p><a title="T">b</a></p>'],
  ['bad-address', 'a [b](javascript:x) c', '<p>a b c</p>'],
  [
    'forbidden-attribute',
    '<p><a href="javascript:x" href="vbscript:x">b</a></p>',
    '<p><a>b</a></p>',
  ],
  [
    'forbidden-attribute',
    '<iframe src="javascript:x" title="T"></iframe>',
    '<p><span class="frame-link">T ()</span></p>',
  ],
  [
    'remote-media',
    '<video controls src="https://a.example/b.mp4">words</video>',
    '<video controls>words</video>',
  ],
  [
    'remote-media',
    '<video poster="//a.example/b.jpg" src="clip.mp4"></video>',
    '<video src="journal-file:articles/clip.mp4"></video>',
  ],
  [
    'remote-media',
    '<img src="photo.jpg" alt="A" srcset="https://a.example/b.jpg 2x">',
    '<img data-journal-image="articles/photo.jpg" alt="A" />',
  ],
  ['inline-style', 'a <b style="color: red">b</b>', '<p>a <b>b</b></p>'],
  ['inline-style', '<P STYLE="a" Class=x style="b">b</P>', '<P class="x">b</P>'],
  [
    'inline-style',
    '<img src="photo.jpg" alt="A" style="float: left" class="x">',
    '<img data-journal-image="articles/photo.jpg" alt="A" class="x" />',
  ],
  [
    'inline-style',
    '<svg viewBox="0 0 1 1"><path d="M0 0" style="fill: red"/></svg>',
    '<svg viewBox="0 0 1 1"><path d="M0 0" /></svg>',
  ],
  ['forbidden-html', '<script>alert(1)</script>\n\nb', '<p>b</p>'],
  ['forbidden-html', 'a <script>*x* < 1</script>b', '<p>a b</p>'],
  ['forbidden-html', '<style>b { color: red }</style>\n\nb', '<p>b</p>'],
  ['forbidden-html', '<applet code="x">words</applet>', '<p>words</p>'],
  ['forbidden-html', '<link rel="stylesheet" href="https://a.example/b.css"><p>b</p>', '<p>b</p>'],
  [
    'forbidden-html',
    'a <b>![A](photo.jpg)<meta name="x"></b>',
    '<p>a <b><img data-journal-image="articles/photo.jpg" alt="A"></b></p>',
  ],
  ['forbidden-attribute', '<p onclick="x()" id="i">b</p>', '<p id="i">b</p>'],
  [
    'forbidden-attribute',
    '<form action="https://a.example/"><input></form>',
    '<form><input></form>',
  ],
  [
    'forbidden-attribute',
    '<a href="/about/" ping="https://a.example/">b</a>',
    '<p><a href="/about/">b</a></p>',
  ],
  ['double-id', '<p id="x">a</p>\n<p id="x">b</p>', '<p id="x">a</p>\n<p>b</p>'],
  ['double-id', '<a name="x"></a> a <a name="x">b</a>', '<p><a name="x"></a> a <a>b</a></p>'],
  ['double-id', '## A {#x}\n\n## B {#x}', '<h2 id="x">A</h2>\n<h2>B</h2>'],
  ['undefined-footnote', 'a[^x]', '<p>a[^x]</p>'],
  ['unknown-callout', '> [!NOPE]\n> b', '<blockquote>\n<p>[!NOPE]\nb</p>\n</blockquote>'],
  ['mathematics', 'a $$\\frac{$$ b', '<p>a <code>\\frac{</code> b</p>'],
  ['quote-language', '> b\n>\n> -- Ana {lang=nonsense-}', '<figure'],
  [
    'line-marks',
    '```js {9}\na\n```',
    '<pre class="language-js" data-language="js"><code>a\n</code></pre>',
  ],
  ['mark-in-link', 'a [b[^1]](/about/)\n\n[^1]: n', '<p>a [b'],
  ['marked-name', 'a [[b *c*]]', '<p>a [[b <em>c</em>]]</p>'],
];

describe('where a fault can be borne, readers see something sane', () => {
  it.each(table)('%s: %s', (kind, body, html) => {
    const { html: shown, facts } = render(`${body}\n`);
    expect(facts.faults.map((fault) => fault.kind)).toContain(kind);
    expect(facts.faults.filter((fault) => !fault.warning && !canBeBorne(fault.kind))).toEqual([]);
    expect(shown.trim()).toContain(html);
  });
});

describe('the same in MDX', () => {
  it.each([
    ['missing-alt', '<img src="/favicon.svg"/>', '<img src="/favicon.svg" alt=""></img>'],
    ['missing-picture', 'a ![A](x.jpg) c', '<p>a <span class="missing-picture">A</span> c</p>'],
    ['dead-file-link', 'a [b](nope.md) c', '<p>a b c</p>'],
    ['inline-style', '<p style="color: red">b</p>', '<p>b</p>'],
    ['forbidden-html', 'a\n\n<script>{`x`}</script>\n\nb', '<p>a</p>\n\n<p>b</p>'],
    ['forbidden-attribute', '<p onclick="x()" id="i">b</p>', '<p id="i">b</p>'],
    ['remote-media', '<video src="https://a.example/b.mp4">b</video>', '<video>b</video>'],
    ['double-id', '<p id="x">a</p>\n\n<p id="x">b</p>', '<p id="x">a</p>\n<p>b</p>'],
  ] as const)('%s: %s', (kind, body, html) => {
    const { facts } = renderDocument(article(`${body}\n`, 'articles/sample.mdx'), context);
    expect(facts.faults.map((fault) => fault.kind)).toContain(kind);
    expect(renderMdx(`${body}\n`).trim()).toBe(html);
  });
});
