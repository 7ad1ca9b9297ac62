import { describe, expect, it } from 'vitest';
import { bodyInFeed, bodyInList } from '../../../src/render/output/rewrite.ts';
import { article, render } from '../sample.ts';

const inList = (body: string, ids: 'headings' | 'raw' = 'raw') =>
  bodyInList(render(body).html, article(body), ids);
const inFeed = (html: string) => bodyInFeed(html, 'https://sample.example/2026/sample/');

describe('a body in a list', () => {
  it('keeps the ids of its footnotes and loses all others, to which links lead on the entry’s own page', () => {
    expect(
      inList('## A\n\n[x](#a) <i id="r"></i><a name="s"></a>[y](#r) z[^1]\n\n[^1]: one\n'),
    ).toMatchInlineSnapshot(`
      "<h2>A</h2>
      <p><a href="/2026/sample/#a">x</a> <i></i><a></a><a href="/2026/sample/#r">y</a> z<sup><a href="#2026.sample.fn-1" id="2026.sample.fnref-1" data-footnote-ref="" aria-describedby="2026.sample.footnotes">1</a></sup></p>
      <section data-footnotes="" class="footnotes"><h2 class="sr-only" id="2026.sample.footnotes">Footnotes</h2>
      <ol>
      <li id="2026.sample.fn-1">
      <p>one <a href="#2026.sample.fnref-1" data-footnote-backref="" aria-label="Back to reference 1" class="data-footnote-backref">↩</a></p>
      </li>
      </ol>
      </section>
      "
    `);
  });
});

it('a body whose only ids are those of headings comes out the same on the short way', () => {
  const body =
    '# A *b*\n\n[x](#a-b) [y](/about/#z) z[^ü][^1]\n\n```html\n<h1 id="c"><a href="#d">\n```\n\n[^1]: one\n\n[^ü]: two\n';
  expect(inList(body, 'headings')).toContain('<h2>A <em>b</em></h2>');
  expect(inFeed(inList(body, 'headings'))).toBe(inFeed(inList(body, 'raw')));
});

it.each(['<a class="x" data-y title=\'"\' href = "#a">b</a>', '<p><a\n HREF="#a">b</a></p>'])(
  'a link of raw HTML leads to the entry’s own page on the short way too: %s',
  (link) => {
    const body = `# A\n\n${link}\n`;
    expect(render(body).facts.ownIds).toBe('headings');
    expect(inFeed(inList(body, 'headings'))).toBe(inFeed(inList(body, 'raw')));
    expect(inList(body, 'headings')).toContain('"/2026/sample/#a"');
  },
);

it('a fragment that cannot be decoded leads to the entry’s own page too', () => {
  expect(inList('<a href="#100%">a</a>\n\n## B\n')).toContain('<a href="/2026/sample/#100%">a</a>');
});

