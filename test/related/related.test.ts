import { expect, it } from 'vitest';
import type { Entry } from '#journal/content/entry.ts';
import { publicJournal } from '#journal/public/publicJournal.ts';
import { writersOf } from '../../src/journal/public/writers.ts';
import { nearestInTime } from '../../src/related/nearest.ts';
import { type RelationSources, relatedTo } from '../../src/related/related.ts';
import { type SampleFiles, sampleJournal } from '../journal/sample.ts';

const note = (day: string, lines = '') => `---\ndate: 2026-01-${day}\n${lines}---\n\nText.\n`;

function journalOf(files: SampleFiles) {
  const journal = publicJournal(sampleJournal(files), {
    sees: 'published',
    now: Date.parse('2026-02-01'),
  });
  const named = (name: string): Entry => {
    const entry = journal.entries.find((one) => one.slug === name);
    if (!entry) throw new Error(`no ${name}`);
    return entry;
  };
  return { journal, named };
}

const slugs = (entries: readonly Entry[] = []) => entries.map((entry) => entry.slug);

/** Notes n1 to n9, one a day, all tagged "all", the even ones also "even". */
const nine = journalOf(
  Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => [
      `notes/n${at + 1}.md`,
      note(`0${at + 1}`, `tags: [all${at % 2 ? ', even' : ''}]\n`),
    ]),
  ),
);

it.each([
  ['n5', [], 3, ['n6', 'n4', 'n3']],
  ['n5', ['n4', 'n6'], 3, ['n7', 'n3', 'n2']],
  ['n1', [], 2, ['n3', 'n2']],
  ['n9', ['n8'], 9, ['n7', 'n6', 'n5', 'n4', 'n3', 'n2', 'n1']],
])('nearest in time to %s without %s', (name, skipped, most, expected) => {
  const skip = new Set(skipped.map(nine.named));
  const found = nearestInTime(nine.journal.entries, nine.named(name), skip, most);
  expect(slugs(found)).toEqual(expected);
});

function relatedIn({ journal, named }: typeof nine, name: string, more: Partial<RelationSources>) {
  const sources = { journal, shown: [], referredToBy: [], similar: [], ...more };
  const { similar, inTag, byWriter } = relatedTo(named(name), sources);
  return {
    similar: slugs(similar),
    tag: inTag && [inTag.tag.name, ...slugs(inTag.entries)],
    writer: byWriter && [byWriter.writer.id, ...slugs(byWriter.entries)],
  };
}

it('nothing is there that the page leads to already, and nothing twice', () => {
  const { named } = nine;
  const found = relatedIn(nine, 'n4', {
    shown: [named('n5'), named('n3'), undefined],
    referredToBy: [named('n6')],
    similar: ['n5', 'n6', 'n2', 'n9', 'n1', 'n7'].map(named),
  });
  expect(found).toEqual({
    similar: ['n2', 'n9', 'n1'],
    tag: ['even', 'n8'],
    writer: undefined,
  });
});

it('the rarest tag that leads on is the one that is told', () => {
  const shown = ['n2', 'n6', 'n8'].map(nine.named);
  expect(relatedIn(nine, 'n4', { shown }).tag).toEqual(['all', 'n5', 'n3', 'n1']);
  expect(relatedIn(nine, 'n4', {}).tag).toEqual(['even', 'n8', 'n6', 'n2']);
});

const two = journalOf({
  'site.yaml': 'title: S\nurl: https://sample.example\nauthor: nell\n',
  'authors.yaml': 'nell: {name: Nell}\njoost: {name: Joost}\nmia: {name: Mia}\n',
  'notes/a.md': note('01'),
  'notes/b.md': note('02'),
  'notes/c.md': note('03', 'authors: [nell, joost]\n'),
  'notes/d.md': note('04', 'authors: [joost]\n'),
  'notes/hidden.md': note('05', 'authors: [mia]\ndraft: true\n'),
});

it.each([
  ['a', ['nell', 'c', 'b']],
  ['c', ['joost', 'd']],
  ['d', ['joost', 'c']],
])('where several write, %s leads to more by its author who wrote the fewest', (name, expected) => {
  expect(relatedIn(two, name, {}).writer).toEqual(expected);
});

it('an author of drafts alone is not there', () => {
  expect(writersOf(two.journal).map(({ path, entries }) => [path, entries.length])).toEqual([
    ['/authors/nell/', 3],
    ['/authors/joost/', 2],
  ]);
});

it('an author whom no authors.yaml knows has a page under a name for paths', () => {
  const { journal } = journalOf({
    'site.yaml': 'title: S\nurl: https://sample.example\nauthor: Nell Prowse\n',
    'notes/a.md': note('01'),
  });
  expect(writersOf(journal)).toMatchObject([
    { name: 'Nell Prowse', path: '/authors/nell-prowse/', person: undefined },
  ]);
});
