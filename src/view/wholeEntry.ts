import { tagSlug } from '#journal/address/slug.ts';
import type { Entry } from '#journal/content/entry.ts';
import { oncePer } from '#journal/once/once.ts';
import type { Writer } from '#journal/public/writers.ts';
import { currentJournal } from '../load/current.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { type AuthorCardView, authorCard } from './authorPage.ts';
import { coverHtml } from './cover.ts';
import { type TranslationView, translationsOf } from './links.ts';
import { type SeriesPlaceView, seriesPlace } from './seriesPage.ts';
import {
  bylineOf,
  clockTime,
  hiddenMark,
  inlineTexts,
  linkText,
  site,
  type TimeView,
  timeView,
} from './site.ts';
import { coverAddress } from './structuredData.ts';
import { partOfSeveral } from './viewKey.ts';

/** An entry with its whole body, but for what only its own page shows. */
export interface WholeEntryView {
  readonly kind: Entry['kind'];
  readonly path: string;
  readonly lang: string;
  /** The journal's language. */
  readonly language: string;
  /** Undefined for an untitled note. */
  readonly title: string | undefined;
  readonly date: TimeView;
  readonly time: string | undefined;
  readonly hidden: string | undefined;
  /** HTML; empty where there is none. */
  readonly cover: string;
  /** HTML. */
  readonly tldr: string | undefined;
  readonly body: BodyView;
  readonly series: SeriesPlaceView | undefined;
  readonly footer: FooterView;
}

/** A body by its digest, which changes whenever its HTML does; `body.ts` has the HTML itself. */
export interface BodyView {
  readonly digest: string;
  document(): SourceDocument;
}

/** What stands below an entry. */
export interface FooterView {
  readonly writers: readonly Pick<Writer, 'name' | 'path'>[];
  /** Whether readers are told who wrote it, or machines alone. */
  readonly told: boolean;
  /** Address of the cover. */
  readonly cover: string | undefined;
  readonly inReplyTo: string | undefined;
  readonly updated: TimeView | undefined;
  readonly tags: readonly { readonly name: string; readonly path: string }[];
  readonly syndication: readonly string[];
  readonly translations: readonly TranslationView[];
}

/** An entry with its whole body: it stands on its own page and on one of the stream. */
export const wholeEntry = oncePer(wholeAnew);

function wholeAnew(entry: Entry): WholeEntryView {
  const { language } = site().site;
  return partOfSeveral({
    kind: entry.kind,
    path: entry.path,
    lang: entry.lang ?? language,
    language,
    title: entry.title === undefined ? undefined : linkText(entry),
    date: timeView(entry.date),
    time: clockTime(entry.date),
    hidden: hiddenMark(entry),
    cover: coverHtml(entry),
    tldr: inlineTexts(entry).tldr,
    body: bodyView(entry),
    series: seriesPlace(entry),
    footer: footerOf(entry),
  });
}

/** The body of an entry or a page. */
export function bodyView(document: SourceDocument): BodyView {
  return { digest: currentJournal().digestOf(document), document: () => document };
}

/** The cards of those who wrote an article, for its own page; none where they would say no more than its byline. */
export function authorCards(entry: Entry): AuthorCardView[] {
  const { writers, told } = bylineOf(entry);
  const cards = told && entry.kind === 'article' ? writers.map(authorCard) : [];
  return cards.some(({ bio, portrait }) => bio !== undefined || portrait) ? cards : [];
}

function footerOf(entry: Entry): FooterView {
  const { writers, told } = bylineOf(entry);
  return {
    writers: writers.map(({ name, path }) => ({ name, path })),
    told,
    cover: coverAddress(entry),
    inReplyTo: entry.inReplyTo,
    updated: entry.updated && timeView(entry.updated),
    tags: entry.tags.map((name) => ({ name, path: `/tags/${tagSlug(name)}/` })),
    syndication: entry.syndication,
    translations: translationsOf(entry),
  };
}
