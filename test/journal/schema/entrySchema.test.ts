import { describe, expect, it } from 'vitest';
import { faultsOfFiles, sampleEntry } from '../sample.ts';

const noteWith = (line: string) => sampleEntry('notes/a.md', `date: 2026-01-02\n${line}`);
const faultsOfNote = (lines: string) => faultsOfFiles({ 'notes/a.md': `---\n${lines}\n---\n` });
const faultsOfLine = (line: string) => faultsOfNote(`date: 2026-01-02\n${line}`);

describe('what front matter may say', () => {
  it.each<[string, object]>([
    ['title: "a: \\"b\\" #c"', { title: 'a: "b" #c' }],
    ['title: 007', { title: '007' }],
    ['title: " a  b\u00a0? "', { title: 'a  b\u00a0?' }],
    ['title: >\n  On two\n  lines\n', { title: 'On two lines' }],
    ['title: |\n  On two\n\n  lines\n', { title: 'On two lines' }],
    ['summary: >\n  Long.\n', { summary: 'Long.' }],
    ['tags: [" a ", a]', { tags: ['a'] }],
    ['mirror: |\n  Two\n  lines\n', { mirror: 'Two\nlines\n' }],
    ['updated: 2026-02-01', { updated: expect.objectContaining({ day: '2026-02-01' }) }],
    ['summary: Short.', { summary: 'Short.' }],
    ['tldr: Of *course*', { tldr: 'Of *course*' }],
    ['tags: one', { tags: ['one'] }],
    ['tags: [one, One, two]', { tags: ['One', 'two'] }],
    [`tags: [${'a, '.repeat(250)}]`, { tags: ['a'] }],
    ['series: tide', { series: { id: 'tide', part: undefined } }],
    ['series: {id: tide, part: 3}', { series: { id: 'tide', part: 3 } }],
    ['authors: ana', { authors: ['ana'] }],
    ['authors: [ana, zoë]', { authors: ['ana', 'zoë'] }],
    ['lang: pt-BR', { lang: 'pt-BR' }],
    ['lang: und', { lang: 'und' }],
    ['lang: sr-Latn', { lang: 'sr-Latn' }],
    ['cover: {src: a.jpg, alt: ""}', { cover: { src: 'a.jpg', alt: '' } }],
    [
      'cover:\n  src: >\n    a.jpg\n  alt: |\n    On two\n    lines\n',
      { cover: { src: 'a.jpg', alt: 'On two lines' } },
    ],
    [
      'cover: {src: a.jpg, alt: A, caption: C, credit: "[B](https://b.example)"}',
      { cover: { src: 'a.jpg', alt: 'A', caption: 'C', credit: '[B](https://b.example)' } },
    ],
    ['draft: true', { draft: true }],
    ['draft: false', { draft: false }],
    ['slug: Größe', { slug: 'Größe', path: '/notes/Größe/' }],
    ['aliases: /old/', { aliases: ['/old/'] }],
    ['aliases: [/old/, /older.html]', { aliases: ['/old/', '/older.html'] }],
    ['canonical: https://b.example/x', { canonical: 'https://b.example/x' }],
    ['id: own', { id: 'own' }],
    ['mirror: false', { mirror: false }],
    ['mirror: true', { mirror: true }],
    ['mirror: Look here', { mirror: 'Look here' }],
    ['syndication: https://t.me/c/1', { syndication: ['https://t.me/c/1'] }],
    ['inReplyTo: https://b.example/x', { inReplyTo: 'https://b.example/x' }],
  ])('%s', (line, expected) => {
    expect(noteWith(line)).toMatchObject(expected);
  });

  it('leaves out everything but the date of a note', () => {
    expect(noteWith('')).toMatchObject({
      kind: 'note',
      title: undefined,
      tags: [],
      series: undefined,
      authors: [],
      draft: false,
      mirror: true,
      aliases: [],
      syndication: [],
      id: '/notes/a/',
    });
  });
});

