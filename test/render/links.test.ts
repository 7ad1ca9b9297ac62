import { describe, expect, it, vi } from 'vitest';
import { renderInline } from '../../src/render/render.ts';
import { renderMdx } from './mdx.ts';
import { faults, render } from './sample.ts';

const hrefs = (body: string, file?: string) =>
  [...render(body, file).html.matchAll(/ href="([^"]*)"/g)].map((match) => match[1]);

describe('where a link leads', () => {
  it.each([
    ['[a](other.md)', '/2026/other/'],
    ['[a](./other.md#part)', '/2026/other/#part'],
    ['[a](../notes/größe.md)', '/notes/gr%C3%B6%C3%9Fe/'],
    ['[a](../notes/gr%C3%B6%C3%9Fe.md)', '/notes/gr%C3%B6%C3%9Fe/'],
    ['[a](../notes/gro\u0308ße.md)', '/notes/gr%C3%B6%C3%9Fe/'],
    ['[a](../notes/a/index.md)', '/notes/a/'],
    ['[a](../pages/about.md)', '/about/'],
    ['[a][r]\n\n[r]: other.md', '/2026/other/'],
    ['[a](/about/)', '/about/'],
    ['[a](/about/#who)', '/about/#who'],
    ['[a](https://sample.example/about/?q#who)', '/about/?q#who'],
    ['<https://sample.example/about/>', '/about/'],
    ['https://sample.example/about/', '/about/'],
    ['[a](a%20b.pdf)', 'journal-file:articles/a%20b.pdf'],
    ['[a](<a b.pdf>)', 'journal-file:articles/a%20b.pdf'],
    ['[a](below/)', '/2026/sample/below/'],
    ['[a](https://b.example/x?y#z)', 'https://b.example/x?y#z'],
    ['[a](https://sample.example.org/)', 'https://sample.example.org/'],
    ['[a](//b.example/)', '//b.example/'],
    ['[a](mailto:a@b.example)', 'mailto:a@b.example'],
    ['[a](tel:+351)', 'tel:+351'],
  ])('%j: %s', (body, address) => {
    expect(hrefs(`${body}\n`)).toEqual([address]);
    expect(faults(`${body}\n`)).toEqual([]);
  });

  it('is looked for from the folder of the file', () => {
    expect(hrefs('[a](../../articles/other.md) [b](../größe.md)\n', 'notes/b/index.md')).toEqual([
      '/2026/other/',
      '/notes/gr%C3%B6%C3%9Fe/',
    ]);
  });
});

const emptyLink =
  'a link without an address; expected an address between its round brackets; write where it leads, or the words alone';
const emptyHeading =
  'a heading without words; expected words in that line; write them, or remove it; write \\ in front of its signs if they are to be read';

it.each([
  ['[a]()', [emptyLink]],
  ['[a](<>)\n[b]( )', [emptyLink, emptyLink]],
  ['[a](#main)', []],
  ['[]: x', []],
  ['## \n\na', [emptyHeading]],
  ['a\n\n#', [emptyHeading]],
  ['## ![A](photo.jpg)', []],
  ['## [![A][p]](/about/)\n\n[p]: photo.jpg', []],
  ['## <a href="/about/"><img src="photo.jpg" alt="A" /></a>', []],
  ['## $x^2$', []],
  ['## {1}', []],
  ['## `#`', []],
  ['\\#', []],
])('in %j what says nothing is told: %j', (body, told) => {
  for (const file of ['articles/sample.md', 'articles/sample.mdx'])
    expect(faults(`${body}\n`, file).map((one) => one.replace(/^\S+ /, ''))).toEqual(told);
});

it.each([
  ['<https://b.example/x>', true],
  ['https://b.example/größe', true],
  ['www.b.example/x', true],
  ['[https://b.example/](https://b.example)', true],
  ['[b.example](<https://b.example/>)', true],
  ['[b.example/c\\_d](https://b.example/c_d)', true],
  ['[b](https://b.example/)', false],
  ['[*b*.example](https://b.example/)', false],
  ['<a@b.example>', false],
  ['<https://sample.example/about/>', false],
])('whether %s says where it leads: %s', (body, isBare) => {
  expect(render(`${body}\n`).html.includes(' data-bare')).toBe(isBare);
  if (!body.startsWith('<')) expect(renderMdx(`${body}\n`).includes(' data-bare')).toBe(isBare);
});

it.each([
  ['nope.md', 'articles/nope.md'],
  ['../articles/nope.mdx', 'articles/nope.mdx'],
  ['../../../../etc/nope.md', 'etc/nope.md'],
])('a link to %s, which no file is, is a fault', (url, file) => {
  expect(faults(`a\n\n[b](${url})\n`)).toEqual([
    `articles/sample.md:8: a link to ${url}, which is no entry or page; expected a Markdown file of this journal (${file} is none); correct the link`,
  ]);
});

it.each([
  ['[![a](https://b.example/x.png)](javascript:c)', '<span class="remote-image">a</span>'],
  [
    '[a ![b](photo.jpg) $$c$$](javascript:d "e")',
    'a <img data-journal-image="articles/photo.jpg" alt="b"',
  ],
  [
    '[![a](https://b.example/x.png)][r]\n\n[r]: javascript:c',
    '<span class="remote-image">a</span>',
  ],
  [
    '<a href="/about/">[![a](https://b.example/x.png)](/about/)</a>',
    '<a href="/about/"><span class="remote-image">a</span></a>',
  ],
])('of a link that no page may have, the words are what they are anywhere: %j', (body, html) => {
  const spy = vi.spyOn(console, 'warn');
  for (const shown of [
    render(`${body}\n`).html,
    renderMdx(`${body.startsWith('<') ? 'x ' : ''}${body}\n`),
  ]) {
    expect(shown).toContain(html);
    expect(shown).not.toMatch(/scrollback-|javascript|src="https/);
  }
  // The parser tells of what it loses.
  expect(spy).not.toHaveBeenCalled();
  spy.mockRestore();
});

it('a line of several pages leads to no such address', () => {
  const site = { url: 'https://sample.example', formerly: [] };
  expect(
    renderInline('[a *b*](javascript:c) [d][r] <data:e>\n\n[r]: javascript:f', site),
  ).not.toMatch(/javascript|"data:/);
});

it('the address behind longdesc is one of a link', () => {
  const { html, facts } = render(
    '<img src="photo.jpg" alt="x" longdesc="data:text/html,y"> <img src="/favicon.svg" alt="x" longdesc="/nope/">\n',
  );
  expect(html).not.toContain('data:text');
  expect(facts.faults.map(({ kind }) => kind)).toEqual(['bad-address']);
  expect(facts.links.map(({ path }) => path)).toContain('/nope/');
});

describe('headings', () => {
  it.each([
    ['have their words as id', '# Über Straße!\n', ['über-straße']],
    [
      'are numbered where they are equal',
      '# A\n\n# A\n\n# A-2\n\n# A\n',
      ['a', 'a-2', 'a-2-2', 'a-3'],
    ],
    ['without letters are sections', '# 🎉\n\n# 🎉\n', ['section', 'section-2']],
    ['leave the id of the page alone', '# Main\n', ['main-2']],
    ['leave out their footnote marks', '# A[^1]\n\n[^1]: b\n', ['a']],
    ['leave ids of HTML above alone', '<p id="a"></p>\n\n# A\n', ['a', 'a-2']],
  ])('%s', (_, body, anchors) => {
    const { html, facts } = render(body);
    expect(facts.anchors).toEqual(anchors);
    for (const anchor of anchors) expect(html).toContain(` id="${anchor}"`);
  });
});
