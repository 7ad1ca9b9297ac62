import { expect, it } from 'vitest';
import { withoutComments } from '../../../src/render/raw/withoutComments.ts';
import { renderDocument } from '../../../src/render/render.ts';
import { sampleEntry } from '../../journal/sample.ts';
import { context, render } from '../sample.ts';

it.each([
  ['a <!-- b --> c', 'a  c'],
  ['a<!-->b<!--->c<!-- d --!>e', 'abce'],
  ['<!-- a\n\n<p>b</p>\n-->\nc', '\nc'],
  ['<a title="<!-- b -->">c</a>', '<a title="<!-- b -->">c</a>'],
  ['<textarea><!-- a --></textarea><!-- b -->', '<textarea><!-- a --></textarea>'],
  [
    '<title><!-- a --></title><xmp><!-- b --></xmp>',
    '<title><!-- a --></title><xmp><!-- b --></xmp>',
  ],
  ['<b title=x"y>a</b> <!-- b "-->', '<b title=x"y>a</b> '],
  ["<b title=x'y <!-- a>b<!-- c --></b>", "<b title=x'y <!-- a>b</b>"],
  ['<template>a<!-- b --></template>', '<template>a</template>'],
  ['<p>no comment</p>', '<p>no comment</p>'],
])('of %j there is %j without comments', (html, without) => {
  expect(withoutComments(html)).toBe(without);
});

it.each([
  'Before <!-- secret --> after.',
  'Before\n\n<!--\nsecret\n\n- secret\n-->\n\nafter.',
  '<div>\nBefore <!-- secret -->\n\nafter.\n\n</div>',
])('nobody finds in the page what a comment of the text says: %j', (body) => {
  const { html } = render(body);
  expect(html).toContain('Before');
  expect(html).toContain('after.');
  expect(html).not.toMatch(/secret|<!--/);
});

it.each([
  ['<<!-- a --><!-- b -->script>c<<!-- d -->/script>', '<<!---->script>c<<!---->/script>'],
  ['<<!-- a -->/main>', '<<!---->/main>'],
  ['&am<!-- a -->p;l<!-- b -->t;', '&am<!---->p;lt;'],
  ['<!<!-- a -->-- b -->', '-- b -->'],
])('no tag and no character comes of what stands around a comment: %j', (html, without) => {
  expect(withoutComments(html)).toBe(without);
  expect(render(`<div>\n${html}\n</div>`).html).not.toMatch(/<script|<\/main|&amp;l/);
});

it('a summary that has footnotes has no comments either', () => {
  const matter = 'title: Sample\ndate: 2026-01-02\ntldr: "Before[^1] <!-- secret --> after."';
  const entry = sampleEntry('articles/sample.md', matter, 'Words.\n\n[^1]: A note.\n');
  const { tldr } = renderDocument(entry, context).facts.inline;
  expect(tldr).toMatch(/^Before<sup>.*<\/sup> {2}after\.$/);
});

it('code shows comments', () => {
  expect(render('Before <b>x</b>\n\n```html\n<!-- shown -->\n```\n\n`<!-- too -->`').html).toMatch(
    /shown[\s\S]*too/,
  );
});