describe('what front matter may not say', () => {
  it.each([
    ['title: ""', 'notes/a.md:3: "title" is ""; expected text that is not empty; correct "title"'],
    [
      'updated: soon',
      'notes/a.md:3: "updated" is "soon"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "updated"',
    ],
    ['summary: [a]', 'notes/a.md:3: "summary" is ["a"]; expected text; correct "summary"'],
    ['tags: {a: b}', 'notes/a.md:3: "tags" is {"a":"b"}; expected a list of texts; correct "tags"'],
    [
      'tags: [a, ""]',
      'notes/a.md:3: "tags.1" is ""; expected text that is not empty; correct "tags.1"',
    ],
    [
      'series: a b',
      'notes/a.md:3: "series" is "a b"; expected the id of a series, or {id, part}; correct "series"',
    ],
    [
      'series: {id: tide, part: 0}',
      'notes/a.md:3: "series.part" is "0"; expected a whole number from 1 on; correct "series.part"',
    ],
    [
      'series: {part: 1}',
      'notes/a.md:3: no "series.id"; expected an id; add below "series" the line "id: …"',
    ],
    [
      'series: {id: tide, prat: 1}',
      'notes/a.md:3: unknown key "series.prat"; expected one of id, part; did you mean "part"?',
    ],
    [
      'authors: [a/b]',
      'notes/a.md:3: "authors.0" is "a/b"; expected an id of letters, digits, - and _; correct "authors.0"',
    ],
    [
      `tags:\n${'- a\n'.repeat(251)}`,
      'notes/a.md:254: "tags.250" is "a"; expected at most 250 tags, since feeds or pages of each name all; correct "tags.250"',
    ],
    [
      `translations: [${'a, '.repeat(251)}]`,
      'notes/a.md:3: "translations.250" is "a"; expected at most 250 translations, since feeds or pages of each name all; correct "translations.250"',
    ],
    [
      `authors: [${'a, '.repeat(250)}b]`,
      'notes/a.md:3: "authors.250" is "b"; expected at most 250 authors, since feeds or pages of each name all; correct "authors.250"',
    ],
    [
      'lang: not a language',
      'notes/a.md:3: "lang" is "not a language"; expected a language tag such as en or pt-BR; correct "lang"',
    ],
    [
      'lang: english',
      'notes/a.md:3: "lang" is "english"; expected a language tag such as en or pt-BR; correct "lang"',
    ],
    [
      'cover: a.jpg',
      'notes/a.md:3: "cover" is "a.jpg"; expected lines of "key: …" with the keys src, alt, caption, credit; correct "cover"',
    ],
    [
      'cover: {src: a.jpg}',
      'notes/a.md:3: no "cover.alt"; expected alt text; write alt: "" if the picture only decorates; add below "cover" the line "alt: …"',
    ],
    [
      'cover: {src: a.jpg, alt: A, credits: B}',
      'notes/a.md:3: unknown key "cover.credits"; expected one of src, alt, caption, credit; did you mean "credit"?',
    ],
    ['draft: yes', 'notes/a.md:3: "draft" is "yes"; expected true or false; correct "draft"'],
    ['draft:', 'notes/a.md:3: "draft" is ""; expected true or false; correct "draft"'],
    [
      'slug: a/b',
      'notes/a.md:3: "slug" is "a/b"; expected one path segment, without / ? # or spaces; correct "slug"',
    ],
    [
      'slug: ..',
      'notes/a.md:3: "slug" is ".."; expected one path segment, without / ? # or spaces; correct "slug"',
    ],
    [
      'aliases: old',
      'notes/a.md:3: "aliases" is "old"; expected an old path that begins with /, or a list of them; correct "aliases"',
    ],
    [
      'aliases: [/a/, //b/]',
      'notes/a.md:3: "aliases.1" is "//b/"; expected a path that begins with / and has no space, ? or #; correct "aliases.1"',
    ],
    [
      'aliases: /a/../b/',
      'notes/a.md:3: "aliases" is "/a/../b/"; expected a path of which no part begins or ends with a dot; correct "aliases"',
    ],
    [
      'canonical: b.example',
      'notes/a.md:3: "canonical" is "b.example"; expected an address that begins with https:// (or http://); correct "canonical"',
    ],
    ['id: " "', 'notes/a.md:3: "id" is " "; expected text that is not empty; correct "id"'],
    [
      'mirror: ""',
      'notes/a.md:3: "mirror" is ""; expected text that is not empty; correct "mirror"',
    ],
    [
      'syndication: t.me/c/1',
      'notes/a.md:3: "syndication" is "t.me/c/1"; expected an address that begins with https://, or a list of them; correct "syndication"',
    ],
    [
      'inReplyTo: ftp://b.example',
      'notes/a.md:3: "inReplyTo" is "ftp://b.example"; expected an address that begins with https:// (or http://); correct "inReplyTo"',
    ],
    [
      'dratf: true',
      'notes/a.md:3: unknown key "dratf"; expected one of title, date, updated, summary, tldr, tags, series, authors, lang, cover, draft, slug, aliases, canonical, id, mirror, syndication, inReplyTo, translations; did you mean "draft"?',
    ],
    [
      'Date: 2026-01-02',
      'notes/a.md:3: unknown key "Date"; expected one of title, date, updated, summary, tldr, tags, series, authors, lang, cover, draft, slug, aliases, canonical, id, mirror, syndication, inReplyTo, translations; did you mean "date"?',
    ],
    [
      'wholly-other: 1',
      'notes/a.md:3: unknown key "wholly-other"; expected one of title, date, updated, summary, tldr, tags, series, authors, lang, cover, draft, slug, aliases, canonical, id, mirror, syndication, inReplyTo, translations; remove it',
    ],
  ])('%s', (line, message) => {
    expect(faultsOfLine(line).join('\n')).toBe(message);
  });

  it.each([
    [
      'date:',
      'notes/a.md:2: "date" is ""; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "date"',
    ],
    [
      'date: 2026-02-30',
      'notes/a.md:2: "date" is "2026-02-30"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "date"',
    ],
    [
      'date: 2026-01-02T10:00',
      'notes/a.md:2: "date" is "2026-01-02T10:00"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "date"',
    ],
    [
      'date: tomorrow',
      'notes/a.md:2: "date" is "tomorrow"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "date"',
    ],
    [
      'title: a',
      'notes/a.md:1: no "date"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; add the line "date: …"',
    ],
  ])('instead of a date: %s', (line, message) => {
    expect(faultsOfNote(line).join('\n')).toBe(message);
  });

  it('an article without a title', () => {
    expect(
      faultsOfFiles({ 'articles/a.md': '---\ndate: 2026-01-02\n---\n' }),
    ).toMatchInlineSnapshot(`
      [
        "articles/a.md:1: no "title"; expected text; add the line "title: …"",
      ]
    `);
  });

  it('nothing at all', () => {
    expect(faultsOfFiles({ 'articles/a.md': 'Text\n' })).toMatchInlineSnapshot(`
      [
        "articles/a.md:1: no "date"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; add the line "date: …"",
        "articles/a.md:1: no "title"; expected text; add the line "title: …"",
      ]
    `);
  });

  it('a list instead of keys', () => {
    expect(faultsOfNote('- date\n- title')).toMatchInlineSnapshot(`
      [
        "notes/a.md:1: all of it is ["date","title"]; expected lines of "key: …" with the keys title, date, updated, summary, tldr, tags, series, authors, lang, cover, draft, slug, aliases, canonical, id, mirror, syndication, inReplyTo, translations; correct it",
      ]
    `);
  });
});

