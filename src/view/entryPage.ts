import type { Entry } from '#journal/content/entry.ts';
import { feedAt } from '#journal/public/feed.ts';
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
  readonly label: string;
  /** What the label speaks of, and its page. */
  readonly about: { readonly name: string; readonly path: string } | undefined;
  readonly links: readonly LinkView[];
}

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
    feeds: lists.map((path) => feedAt(site(), path)),
    entry,
    shows: [entry],
  });
}

function relatedLists(entry: Entry): RelatedList[] {
  const { referredToBy, similar, inTag, byWriter } = related(entry);
  const list = (
    label: string,
    members: Parameters<typeof linkTo>[0][],
    about?: RelatedList['about'],
  ): RelatedList => ({
    label,
    about: about && { name: about.name, path: about.path },
    links: members.map(linkTo),
  });
  return [
    list('Referred to by', [...referredToBy]),
    list('Similar', [...similar]),
    list('More in', [...(inTag?.entries ?? [])], inTag?.tag),
    list('More from', [...(byWriter?.entries ?? [])], byWriter?.writer),
  ].filter(({ links }) => links.length > 0);
}
