import { expect, it } from 'vitest';
import { formatFault } from '#journal/fault/fault.ts';
import { plainWords, withoutMarks } from '#journal/text/markdown.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { article, context, faults, render } from '../../render/sample.ts';
import { sampleEntry } from '../sample.ts';

const mark = (label: string, number: number, more = '') =>
  `<sup><a href="#2026.sample.fn-${label}" id="2026.sample.fnref-${label}${more}" data-footnote-ref aria-describedby="2026.sample.footnotes">${number}</a></sup>`;

it('a footnote in a tl;dr is numbered with those of the text, and its note leads back to it', () => {
  const { html, facts } = render(
    'tl;dr: *Short*[^a]\nwords[^b].\n\nLong[^b].\n\n[^a]: One.\n[^b]: Two.\n',
  );
  expect(facts.faults).toEqual([]);
  expect(facts.inline.tldr).toBe(`<em>Short</em>${mark('a', 1)} words${mark('b', 2)}.`);
  expect(html).toContain(`<p>Long${mark('b', 2, '-2')}.</p>\n<section data-footnotes`);
  expect(html).toContain('href="#2026.sample.fnref-a"');
  expect(facts.notes.map(({ mark: id }) => id)).toEqual([
    '2026.sample.fnref-a',
    '2026.sample.fnref-b',
  ]);
  expect(facts.excerpt).toBe('Long.');
});

it('so is one in a tl;dr of the front matter', () => {
  const entry = sampleEntry(
    'articles/sample.md',
    'title: Sample\ndate: 2026-01-02\ntldr: "Short[^a]."',
    'Long[^x].\n\n[^a]: One.\n',
  );
  const { facts } = renderDocument(entry, context);
  expect(facts.inline.tldr).toBe(`Short${mark('a', 1)}.`);
  expect(facts.faults.map((fault) => formatFault(fault))).toEqual([
    expect.stringMatching(/^articles\/sample\.md:7: the footnote \[\^x\] is not defined/),
  ]);
});

it.each([
  ['tl;dr: Short[^a].\n\nLong.\n', 6, '[^a] is not defined'],
  ['\ntl;dr: Short\n[^a][^b].\n\nLong.\n\n[^a]: One.\n', 7, '[^b] is not defined'],
  ['tl;dr: Short[^a].\n\nLong.\n\n![](photo.jpg)\n\n[^a]: One.\n', 10, 'has no alt text'],
  ['tl;dr: Short[^a].\n\n[^a]: One.\n[^b]: Two.\n', 9, '[^b] is never referred to'],
])('faults beside one have their lines: %j', (body, line, what) => {
  expect(faults(body)).toEqual([expect.stringContaining(`articles/sample.md:${line}: `)]);
  expect(faults(body)[0]).toContain(what);
});

it.each([
  ['articles/sample.md', 'cover: {src: photo.jpg, alt: a, caption: "b[^a]", credit: "c[^a]"}', 4],
  ['articles/sample.mdx', 'tldr: b[^a]', 4],
])('a mark in a line that can have no notes is told as such: %s', (file, matter, line) => {
  const entry = sampleEntry(
    file,
    `title: A\ndate: 2026-01-02\n${matter}`,
    'Long[^a].\n\n[^a]: One.\n',
  );
  const told = renderDocument(entry, context).facts.faults.map((fault) => formatFault(fault));
  expect(new Set(told)).toEqual(
    new Set([
      `${file}:${line}: the mark [^a] in a line that can have no footnotes; expected footnotes in the text, or in the tldr of an .md file; move the mark into the text, or write \\[^a] if it is not one`,
    ]),
  );
});

it('a tl;dr without marks, or with brackets that are none, stays apart from the text', () => {
  const { html, facts } = renderDocument(article('tl;dr: Short `[^a]`.\n\nLong.\n'), context);
  expect(facts.inline.tldr).toBe('Short <code>[^a]</code>.');
  expect(html).toBe('<p>Long.</p>\n');
  expect(facts.faults).toEqual([]);
});

it.each([
  ['Short[^a] *words*[^b c].', 'Short *words*[^b c].', 'Short words[^b c].'],
  ['`[^a]` \\[^a] b[^a][^ö]', '`[^a]` \\[^a] b', '[^a] [^a] b'],
  ['none', 'none', 'none'],
])('where no note can stand, %j has no marks', (markdown, rest, words) => {
  expect(withoutMarks(markdown)).toBe(rest);
  expect(plainWords(markdown)).toBe(words);
});
