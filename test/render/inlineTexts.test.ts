import { expect, it } from 'vitest';
import { formatFault } from '#journal/fault/fault.ts';
import { renderDocument } from '../../src/render/render.ts';
import { sampleEntry } from '../journal/sample.ts';
import { context } from './sample.ts';

const rendered = (matter: string, body = 'Text.\n') =>
  renderDocument(
    sampleEntry('articles/sample.md', `title: Sample\ndate: 2026-01-02\n${matter}`, body),
    context,
  ).facts;

it('links in a tl;dr, a caption and a credit are resolved as in the body', () => {
  const { inline, links, resolved } = rendered(
    'tldr: See [it](other.md#x) *now*\ncover: { src: photo.jpg, alt: A, caption: "[a](../pages/about.md)", credit: "[b](https://b.example/)" }',
  );
  expect(inline).toEqual({
    tldr: 'See <a href="/2026/other/#x">it</a> <em>now</em>',
    caption: '<a href="/about/">a</a>',
    credit: '<a href="https://b.example/">b</a>',
  });
  expect(links.map((link) => link.path)).toEqual(['/2026/other/', '/about/']);
  expect(resolved.map(([file]) => file)).toEqual(['articles/other.md', 'pages/about.md']);
});

it('the comments of a tl;dr, a caption and a credit are nowhere', () => {
  const { inline } = rendered(
    'tldr: "A <!-- x -->b"\ncover: { src: photo.jpg, alt: A, caption: "<!-- x -->", credit: "C <!-- x -->*d*" }',
  );
  expect(inline).toEqual({ tldr: 'A b', caption: '', credit: 'C <em>d</em>' });
});

it('a broken link in one of them is told with its line', () => {
  const { faults } = rendered(
    'tldr: "[it](nope.md)"\ncover:\n  src: gone.jpg\n  alt: A\n  credit: "[b](none.md)"',
  );
  expect(faults.map((fault) => formatFault(fault))).toMatchInlineSnapshot(`
    [
      "articles/sample.md:6: the picture gone.jpg is missing; expected the file articles/gone.jpg; put the file there, or correct the name",
      "articles/sample.md:4: a link to nope.md, which is no entry or page; expected a Markdown file of this journal (articles/nope.md is none); correct the link",
      "articles/sample.md:8: a link to none.md, which is no entry or page; expected a Markdown file of this journal (articles/none.md is none); correct the link",
    ]
  `);
});

it('a first paragraph that begins with tl;dr is told with its own line', () => {
  const { faults, inline } = rendered('', '\n\ntl;dr: a [b](nope.md)\n\nText.\n');
  expect(inline).toEqual({ tldr: 'a b' });
  expect(faults.map((fault) => fault.line)).toEqual([9]);
});

it('with a tldr in the front matter, a paragraph that begins like one stays a paragraph', () => {
  const entry = sampleEntry(
    'articles/sample.md',
    'title: S\ndate: 2026-01-02\ntldr: one',
    'tl;dr: two\n\nText.\n',
  );
  expect(entry.tldr).toBe('one');
  expect(renderDocument(entry, context).html).toContain('<p>tl;dr: two</p>');
});
