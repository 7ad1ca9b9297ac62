import type { Random } from '../../random.ts';
import type { Edit } from './edits.ts';
import { type MadeUpJournal, pictures, seriesIds, words, writers } from './madeUpJournal.ts';

/** An edit of a line of a file, which is put there where it is not, and taken out as often as not. */
const ofLine =
  (file: string, key: string, value: (random: Random, journal: MadeUpJournal) => string): Edit =>
  ({ journal }, random) => {
    const lines = String(journal.files.get(file) ?? '').split('\n');
    const others = lines.filter((line) => line !== '' && !line.startsWith(`${key}:`));
    const isNeeded = ['title', 'url'].includes(key);
    const line = isNeeded || random.happens(0.8) ? `${key}: ${value(random, journal)}` : '';
    journal.files.set(file, [...others, line].filter(Boolean).join('\n').concat('\n'));
    return `${file}: ${line || `no ${key}`}`;
  };

const ofSite = (key: string, value: (random: Random, journal: MadeUpJournal) => string): Edit =>
  ofLine('site.yaml', key, value);

/** A file of the journal that is put away where it is there. */
const ofFile =
  (file: string, text: (random: Random, journal: MadeUpJournal) => string): Edit =>
  ({ journal }, random) => {
    if (journal.files.has(file) && random.happens(0.4)) journal.files.delete(file);
    else journal.files.set(file, text(random, journal));
    return `${file}: ${journal.files.get(file) ?? 'gone'}`;
  };

/** What a writer says about the journal as a whole. */
export const settingsEdits: Readonly<Record<string, Edit>> = {
  title: ofSite('title', (random) => JSON.stringify(random.pick(words))),
  address: ofSite(
    'url',
    (random) => `https://${random.pick(['first', 'second'])}.example${random.pick(['', '/blog'])}`,
  ),
  'address of before': ofSite(
    'formerly',
    (random) => `https://${random.pick(['old', 'b'])}.example`,
  ),
  home: ofSite('home', (random) => random.pick(['stream', 'list', 'about'])),
  tagline: ofSite('tagline', (_, journal) => `Of ${++journal.made} things`),
  language: ofSite('language', (random) => random.pick(['en', 'de', 'ar'])),
  'time zone': ofSite('timeZone', (random) => random.pick(['Asia/Tokyo', 'America/Lima'])),
  stream: ofSite('stream', (random) => `{ entries: ${2 + random.below(5)} }`),
  feeds: ofSite('feeds', (random) => `{ entries: ${2 + random.below(6)} }`),
  punctuation: ofSite('smartPunctuation', () => 'false'),
  'ids of headings': ofSite('headingIds', (random) =>
    random.pick(['github', 'hugo', 'markdown-it']),
  ),
  author: ofSite('author', (random) => random.pick(writers)),
  menu: ofSite('nav', (random) => `[{ label: ${JSON.stringify(random.pick(words))}, path: / }]`),
  addresses: ofSite('permalinks', (random) =>
    random.pick(['{ articles: "/:year/:month/:slug/" }', '{ notes: "/n/:slug/" }']),
  ),
  look: ofSite('theme', (random) => `{ accent: "#7${random.below(9)}1f1f" }`),
  writer: ofLine('authors.yaml', 'rui', (_, journal) => `{ name: Rui ${++journal.made} }`),
  series: (world, random) =>
    ofLine(
      `series/${random.pick(seriesIds)}.yaml`,
      'description',
      (_, { made }) => `No. ${made}`,
    )(world, random),
  'style sheet': ofFile(
    'style.css',
    (random) => `body { order: ${random.below(99)}; background: url(${random.pick(pictures)}) }\n`,
  ),
  head: ofFile('head.html', (random, journal) =>
    random.pick([
      `<meta name="made-up" content="${++journal.made}">\n`,
      `<script>made(${++journal.made})</script>\n`,
    ]),
  ),
  foot: ofFile(
    'foot.html',
    (_, journal) =>
      `<p>No. ${++journal.made}, <a href="/about/">about</a>, <a href="https://old.example/archive/">old</a>.</p>\n`,
  ),
  words: (world, random) =>
    ofLine('words.yaml', random.pick(['archive', 'newestEntries', 'follow']), (_, journal) =>
      JSON.stringify(`Said ${++journal.made}`),
    )(world, random),
  blogroll: ofFile(
    'blogroll.yaml',
    (_, journal) => `- { title: Friend ${++journal.made}, url: "https://friend.example/" }\n`,
  ),
  redirects: ofFile(
    'redirects.yaml',
    (random, { made }) =>
      `/rss/: /${random.pick(['feed.xml', 'atom.xml', 'archive/'])}\n/old-${made}/: /tags/\n`,
  ),
  comments: ofFile('comments/about.yaml', (random, journal) => {
    const entry = random.pick(journal.entries);
    const id = entry.matter.get('id') ?? `/notes/${entry.name}/`;
    const status = random.pick(['shown', 'waiting', 'removed']);
    return `entry: ${id}\ncomments:\n  - { id: a1, name: Bea, date: 2026-05-22T10:00:00Z, status: ${status}, text: "Comment ${++journal.made}" }\n`;
  }),
};
