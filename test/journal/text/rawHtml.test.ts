import { describe, expect, it } from 'vitest';
import { fillPlaceholders } from '../../../src/render/collect/placeholder.ts';
import { faults, render } from '../../render/sample.ts';

it.each([
  ['<img src="photo.jpg" alt="A">', '<img data-journal-image="articles/photo.jpg" alt="A" />'],
  [
    "<img alt='a > b' src='./photo.jpg'>",
    '<img data-journal-image="articles/photo.jpg" alt="a &gt; b" />',
  ],
  [
    '<IMG SRC=photo.jpg ALT="" title="T">',
    '<img data-journal-image="articles/photo.jpg" alt="" title="T" />',
  ],
  [
    "<img src='photo.jpg' alt='Caf&eacute;&nbsp;&#8220;a&#x201d; &amp;amp; &nope;' title='It&#39;s'>",
    '<img data-journal-image="articles/photo.jpg" alt="Café\u00a0“a” &amp;amp; &amp;nope;" title="It\'s" />',
  ],
  [
    '<img class="wide" src="photo.jpg" width=300 alt="A" loading="eager" hidden>',
    '<img data-journal-image="articles/photo.jpg" alt="A" class="wide" width="300" loading="eager" hidden />',
  ],
  [
    '<img src="photo.jpg" srcset="photo.jpg 1x, ../notes/x.png 2x" sizes="9em" alt="A">',
    '<img src="journal-file:articles/photo.jpg" srcset="journal-file:articles/photo.jpg 1x, journal-file:notes/x.png 2x" sizes="9em" alt="A">',
  ],
  [
    '<img src="https://b.example/x.png" alt="A">',
    '<a class="remote-image" href="https://b.example/x.png">A</a>',
  ],
  ['<img src="/favicon.svg" alt="A">', '<img src="/favicon.svg" alt="A">'],
  ['<img src="data:image/png;base64,AA" alt="A">', '<img src="data:image/png;base64,AA" alt="A">'],
  ['a <!-- <img src="nope.jpg"> --> b', '<p>a  b</p>'],
])('a picture in raw HTML goes the way of all pictures: %s', (source, html) => {
  const rendered = render(`<p>${source}</p>\n`);
  expect(rendered.facts.faults).toEqual([]);
  expect(rendered.html).toContain(html);
});

it.each([
  ['<a href=/about/ class=b>a</a>', '<a href="/about/" class=b>a</a>'],
  ['<a href=https://b.example/c>見</a>。**「重」**と', '<a href="https://b.example/c">見</a>。'],
  ['<img src=../notes/x.png alt=a/b> <br/>', '<img data-journal-image="notes/x.png" alt="a/b" />'],
  ['`<a href=/x/y>` \\<a href=/x/y>', '<code>&lt;a href=/x/y&gt;</code> &lt;a href=/x/y&gt;'],
])('a value without quotes may have a slash: %s', (source, html) => {
  const rendered = render(`${source}\n`);
  expect(rendered.facts.faults).toEqual([]);
  expect(rendered.html).toContain(`<p>${html}`);
});

