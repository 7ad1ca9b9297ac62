import type { Random } from '../../random.ts';
import type { Edit } from './edits.ts';
import {
  day,
  entry,
  type MadeUpEntry,
  type MadeUpJournal,
  pathOf,
  pictureBytes,
  pictures,
  piece,
  seriesIds,
  tags,
  title,
  words,
  writers,
} from './madeUpJournal.ts';

/** An edit of one entry, which tells what it did to it. */
const ofEntry =
  (edit: (one: MadeUpEntry, random: Random, journal: MadeUpJournal) => string): Edit =>
  ({ journal }, random) => {
    const one = random.pick(journal.entries);
    const path = pathOf(one);
    return `${path}: ${edit(one, random, journal)}`;
  };

/** An edit of a key, which is taken out as often as it is set. */
const ofKey = (key: string, value: (random: Random, journal: MadeUpJournal) => string): Edit =>
  ofEntry((one, random, journal) => {
    if (one.folder === 'pages' && key !== 'title') return 'left alone';
    const isNeeded = key === 'date' || (key === 'title' && one.folder !== 'notes');
    if (one.matter.has(key) && !isNeeded && random.happens(0.5)) {
      one.matter.delete(key);
      return `no ${key}`;
    }
    one.matter.set(key, value(random, journal));
    return `${key} ${one.matter.get(key)}`;
  });

/** What a writer does to entries and to the pictures beside them. */
export const contentEdits: Readonly<Record<string, Edit>> = {
  text: ofEntry((one, random, journal) => {
    const more = piece(random, journal);
    one.body = random.happens(0.7) ? `${one.body}\n\n${more}` : more;
    return JSON.stringify(more);
  }),
  letter: ofEntry((one) => {
    one.body = one.body.replace(/[ae]/, (letter) => (letter === 'a' ? 'e' : 'a'));
    return 'another letter, of the same length';
  }),
  title: ofKey('title', title),
  date: ofKey('date', day),
  updated: ofKey('updated', () => '2026-05-30'),
  tags: ofKey('tags', (random) => `[${random.pick(tags)}, ${random.pick(tags)}]`),
  series: ofKey('series', (random) => random.pick(seriesIds)),
  authors: ofKey('authors', (random) => random.pick(writers)),
  draft: ofKey('draft', (random) => String(random.happens(0.6))),
  slug: ofKey('slug', (_, journal) => `s${++journal.made}`),
  aliases: ofKey('aliases', (_, journal) => `/old/${++journal.made}/`),
  id: ofKey('id', (_, journal) => `/id/${++journal.made}/`),
  summary: ofKey('summary', (random) => JSON.stringify(`On ${random.pick(words)}`)),
  lang: ofKey('lang', (random) => random.pick(['de', 'he', 'pt'])),
  cover: ofKey('cover', (random) => `{ src: "@/${random.pick(pictures)}", alt: A cover }`),
  syndication: ofKey('syndication', (_, journal) => `https://elsewhere.example/${++journal.made}`),
  inReplyTo: ofKey('inReplyTo', () => 'https://elsewhere.example/a'),
  translations: ofKey('translations', (random, journal) => {
    const other = random.pick(journal.entries);
    return `"@/${pathOf(other)}"`;
  }),
  add: ({ journal }, random) => {
    const one = entry(random, journal);
    journal.entries.push(one);
    return pathOf(one);
  },
  'add in MDX': ({ journal }, random) => {
    const one = { ...entry(random, journal), folder: 'articles', ending: '.mdx' } as const;
    one.matter.set('title', title(random, journal));
    journal.entries.push({ ...one, body: 'In MDX, *too*.' });
    return pathOf(one);
  },
  delete: ({ journal }, random) => {
    if (journal.entries.length < 4) return undefined;
    const [one] = journal.entries.splice(random.below(journal.entries.length), 1);
    return one && pathOf(one);
  },
  rename: ofEntry((one, random, journal) => {
    if (one.ending !== '.mdx' && random.happens(0.5))
      one.ending = one.ending === '.md' ? '/index.md' : '.md';
    else one.name = `r${++journal.made}`;
    return `to ${pathOf(one)}`;
  }),
  'change of places': ({ journal }, random) => {
    const [one, other] = [random.pick(journal.entries), random.pick(journal.entries)];
    [one.body, other.body] = [other.body, one.body];
    return `the texts of ${pathOf(one)} and ${pathOf(other)}`;
  },
  picture: async ({ journal }, random) => {
    const file = random.pick(pictures);
    journal.files.set(file, await pictureBytes(file, ++journal.made));
    return file;
  },
};
