import { describe, expect, it } from 'vitest';
import { faultsOfFiles, sampleEntry, wrongValue } from '../sample.ts';

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

const date =
  'a date such as 2026-11-21, or a date-time with offset such as 2026-11-21T09:30:00+01:00';
const keys =
  'title, date, updated, summary, tldr, tags, series, authors, lang, cover, draft, slug, aliases, canonical, id, mirror, syndication, inReplyTo, translations';

describe('what front matter may not say', () => {
  it.each([
    ['title: ""', 'title', '""', 'text that is not empty'],
    ['updated: soon', 'updated', '"soon"', date],
    ['summary: [a]', 'summary', '["a"]', 'text'],
    ['tags: {a: b}', 'tags', '{"a":"b"}', 'a list of texts'],
    ['tags: [a, ""]', 'tags.1', '""', 'text that is not empty'],
    ['series: a b', 'series', '"a b"', 'the id of a series, or {id, part}'],
    ['series: {id: tide, part: 0}', 'series.part', '"0"', 'a whole number from 1 on'],
    ['authors: [a/b]', 'authors.0', '"a/b"', 'an id of letters, digits, - and _'],
    [
      `translations: [${'a, '.repeat(251)}]`,
      'translations.250',
      '"a"',
      'at most 250 translations, since feeds or pages of each name all',
    ],
    [
      `authors: [${'a, '.repeat(250)}b]`,
      'authors.250',
      '"b"',
      'at most 250 authors, since feeds or pages of each name all',
    ],
    ['lang: not a language', 'lang', '"not a language"', 'a language tag such as en or pt-BR'],
    ['lang: english', 'lang', '"english"', 'a language tag such as en or pt-BR'],
    [
      'cover: a.jpg',
      'cover',
      '"a.jpg"',
      'lines of "key: …" with the keys src, alt, caption, credit',
    ],
    ['draft: yes', 'draft', '"yes"', 'true or false'],
    ['draft:', 'draft', '""', 'true or false'],
    ['slug: a/b', 'slug', '"a/b"', 'one path segment, without / ? # or spaces'],
    ['aliases: old', 'aliases', '"old"', 'an old path that begins with /, or a list of them'],
    [
      'aliases: /a/../b/',
      'aliases',
      '"/a/../b/"',
      'a path of which no part begins or ends with a dot',
    ],
    [
      'canonical: b.example',
      'canonical',
      '"b.example"',
      'an address that begins with https:// (or http://)',
    ],
    ['id: " "', 'id', '" "', 'text that is not empty'],
    ['mirror: ""', 'mirror', '""', 'text that is not empty'],
    [
      'syndication: t.me/c/1',
      'syndication',
      '"t.me/c/1"',
      'an address that begins with https:// (or http://), or a list of them',
    ],
    [
      'inReplyTo: ftp://b.example',
      'inReplyTo',
      '"ftp://b.example"',
      'an address that begins with https:// (or http://)',
    ],
  ])('a value of another kind: %s', (line, key, shown, expected) => {
    expect(faultsOfLine(line)).toEqual([wrongValue('notes/a.md:3', key, shown, expected)]);
  });

  it.each([
    [
      'series: {part: 1}',
      'notes/a.md:3: no "series.id"; expected an id; add below "series" the line "id: …"',
    ],
    [
      'series: {id: tide, prat: 1}',
      'notes/a.md:3: unknown key "series.prat"; expected one of id, part; did you mean "part"?',
    ],
    [
      `tags:\n${'- a\n'.repeat(251)}`,
      'notes/a.md:254: "tags.250" is "a"; expected at most 250 tags, since feeds or pages of each name all; correct "tags.250"',
    ],
    [
      'cover: {src: a.jpg}',
      'notes/a.md:3: no "cover.alt"; expected alt text; write alt: "" if the picture only decorates; add below "cover" the line "alt: …"',
    ],
    [
      'cover: {src: a.jpg, alt: A, credits: B}',
      'notes/a.md:3: unknown key "cover.credits"; expected one of src, alt, caption, credit; did you mean "credit"?',
    ],
    [
      'dratf: true',
      `notes/a.md:3: unknown key "dratf"; expected one of ${keys}; did you mean "draft"?`,
    ],
    [
      'Date: 2026-01-02',
      `notes/a.md:3: unknown key "Date"; expected one of ${keys}; did you mean "date"?`,
    ],
    [
      'wholly-other: 1',
      `notes/a.md:3: unknown key "wholly-other"; expected one of ${keys}; remove it`,
    ],
  ])('%s', (line, message) => {
    expect(faultsOfLine(line).join('\n')).toBe(message);
  });

  it.each([
    ['date:', '""'],
    ['date: 2026-02-30', '"2026-02-30"'],
    ['date: 2026-01-02T10:00', '"2026-01-02T10:00"'],
    ['date: tomorrow', '"tomorrow"'],
  ])('instead of a date: %s', (line, shown) => {
    expect(faultsOfNote(line)).toEqual([wrongValue('notes/a.md:2', 'date', shown, date)]);
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
