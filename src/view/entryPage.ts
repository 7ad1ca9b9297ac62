import type { Entry } from '#journal/content/entry.ts';
import { languageOf } from '#journal/content/translations.ts';
import { type Feed, feedAt, languageFeeds } from '#journal/public/feed.ts';
import type { Tag } from '#journal/public/publicJournal.ts';
import type { AuthorCardView } from './authorPage.ts';
import { type CommentsView, commentsView } from './comments.ts';
import { type Frame, frameOf } from './frame.ts';
import { type LinkView, linkTo } from './links.ts';
import { description, linkText, neighbours, placeInSeries, related, site } from './site.ts';
import { authorCards, type WholeEntryView, wholeEntry } from './wholeEntry.ts';

/** The page of an entry. */
export interface EntryView {
  readonly kind: 'entry';
  readonly frame: Frame;
  readonly entry: WholeEntryView;
  readonly authors: readonly AuthorCardView[];
  readonly comments: CommentsView | undefined;
  readonly related: readonly RelatedList[];
  readonly newer: LinkView | undefined;
  readonly older: LinkView | undefined;
}

/** Where a reader may go on, and why there. */
export interface RelatedList {
  readonly label: RelatedLabel;
  readonly links: readonly LinkView[];
}

/** What is said above such a list, with what it speaks of, and the page of that. */
export type RelatedLabel =
  | { readonly is: 'referredToBy' | 'similar' }
  | { readonly is: 'moreInTag' | 'moreFromAuthor'; readonly name: string; readonly path: string };

/** The page of an entry. */
export function entryPage(entry: Entry): EntryView {
  const { newer, older } = neighbours(entry);
  return {
    kind: 'entry',
    frame: entryFrame(entry),
    entry: wholeEntry(entry),
    authors: authorCards(entry),
    comments: commentsView(entry),
    related: relatedLists(entry),
    newer: newer && linkTo(newer),
    older: older && linkTo(older),
  };
}

function entryFrame(entry: Entry): Frame {
  const series = placeInSeries(entry)?.series.path;
  const kind = entry.kind === 'article' ? '/articles/' : '/notes/';
  const lists = series === undefined ? [kind] : [series, kind];
  return frameOf({
    title: linkText(entry),
    description: description(entry),
    path: entry.path,
    canonical: entry.canonical,
    lang: entry.lang,
    feeds: [...lists.map((path) => feedAt(site(), path)), foreignFeed(entry)],
    entry,
    shows: [entry],
  });
}

/** The feed of the entry's language, where that is not the journal's. */
function foreignFeed(entry: Entry): Feed | undefined {
  const { site: journal } = site();
  const language = languageOf(entry, journal);
  if (language === languageOf({ lang: undefined }, journal)) return undefined;
  return languageFeeds(site()).find((feed) => feed.language === language);
}

function relatedLists(entry: Entry): RelatedList[] {
  const { referredToBy, similar, inTag, byWriter } = related(entry);
  const list = (
    label: RelatedLabel,
    members: readonly Parameters<typeof linkTo>[0][] = [],
  ): RelatedList => ({ label, links: members.map(linkTo) });
  const about = ({ name, path }: Pick<Tag, 'name' | 'path'>) => ({ name, path });
  return [
    list({ is: 'referredToBy' }, referredToBy),
    list({ is: 'similar' }, similar),
    ...(inTag ? [list({ is: 'moreInTag', ...about(inTag.tag) }, inTag.entries)] : []),
    ...(byWriter
      ? [list({ is: 'moreFromAuthor', ...about(byWriter.writer) }, byWriter.entries)]
      : []),
  ].filter(({ links }) => links.length > 0);
}
