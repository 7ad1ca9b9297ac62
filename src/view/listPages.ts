import type { Entry } from '#journal/content/entry.ts';
import { oncePer } from '#journal/once/once.ts';
import { archiveOf } from '#journal/public/archive.ts';
import { type Feed, feedAt } from '#journal/public/feed.ts';
import type { Tag } from '#journal/public/publicJournal.ts';
import {
  dayInWords,
  dayOfYear,
  hasOwnYears,
  machineTime,
  monthInWords,
  yearInWords,
} from '#journal/schema/moment.ts';
import { siteWords } from '#journal/words/languages/siteWords.ts';
import { asHeading } from '#journal/words/locale.ts';
import { text } from '../words/say.ts';
import { type Frame, frameOf } from './frame.ts';
import { hiddenMark, linkText, noteWords, site, type TimeView } from './site.ts';
import { partOfSeveral } from './viewKey.ts';

/** What a list is of. */
export interface Listing {
  readonly title: string;
  readonly path: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** What stands above the entries of each: nothing where all are of one month; by year where this is left out. */
  readonly by?: 'year' | 'month' | 'nothing';
}

/** A page that lists entries by name. */
export interface ListView {
  readonly frame: Frame;
  readonly title: string;
  readonly feed: FeedView | undefined;
  readonly by: 'year' | 'month' | 'nothing';
  /** Whether days stand there with their years. */
  readonly wholeDates: boolean;
  readonly groups: readonly ListGroup[];
}

/** A feed to follow. */
export type FeedView = Pick<Feed, 'page'>;

/** Entries under one heading; without a name there is none. */
export interface ListGroup {
  readonly name: string;
  readonly path: string;
  readonly entries: readonly ListedEntry[];
}

/** An entry in a list. */
export interface ListedEntry {
  readonly kind: Entry['kind'];
  readonly path: string;
  readonly lang: string | undefined;
  /** Whether it has a title; an untitled note is called by its day and its first words. */
  readonly titled: boolean;
  readonly text: string;
  readonly date: TimeView;
  readonly hidden: string | undefined;
}

/** The page of a list. */
export function listPage({ title, path, entries, by = 'year' }: Listing): ListView {
  return {
    frame: frameOf({ title: path === '/' ? undefined : title, path, list: true }),
    title,
    feed: feedOf(path),
    by,
    wholeDates: hasOwnYears(site().site.language),
    groups: groupsOf(entries, by),
  };
}

/** The feed that a page offers to follow. */
export function feedOf(path: string): FeedView | undefined {
  const feed = feedAt(site(), path);
  return feed && { page: feed.page };
}

/** The page of a tag. */
export function tagPage({ name, path, entries }: Tag): ListView {
  return listPage({ title: name, path, entries });
}

/** The page of all articles or all notes. */
export function kindPage(kind: Entry['kind']): ListView {
  const entries = site().entries.filter((entry) => entry.kind === kind);
  return kind === 'article'
    ? listPage({ title: text('articles'), path: '/articles/', entries })
    : listPage({ title: text('notes'), path: '/notes/', entries });
}

function groupsOf(entries: readonly Entry[], by: ListView['by']): ListGroup[] {
  if (by === 'nothing') return [{ name: '', path: '', entries: entries.map(listed) }];
  const years = archiveOf(entries);
  const { language } = site().site;
  if (by === 'year')
    return years.map(({ year, path, entries: members }) => ({
      name: yearInWords(year, language),
      path,
      entries: members.map(listed),
    }));
  return years
    .flatMap(({ months }) => months)
    .map(({ month, path, entries: members }) => ({
      name: asHeading(monthInWords(month, language, false), language),
      path,
      entries: members.map(listed),
    }));
}

// An entry stands in a dozen lists.
const listed = oncePer((entry: Entry): ListedEntry => {
  const { timeZone, language } = site().site;
  const { kind, path, lang, date } = entry;
  const titled = entry.title !== undefined;
  const inList = hasOwnYears(language) ? dayInWords : dayOfYear;
  return partOfSeveral({
    kind,
    path,
    lang,
    titled,
    text: titled ? linkText(entry) : noteWords(entry) || siteWords(site().words, lang).text('note'),
    date: { machine: machineTime(date, timeZone), words: inList(date, language) },
    hidden: hiddenMark(entry),
  });
});