it('every fault of every file is told at once, each with its own line', () => {
  const faults = faultsOfFiles({
    'articles/a.md': '---\ntitel: A\ndate: 2026-13-01\ndraft: maybe\n---\n',
    'notes/b/index.md': '---\n\n# when\ndate: 2026-01-02\ntags:\n  - a\n  - ""\n---\n',
    'notes/c.md': '---js\n---\n',
    'pages/d.md': '---\nsummary: D\n---\n',
    'series/e.yaml': 'planed: [a]\n',
    'authors.yaml': 'ana:\n  name: Ana\n  url: ana.example\n',
  });
  expect(faults.join('\n')).toMatchInlineSnapshot(`
    "articles/a.md:1: no "title"; expected text; add the line "title: …"
    articles/a.md:2: unknown key "titel"; expected one of title, date, updated, summary, tldr, tags, series, authors, lang, cover, draft, slug, aliases, canonical, id, mirror, syndication, inReplyTo, translations; did you mean "title"?
    articles/a.md:3: "date" is "2026-13-01"; expected a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00; correct "date"
    articles/a.md:4: "draft" is "maybe"; expected true or false; correct "draft"
    authors.yaml:3: "ana.url" is "ana.example"; expected an address that begins with https:// (or http://); correct "ana.url"
    notes/b/index.md:7: "tags.1" is ""; expected text that is not empty; correct "tags.1"
    notes/c.md:1: front matter in "js", which is refused and was not run; expected YAML between two lines of \`---\`; write the front matter as YAML
    pages/d.md:1: no "title"; expected text; add the line "title: …"
    series/e.yaml:1: no "title"; expected text; add the line "title: …"
    series/e.yaml:1: unknown key "planed"; expected one of title, description, planned; did you mean "planned"?"
  `);
});
