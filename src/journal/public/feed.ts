import type { Entry } from '#journal/content/entry.ts';
import { compareEntries } from '#journal/content/journal.ts';
import { languageOf } from '#journal/content/translations.ts';
import { compareText } from '#journal/fault/fault.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { plainWords } from '#journal/text/markdown.ts';
import { oncePer } from '../once/once.ts';
import { type SiteWords, siteWords } from '../words/languages/siteWords.ts';
import { languageInWords } from '../words/locale.ts';
import type { FeedFormat } from './feedFormats.ts';
import { writersOf } from './writers.ts';

/** What the entries of a feed have in common. */
export type FeedOf = 'journal' | 'kind' | 'language' | 'series' | 'tag' | 'author';

/** What somebody can follow, in whatever format: what it is called, whose page it lies beside, and what is in it. */
export interface Feed {
  readonly of: FeedOf;
  /** What it is called beside other feeds of this journal. */
  readonly name: string;
  readonly nameLanguage: string;
  /** What it is called among the feeds of other journals. */
  readonly title: string;
  readonly description: string;
  /** The journal's, or English where it lacks the words for a description. */
  readonly descriptionLanguage: string;
  /** The language of its entries, unless they say otherwise. */
  readonly language: string;
  /** Path of the page that lists the same entries, and maybe others. The feed's files lie beside it; see {@link feedPath}. */
  readonly page: string;
  /** What the names of its files have where that page lists more: a language, in lower case. */
  readonly only?: string | undefined;
  /** Ids of those who write it. */
  readonly authors: readonly string[];
  /** Newest first, at most as many as site.yaml's `feeds.entries` says. */
  readonly entries: readonly Entry[];
}

/** Path of a feed's file in one format: `/tags/tea/feed.xml`, or `/feed.de.xml` of one language. */
export function feedPath(
  { page, only }: Pick<Feed, 'page' | 'only'>,
  { file }: FeedFormat,
): string {
  return page + (only === undefined ? file : file.replace('.', `.${only}.`));
}

/** Every feed of a journal: of everything, of each kind, language, series, tag and author. */
export function feedsOf(journal: PublicJournal): readonly Feed[] {
  return known(journal).feeds;
}

/** The feed that a page lists, if it lists one. */
export function feedAt(journal: PublicJournal, page: string): Feed | undefined {
  return known(journal).byPage.get(page);
}

/** The feeds of each language, that of the journal first; none where all is in one. */
export function languageFeeds(journal: PublicJournal): readonly Feed[] {
  return feedsOf(journal).filter(({ of }) => of === 'language');
}

const known = oncePer((journal: PublicJournal) => {
  const feeds = allFeeds(journal);
  const whole = feeds.filter(({ only }) => only === undefined);
  return { feeds, byPage: new Map(whole.map((feed) => [feed.page, feed])) };
});

/** Entries by the language that they are in, that of the journal first. */
function byLanguage({ entries, site }: PublicJournal): [language: string, Entry[]][] {
  const own = languageOf({ lang: undefined }, site);
  return [...Map.groupBy(entries, (entry) => languageOf(entry, site))].sort(
    ([a], [b]) => Number(b === own) - Number(a === own) || compareText(a, b),
  );
}

function allFeeds(journal: PublicJournal): Feed[] {
  const { site, entries } = journal;
  const words = siteWords(journal.words);
  const feed = feedMaker(journal, words);
  const ofKind = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind);
  return [
    feed('journal', words.text('everything'), '/', { title: site.title, entries }),
    feed('kind', words.text('articles'), '/articles/', { entries: ofKind('article') }),
    feed('kind', words.text('notes'), '/notes/', { entries: ofKind('note') }),
    ...feedsByLanguage(journal, feed),
    ...groupFeeds(journal, words, feed),
  ];
}

/** Makes a feed of what is not the same in all. */
type FeedMaker = (of: FeedOf, name: string, page: string, held: Partial<Feed>) => Feed;

function feedMaker({ site }: PublicJournal, words: SiteWords): FeedMaker {
  const main = site.author === undefined ? [] : [site.author];
  return (of, name, page, held) => ({
    of,
    name,
    nameLanguage: site.language,
    language: site.language,
    page,
    title: words.text('feedTitle', { journal: site.title, feed: name }),
    description: site.tagline ?? site.title,
    descriptionLanguage: site.language,
    authors: main,
    ...held,
    entries: (held.entries ?? []).slice(0, site.feeds.entries),
  });
}

/** Where there are entries in several languages: one of each. */
function feedsByLanguage(journal: PublicJournal, feed: FeedMaker): Feed[] {
  const languages = byLanguage(journal);
  return (languages.length < 2 ? [] : languages).map(([language, entries]) => {
    const { name, lang } = languageInWords(language, journal.site.language);
    const only = language.toLowerCase();
    return feed('language', name, '/', { nameLanguage: lang, language, only, entries });
  });
}

/** Of series, tags and writers. */
function groupFeeds(journal: PublicJournal, words: SiteWords, feed: FeedMaker): Feed[] {
  return [
    ...journal.series.map((one) =>
      feed('series', one.title, one.path, {
        description: one.description === undefined ? one.title : plainWords(one.description),
        entries: one.parts.map(({ entry }) => entry).sort(compareEntries),
      }),
    ),
    ...journal.tags.map((tag) =>
      feed('tag', tag.name, tag.path, {
        description: words.text('tagFeed', { tag: tag.name }),
        descriptionLanguage: words.languageOf('tagFeed'),
        entries: tag.entries,
      }),
    ),
    ...writersOf(journal).map(({ id, name, path, entries }) =>
      feed('author', name, path, {
        description: words.text('authorFeed', { author: name }),
        descriptionLanguage: words.languageOf('authorFeed'),
        authors: [id],
        entries,
      }),
    ),
  ];
}
