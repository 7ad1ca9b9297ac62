import type { Entry } from '#journal/content/entry.ts';
import { compareEntries } from '#journal/content/journal.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { plainWords } from '#journal/text/markdown.ts';
import { siteWords } from '../words/languages/siteWords.ts';
import { writersOf } from './writers.ts';

/** What the entries of a feed have in common. */
export type FeedOf = 'journal' | 'kind' | 'series' | 'tag' | 'author';

/** What somebody can follow, in whatever format: what it is called, whose page it lies beside, and what is in it. */
export interface Feed {
  readonly of: FeedOf;
  /** What it is called beside other feeds of this journal. */
  readonly name: string;
  /** What it is called among the feeds of other journals. */
  readonly title: string;
  readonly description: string;
  /** The journal's, or English where it lacks the words for a description. */
  readonly descriptionLanguage: string;
  /** Path of the page that lists the same entries. The feed's files lie beside it; see {@link feedPath}. */
  readonly page: string;
  /** Ids of those who write it. */
  readonly authors: readonly string[];
  /** Newest first, at most as many as site.yaml's `feeds.entries` says. */
  readonly entries: readonly Entry[];
}

/** The formats of every feed, in the order in which they are told. */
export const feedFormats = [
  { name: 'RSS', file: 'feed.xml', type: 'application/rss+xml' },
  { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  { name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
] as const;

/** One of {@link feedFormats}. */
export type FeedFormat = (typeof feedFormats)[number];

/** Path of a feed's file in one format. */
export function feedPath(feed: Pick<Feed, 'page'>, format: FeedFormat): string {
  return `${feed.page}${format.file}`;
}

/** Every feed of a journal: of everything, of each kind, series, tag and author. */
export function feedsOf(journal: PublicJournal): readonly Feed[] {
  return [...byPage(journal).values()];
}

/** The feed that a page lists, if it lists one. */
export function feedAt(journal: PublicJournal, page: string): Feed | undefined {
  return byPage(journal).get(page);
}

const known = new WeakMap<PublicJournal, ReadonlyMap<string, Feed>>();

function byPage(journal: PublicJournal): ReadonlyMap<string, Feed> {
  const feeds = known.get(journal) ?? new Map(allFeeds(journal).map((feed) => [feed.page, feed]));
  known.set(journal, feeds);
  return feeds;
}

function allFeeds(journal: PublicJournal): Feed[] {
  const { site, entries, series, tags } = journal;
  const words = siteWords(journal.words);
  const about = site.tagline ?? site.title;
  const main = site.author === undefined ? [] : [site.author];
  const feed = (of: FeedOf, name: string, page: string, held: Partial<Feed>): Feed => ({
    of,
    name,
    page,
    title: words.text('feedTitle', { journal: site.title, feed: name }),
    description: about,
    descriptionLanguage: site.language,
    authors: main,
    ...held,
    entries: (held.entries ?? []).slice(0, site.feeds.entries),
  });
  const ofKind = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind);
  return [
    feed('journal', words.text('everything'), '/', { title: site.title, entries }),
    feed('kind', words.text('articles'), '/articles/', { entries: ofKind('article') }),
    feed('kind', words.text('notes'), '/notes/', { entries: ofKind('note') }),
    ...series.map((one) =>
      feed('series', one.title, one.path, {
        description: one.description === undefined ? one.title : plainWords(one.description),
        entries: one.parts.map(({ entry }) => entry).sort(compareEntries),
      }),
    ),
    ...tags.map((tag) =>
      feed('tag', tag.name, tag.path, {
        description: words.text('tagFeed', { tag: tag.name }),
        descriptionLanguage: words.languageOf('tagFeed'),
        entries: tag.entries,
      }),
    ),
    ...writersOf(journal).map(({ id, name, path, entries: written }) =>
      feed('author', name, path, {
        description: words.text('authorFeed', { author: name }),
        descriptionLanguage: words.languageOf('authorFeed'),
        authors: [id],
        entries: written,
      }),
    ),
  ];
}
