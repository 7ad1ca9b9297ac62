import { describe, expect, it } from 'vitest';
import { readEntry } from '#journal/content/entry.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';

const site = siteSchema.parse({ title: 'Sample', url: 'https://sample.example' });

/** What to do about a line of front matter. */
function cure(line: string): string | undefined {
  const { faults } = readEntry(
    'articles/a.md',
    `---\ntitle: A\ndate: 2026-01-02\n${line}\n---\n\nFine.\n`,
    site,
  );
  expect(faults.map((fault) => fault.line)).toEqual([4]);
  return faults[0]?.cure;
}

describe('a key of another generator is told by our own name for it:', () => {
  it.each([
    ['description: a', 'write it as "summary"'],
    ['excerpt: a', 'write it as "summary"'],
    ['subtitle: a', 'write it as "summary"'],
    ['lastmod: 2026-01-03', 'write it as "updated"'],
    ['updated_at: 2026-01-03', 'write it as "updated"'],
    ['last_modified_at: 2026-01-03', 'write it as "updated"'],
    ['pubDate: 2026-01-03', 'write it as "date"'],
    ['publishDate: 2026-01-03', 'write it as "date"'],
    ['categories: [a]', 'write it as "tags"'],
    ['keywords: a', 'write it as "tags"'],
    ['author: ann', 'write it as "authors"'],
    ['image: a.jpg', 'write it as cover: {src: …, alt: …}'],
    ['featured_image: a.jpg', 'write it as cover: {src: …, alt: …}'],
    ['thumbnail: a.jpg', 'write it as cover: {src: …, alt: …}'],
    ['redirect_from: /a/', 'write it as aliases: [/old/path/]'],
    [
      'permalink: /a/',
      'write it as slug: … for the last part of the path, or aliases: [/old/path/] to lead the old address here',
    ],
    ['published: false', 'write it as draft: true'],
    ['published: 2026-01-02', 'write it as "date"'],
    ['publish: false', 'write it as draft: true'],
    ['listed: no', 'write it as draft: true'],
    ['contributors: [b]', 'write it as "authors"'],
    ['published: true', 'remove it: what is no draft is published on its date'],
    ['layout: post', 'remove it: the theme decides how a page looks'],
    ['toc: true', 'remove it: the theme decides how a page looks'],
    ['type: post', 'remove it: the folder says whether it is an article or a note'],
    [
      'weight: 3',
      'write it as series: {id: …, part: …} if it is part of one; all else stands by its date',
    ],
    ['comments: true', 'remove it: site.yaml says what happens to comments, for all entries alike'],
    ['guid: a', 'write it as "id"'],
    ['language: de', 'write it as "lang"'],
    ['canonicalURL: https://b.example/', 'write it as "canonical"'],
    ['Tags: [a]', 'did you mean "tags"?'],
    ['in-reply-to: https://b.example/', 'did you mean "inReplyTo"?'],
  ])('%s', (line, expected) => {
    expect(cure(line)).toBe(expected);
  });
});

it.each([
  ['dratf: true', 'did you mean "draft"?'],
  ['wholly_mine: 1', 'remove it'],
  ['constructor: 1', 'remove it'],
])('other unknown keys are told as before: %s', (line, expected) => {
  expect(cure(line)).toBe(expected);
});

it('a title in another case is not missing without a word', () => {
  const { faults } = readEntry(
    'articles/a.md',
    '---\nTitle: A\ndate: 2026-01-02\n---\n\nFine.\n',
    site,
  );
  expect(faults.map((fault) => fault.cure)).toContain('did you mean "title"?');
});