describe('a body in a feed', () => {
  it.each([
    ['<a href="/a/">x</a>', '<a href="https://sample.example/a/">x</a>'],
    ['<a href="#a">x</a>', '<a href="https://sample.example/2026/sample/#a">x</a>'],
    ['<a href="b/?c">x</a>', '<a href="https://sample.example/2026/sample/b/?c">x</a>'],
    ['<a href="https://b.example/">x</a>', '<a href="https://b.example/">x</a>'],
    ['<a href="mailto:a@b.example">x</a>', '<a href="mailto:a@b.example">x</a>'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    [
      '<img src="/a.webp" srcset="/a.webp 480w, /b.webp 960w" alt="">',
      '<img src="https://sample.example/a.webp" srcset="https://sample.example/a.webp 480w, https://sample.example/b.webp 960w" alt="">',
    ],
    [
      '<video src="/a.mp4" poster="/a.jpg"></video>',
      '<video src="https://sample.example/a.mp4" poster="https://sample.example/a.jpg"></video>',
    ],
    [
      '<picture><source srcset="/a.avif 1x"></picture>',
      '<picture><source srcset="https://sample.example/a.avif 1x"></picture>',
    ],
    [
      '<blockquote cite="/a/">x</blockquote>',
      '<blockquote cite="https://sample.example/a/">x</blockquote>',
    ],
    ['<p style="color:red" onclick="a()">x</p>', '<p>x</p>'],
    ['a<script>b()</script><style>p{}</style><iframe src="/x"></iframe>c', 'ac'],
    ['a<!-- b -->c<!-- d -->', 'ac'],
    ['<script>a</script><script>b</script>', ''],
    ['<input type="checkbox" checked disabled> a', '<span>☑</span> a'],
    ['<input type="checkbox" disabled> a', '<span>☐</span> a'],
    ['<form action="/x"><button>a</button></form>', ''],
    ['<p>a <span hidden>b</span></p>', '<p>a </p>'],
    ['<form><label>a <input></label></form>', '<label>a </label>'],
    ['<button><a href="/a/">x</a></button>', '<a href="https://sample.example/a/">x</a>'],
    [
      '<object data="/a%20b.pdf?c"></object>',
      '<a href="https://sample.example/a%20b.pdf?c">a b.pdf</a>',
    ],
    ['<embed src="/a.pdf" title="T">', '<a href="https://sample.example/a.pdf">T</a>'],
    ['<object data="/a.pdf"><b>within</b></object>', '<b>within</b>'],
    ['<object data="javascript:a()"></object>', ''],
    ['<math><mi>x</mi><mo>+</mo></math>', '<code>x+</code>'],
  ])('%s becomes %s', (html, expected) => {
    expect(inFeed(html)).toBe(expected);
  });

  it('has its footnotes in the classes that readers know, with absolute addresses', () => {
    expect(inFeed(render('a[^1]\n\n[^1]: one\n').html)).toMatchInlineSnapshot(`
      "<p>a<sup><a href="https://sample.example/2026/sample/#2026.sample.fn-1" id="2026.sample.fnref-1" class="footnote">1</a></sup></p>
      <section class="footnotes"><hr>
      <ol>
      <li id="2026.sample.fn-1">
      <p>one <a href="https://sample.example/2026/sample/#2026.sample.fnref-1" aria-label="Back to reference 1" class="reversefootnote">↩</a></p>
      </li>
      </ol>
      </section>
      "
    `);
  });
});

it.each([
  ['a[^1][^2]', 'a1,2'],
  ['a[^1] [^2]', 'a1 2'],
  ['a[^1]b[^2]', 'a1b2'],
  ['a[^1]*[^2]*', 'a1,2'],
  ['a[^1][^2][^1]', 'a1,2,1'],
  ['10[^1] and x²[^2]', '10[1] and x²[2]'],
  ['a[^1]2 and b[^2]<sup>3</sup>', 'a[1]2 and b[2]3'],
  ['**10**[^1][^2]', '10[1][2]'],
  ['`x1`[^1]', 'x1[1]'],
  ['# 10\n\n[^1]b[^2]', '10\n1b2'],
  ['| 10 | [^1] |\n| - | - |\n\n[^2]', '101\n2'],
])('in a feed, the marks of %j read %j', (body, words) => {
  const feed = inFeed(render(`${body}\n\n[^1]: one\n[^2]: two\n`).html);
  const text = feed
    .split('<section')[0]
    ?.replace(/<[^>]*>/g, '')
    .trim();
  expect(text).toBe(words);
  expect(feed.match(/class="footnote"/g)?.length).toBe(body.match(/\[\^/g)?.length);
});

describe('ids that a body needs for itself', () => {
  const drawing =
    '<svg aria-labelledby="t" viewBox="0 0 9 9"><title id="t">A</title><defs><linearGradient id="g"></linearGradient><path id="p"></path></defs><rect fill="url(#g)"></rect><use href="#p"></use></svg>\n\n<b id="r">x</b> [r](#r) [t](#t)\n';

  it('stay in a list, as the entry’s own, and what names them leads there', () => {
    const html = inList(drawing);
    expect(html).toContain('aria-labelledby="2026.sample.t"');
    expect(html).toContain('<title id="2026.sample.t">');
    expect(html).toContain('id="2026.sample.g"');
    expect(html).toContain('fill="url(#2026.sample.g)"');
    expect(html).toContain('<use href="#2026.sample.p">');
    expect(html).toContain('<b>x</b> <a href="/2026/sample/#r">r</a>');
  });
});
