import { describe, expect, it } from 'vitest';
import { faults, render } from '../sample.ts';

const note = '\n\n[ref]: /about/\n\n[^1]: Note.\n';
const mark = (line: number) =>
  `articles/sample.md:${line}: the footnote's mark [^1] in the words of a link or a picture; expected the mark behind it: a link leads to one place; write [words](…)[^1], or \\[ if it is none`;
const name = (words: string, line = 6) =>
  `articles/sample.md:${line}: [[${words}]], which has more than words in it; expected a name in plain words; write [[name|words]] and what belongs to them behind it, or \\[[ if it is none`;

describe("a footnote's mark in the words of a link is told with its line", () => {
  it.each([
    ['a link', '[a[^1]](/about/)', 6],
    ['a link over several lines', 'a\n[b\nc[^1]\nd](/about/)', 8],
    ['a link by reference', '[a [^1]][ref]', 6],
    ['a link that names itself', '[a[^1]][]', 6],
    ['a picture', '![a[^1]](photo.jpg)', 6],
    ['a picture that leads somewhere', '[![a[^1]](photo.jpg)](/about/)', 6],
    ['emphasis in a link', '[*a[^1]* b](/about/)', 6],
    ['a link in emphasis', '*[a[^1]](/about/)*', 6],
    ['a heading', '# [a[^1]](/about/)', 6],
    ['a cell', '| a |\n| - |\n| [b[^1]](/about/) |', 8],
    ['an item', '- a\n- [b[^1]](/about/)', 7],
    ['a quotation', '> a\n> [b[^1]](/about/)', 7],
    ['a caption', '![a](photo.jpg)\n[b[^1]](/about/)', 7],
    ['a link that is HTML', '<a href="/about/"><b>a</b>[^1]</a>', 6],
    ['a link that a block of HTML opens', '<div><a href="/about/">\n\na[^1]\n\n</a></div>', 8],
  ])('%s', (_, body, line) => {
    expect(faults(`${body}${note}`)).toEqual([mark(line)]);
  });

  it('in another note', () => {
    expect(faults('a[^b]\n\n[^b]: [c[^1]](/about/)\n[^1]: Note.\n')).toEqual([mark(8)]);
  });

  it('in MDX', () => {
    const inMdx = (body: string) => faults(`${body}\n\n[^1]: Note.\n`, 'articles/sample.mdx');
    const told = mark(6).replace('sample.md', 'sample.mdx');
    expect(inMdx('[a[^1]](/about/)')).toEqual([told]);
    expect(inMdx('<a href="/about/">a[^1]</a>')).toEqual([told]);
  });
});

it.each([
  ['behind a link', '[a](/about/)[^1]'],
  ['before one', 'a[^1] [b](/about/) [c][ref]'],
  ['between two', '[a](/about/)[^1][b](/about/)'],
  ['in brackets', '[a[^1]] (b) [c[^1]]: d'],
  ['in brackets that are escaped', '\\[a[^1]](b)'],
  ['beside code', '`[a`[^1]`](b)`'],
  ['behind a link that is HTML', '<a href="/about/">a</a>[^1]'],
  ['behind a block of HTML with a link', '<a href="/about/">\na\n</a>\n\nb[^1]'],
  ['behind a link in a comment', '<!-- <a href="/about/"> -->\n\nb[^1]'],
  ['behind an address', 'a@b.example[^1]'],
  ['in a heading, a cell and a caption', '# a[^1]\n\n| b[^1] |\n| - |\n\n![c](photo.jpg)\nd[^1]'],
])('a mark %s is no fault', (_, body) => {
  expect(faults(`${body}${note}`)).toEqual([]);
});

describe('a name in double brackets', () => {
  it('goes over the end of a line', () => {
    const { html, facts } = render('a [[The\nother one]] > b\n\n> [[other|c\n> d]]\n');
    expect(html).toContain('<a href="/2026/other/">The\nother one</a>');
    expect(html).toContain('<a href="/2026/other/">c\nd</a>');
    expect(facts.wanted).toEqual([]);
    expect(facts.faults).toEqual([]);
  });

  it.each([
    ['emphasis', 'a [[The *other* one]]', name('The … one')],
    ['code', 'a\n[[The `other` one]]', name('The … one', 7)],
    ['a hard break', '[[The\\\nother one]]', name('The…other one')],
    ["a footnote's mark", `[[other[^1]]]${note}`, name('other…')],
    ["a footnote's mark in its words", `[[other|that[^1]]]${note}`, name('other|that…')],
    ['HTML', '- a [[The <b>other</b> one]]', name('The …other… one')],
  ])('with %s is told with its line', (_, body, told) => {
    expect(faults(body)).toEqual([told]);
  });

  it.each([
    ['code', '`[[a *b* c]]`'],
    ['escaped', '\\[[a *b* c]]'],
    ['brackets in brackets', '[[1, *a*], [2]]'],
    ['another program’s file', '![[a *b*.png]]'],
  ])('is none in %s', (_, body) => {
    expect(faults(body)).toEqual([]);
  });
});
