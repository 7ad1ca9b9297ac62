import { describe, expect, it } from 'vitest';
import { isPublished, nextScheduled, visibility } from '#journal/public/gate.ts';
import { type Audience, publicJournal } from '#journal/public/publicJournal.ts';
import { sampleEntry, sampleJournal, sampleSite } from '../sample.ts';

const noon = Date.parse('2026-06-01T12:00:00Z');

describe('the gate', () => {
  it.each([
    ['an hour ago', noon - 3_600_000, false, 'published'],
    ['at this very millisecond', noon, false, 'published'],
    ['in a millisecond', noon + 1, false, 'scheduled'],
    ['in an hour', noon + 3_600_000, false, 'scheduled'],
    ['an hour ago', noon - 3_600_000, true, 'draft'],
    ['in an hour', noon + 3_600_000, true, 'draft'],
  ] as const)('dated %s, draft or not: %#', (_, at, draft, expected) => {
    const entry = { draft, date: { at } };
    expect(visibility(entry, noon)).toBe(expected);
    expect(isPublished(entry, noon)).toBe(expected === 'published');
  });

  it.each([
    ['UTC', '2026-06-01T00:00:00Z'],
    ['Pacific/Kiritimati', '2026-05-31T10:00:00Z'],
    ['America/New_York', '2026-06-01T04:00:00Z'],
  ])('opens for a bare date at midnight in %s', (timeZone, midnight) => {
    const site = sampleSite(`timeZone: ${timeZone}\n`);
    const entry = sampleEntry('notes/a.md', 'date: 2026-06-01', '', site);
    expect(visibility(entry, Date.parse(midnight) - 1)).toBe('scheduled');
    expect(visibility(entry, Date.parse(midnight))).toBe('published');
  });
});

describe('the next scheduled entry', () => {
  const at = (time: number, draft = false) => ({ draft, date: { at: time } });
  it.each([
    ['is none where nothing is scheduled', [at(noon), at(noon - 1), at(noon + 5, true)], undefined],
    [
      'is the earliest that is no draft',
      [at(noon + 9), at(noon + 7), at(noon + 2, true)],
      noon + 7,
    ],
    ['is none where there is no entry', [], undefined],
  ])('%s', (_, entries, next) => {
    expect(nextScheduled(entries, noon)).toBe(next);
  });
});

describe('behind the gate', () => {
  const entry = (lines: string) => `---\n${lines}\naliases: /old-ALIAS/\nseries: tide\n---\n`;
  const journal = sampleJournal({
    'series/tide.yaml': 'title: Tide\n',
    'notes/a.md': entry('date: 2026-05-01\ntags: [seen]').replace('ALIAS', 'a'),
    'notes/b.md': entry('date: 2026-05-02\ntags: [seen, hidden]\ndraft: true').replace(
      'ALIAS',
      'b',
    ),
    'notes/c.md': entry('date: 2026-07-01\ntags: [later, part 9, part 10]').replace('ALIAS', 'c'),
    'pages/about.md': '---\ntitle: About\n---\n',
    'pages/secret.md': '---\ntitle: Secret\ndraft: true\naliases: /s/\n---\n',
  });
  const namesFor = (audience: Audience) => {
    const shown = publicJournal(journal, audience);
    return {
      entries: shown.entries.map((one) => one.file),
      pages: shown.pages.map((one) => one.file),
      tags: shown.tags.map((tag) => `${tag.name} ${tag.entries.length}`),
      parts: shown.series.flatMap(({ parts }) =>
        parts.map(({ part, entry: { file } }) => `${part} ${file}`),
      ),
      redirects: [...shown.aliases.keys()],
    };
  };

  it('readers see what is published, in entries, pages, tags, series and redirects alike', () => {
    expect(namesFor({ sees: 'published', now: noon })).toEqual({
      entries: ['notes/a.md'],
      pages: ['pages/about.md'],
      tags: ['seen 1'],
      parts: ['1 notes/a.md'],
      redirects: ['/old-a/'],
    });
  });

  it('the owner sees everything', () => {
    expect(namesFor({ sees: 'everything' })).toEqual({
      entries: ['notes/c.md', 'notes/b.md', 'notes/a.md'],
      pages: ['pages/about.md', 'pages/secret.md'],
      // A number counts as one, not figure by figure.
      tags: ['hidden 1', 'later 1', 'part 9 1', 'part 10 1', 'seen 2'],
      parts: ['1 notes/a.md', '2 notes/b.md', '3 notes/c.md'],
      redirects: ['/old-c/', '/old-b/', '/old-a/', '/s/'],
    });
  });
});

it('entries stand newest first, and those of one moment by their files', () => {
  const journal = sampleJournal({
    'notes/b.md': '---\ndate: 2026-01-01\n---\n',
    'notes/a.md': '---\ndate: 2026-01-01\n---\n',
    'notes/c.md': '---\ndate: 2026-01-01T00:00:01Z\n---\n',
    'articles/z.md': '---\ntitle: Z\ndate: 2025-12-31T23:00:00-02:00\n---\n',
  });
  expect(journal.entries.map((one) => one.file)).toEqual([
    'articles/z.md',
    'notes/c.md',
    'notes/a.md',
    'notes/b.md',
  ]);
});