describe('addresses in raw HTML are those that Markdown would have', () => {
  it.each([
    [
      '<a class="x" href="other.md#y" data-z>a</a>',
      '<a class="x" href="/2026/other/#y" data-z>a</a>',
    ],
    ["<a href='../pages/about.md'>a</a>", '<a href="/about/">a</a>'],
    ['<a href=photo.jpg>a</a>', '<a href="journal-file:articles/photo.jpg">a</a>'],
    [
      '<a href="a b.pdf" title="href=&quot;x&quot;">a</a>',
      '<a href="journal-file:articles/a%20b.pdf" title="href=&quot;x&quot;">a</a>',
    ],
    ['<a href="https://b.example/?a&amp;b">a</a>', '<a href="https://b.example/?a&amp;b">a</a>'],
    ['<a href="#x" id="x">a</a>', '<a href="#x" id="x">a</a>'],
    [
      '<video controls src="a b.pdf" poster="photo.jpg"></video>',
      '<video controls src="journal-file:articles/a%20b.pdf" poster="journal-file:articles/photo.jpg"></video>',
    ],
    [
      '<video><source src="a b.pdf" type="video/mp4"></video>',
      '<source src="journal-file:articles/a%20b.pdf" type="video/mp4">',
    ],
    [
      '<picture><source srcset="photo.jpg 480w,\n../notes/x.png 960w"></picture>',
      '<source srcset="journal-file:articles/photo.jpg 480w, journal-file:notes/x.png 960w">',
    ],
  ])('%s', (source, html) => {
    const { html: shown, facts } = render(`<div>${source}</div>\n`);
    expect(facts.faults).toEqual([]);
    expect(shown).toContain(html);
  });

  it('within a line as well, and in MDX', () => {
    const body =
      'a <a className="x" href="other.md">b</a> <img src="photo.jpg" alt="A" /> <video src="a%20b.pdf"></video>\n\n<a href="../pages/about.md">**c** [d](other.md) <img src="photo.jpg" alt="B" /></a>\n';
    expect(render(body).html).toContain('<a className="x" href="/2026/other/">b</a>');
    const { facts } = render(body, 'articles/sample.mdx');
    expect(facts).toMatchObject({
      faults: [],
      links: [{ path: '/2026/other/' }, { path: '/about/' }, { path: '/2026/other/' }],
      resolved: [
        ['articles/other.md', '/2026/other/'],
        ['pages/about.md', '/about/'],
      ],
      assets: [
        { file: 'articles/photo.jpg', as: 'image' },
        { file: 'articles/a b.pdf', as: 'file' },
      ],
    });
  });

  it('internal ones are checked like all others', () => {
    expect(render('<a href="/nowhere/#x">a</a>\n').facts.links).toEqual([
      { path: '/nowhere/', fragment: 'x', line: 6 },
    ]);
  });

  it('and are filled in', () => {
    const filled = fillPlaceholders(
      '<img data-journal-image="a.jpg" alt="A" class="x" hidden /> <img srcset="journal-file:a%2Fb%2Cc.jpg 1x, journal-file:d.jpg 2x">',
      {
        image: (file, alt, _, attributes) => `<img src="/${file}" alt="${alt}"${attributes}>`,
        file: (file) => `/_/${file}`,
      },
    );
    expect(filled).toBe(
      '<img src="/a.jpg" alt="A" class="x" hidden> <img srcset="/_/a/b,c.jpg 1x, /_/d.jpg 2x">',
    );
  });
});

it('what is missing, or does not work on a page, is told with its line, in MDX too', () => {
  const body =
    'a <a href="none.md">b</a>\n\n<p onclick="x()" style="color:red">\n\nc <video src="gone.mp4" poster="gone.jpg"></video>\n\n</p>\n\n<script src="x.js"></script>\n\n<a href="javascript:x()">d</a> <audio src="https://b.example/x.mp3"></audio>\n\n<picture><source srcset="https://b.example/x.webp 2x" /></picture>\n';
  const found = faults(body);
  expect(found).toMatchInlineSnapshot(`
    [
      "articles/sample.md:6: a link to none.md, which is no entry or page; expected a Markdown file of this journal (articles/none.md is none); correct the link",
      "articles/sample.md:8: onclick at <p>, and no script runs on these pages; expected HTML without scripts; remove it",
      "articles/sample.md:8: style at <p>, and browsers pass over it on these pages; expected HTML without inline styles; remove it, or say the same in Markdown",
      "articles/sample.md:10: the file gone.mp4 is missing; expected the file articles/gone.mp4; put the file there, or correct the name",
      "articles/sample.md:10: the picture gone.jpg is missing; expected the file articles/gone.jpg; put the file there, or correct the name",
      "articles/sample.md:14: a <script>, and no script runs on these pages; expected HTML without it; remove it",
      "articles/sample.md:16: href at <a> that begins with javascript:, and no script runs on these pages; expected an address; remove it",
      "articles/sample.md:16: https://b.example/x.mp3, which is on another host; expected a file beside the entry: pages load nothing from elsewhere; put the file there, or write a link",
      "articles/sample.md:18: https://b.example/x.webp, which is on another host; expected a file beside the entry: pages load nothing from elsewhere; put the file there, or write a link",
    ]
  `);
  expect(faults(body, 'articles/sample.mdx')).toEqual(
    found.map((fault) => fault.replace('sample.md', 'sample.mdx')),
  );
});

it('raw HTML with a missing picture, no alt text or an id used twice is told with its line', () => {
  const body =
    '## Part\n\n<div id="a">\n<img src="nope.jpg">\n</div>\n\n<p id="a">b</p>\n\n<p id="part">c</p>\n';
  expect(faults(body)).toMatchInlineSnapshot(`
    [
      "articles/sample.md:9: the picture nope.jpg has no alt text; expected words that say what it shows; write alt="what it shows", or alt="" if it only decorates",
      "articles/sample.md:9: the picture nope.jpg is missing; expected the file articles/nope.jpg; put the file there, or correct the name",
      "articles/sample.md:12: the id "a" is there already; expected ids that are used once; give it another id",
      "articles/sample.md:14: the id "part" is there already; expected ids that are used once; give it another id",
    ]
  `);
});
