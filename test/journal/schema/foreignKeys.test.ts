import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readEntry } from '#journal/content/entry.ts';
import { describeFault } from '#journal/fault/fault.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import type { RenamedKey } from '#journal/schema/renamedKeys.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { validate } from '#journal/schema/validate.ts';

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

const schema = z.strictObject({
  title: z.string({ error: 'words' }),
  label: z.strictObject({ short: z.string({ error: 'words' }) }).optional(),
});
const renamed: readonly RenamedKey[] = [
  { schema, from: 'name', to: 'title', since: '0.3.0' },
  { schema, from: 'badge', to: 'label', since: '0.4.0' },
  { schema: z.strictObject({}), from: 'short', to: 'long', since: '0.4.0' },
];

function read(text: string) {
  const { value, faults } = validate(schema, parseYaml(text, 'a.yaml'), 'a.yaml', renamed);
  return { value, told: faults.map((fault) => describeFault(fault)) };
}

it('a key by its old name is understood, with a word about it', () => {
  expect(read('# Old.\nname: A\nbadge:\n  short: B\n')).toEqual({
    value: { title: 'A', label: { short: 'B' } },
    told: [
      'warning: a.yaml:2: the key "name", which is called "title" since version 0.3.0; expected "title"; rename it when you like: it is understood as it is',
      'warning: a.yaml:3: the key "badge", which is called "label" since version 0.4.0; expected "label"; rename it when you like: it is understood as it is',
    ],
  });
});

it('what is wrong below it is told at its own line', () => {
  const { value, told } = read('title: A\nbadge:\n  short: [B]\n');
  expect(value).toBeUndefined();
  expect(told[0]).toBe('a.yaml:3: "label.short" is ["B"]; expected words; correct "label.short"');
});

it('with both names, nobody can tell which is meant', () => {
  const { value, told } = read('name: A\ntitle: B\n');
  expect(value).toBeUndefined();
  expect(told).toEqual([
    expect.stringMatching(/^a\.yaml:1: unknown key "name"; expected one of title, label; /),
  ]);
});

it('names of today, and those of other files, are left alone', () => {
  expect(read('title: A\n')).toEqual({ value: { title: 'A' }, told: [] });
  expect(read('title: A\nshort: B\n').told[0]).toContain('unknown key "short"');
});
