import { absoluteAddress, lastingAddress } from '#journal/address/base.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { SeriesPart } from '#journal/content/seriesPlaces.ts';
import { oncePer } from '#journal/once/once.ts';
import type { PublicJournal, Series } from '#journal/public/publicJournal.ts';
import { redirectsOf } from '#journal/public/redirects.ts';
import type { Comment } from '#journal/public/thread.ts';
import { type Writer, writersOf } from '#journal/public/writers.ts';
import { dayInWords, type Moment, machineTime, timeInWords } from '#journal/schema/moment.ts';
import { firstWords } from '#journal/text/excerpt.ts';
import { plainWords } from '#journal/text/markdown.ts';
import { siteWords } from '#journal/words/languages/siteWords.ts';
import { currentJournal } from '../load/current.ts';
import { portraitFile } from '../load/portraits.ts';
import type { Asset } from '../media/assets.ts';
import { backlinks } from '../related/backlinks.ts';
import { linksOf } from '../related/links.ts';
import { type Related, relatedTo } from '../related/related.ts';
import type { InlineText, SourceDocument } from '../render/collect/document.ts';
import { shownTitle } from '../render/title.ts';

/** The journal that this build shows. */
export function site(): PublicJournal {
  return currentJournal().journal;
}

/** What a link to an entry says: its title, or for an untitled note its day and first words. */
export function linkText(entry: Entry): string {
  return shownTitle(entry, site().site) ?? noteName(entry);
}

const noteName = oncePer((entry: Entry) => {
  // In the language of the words: the link has one `lang`.
  const day = dayInWords(entry.date, entry.lang ?? site().site.language);
  const words = noteWords(entry);
  return words === '' ? day : siteWords(site().words, entry.lang).text('noteName', { day, words });
});

/** The first words of an entry's text; empty where it has none. */
export function noteWords(entry: Entry): string {
  const { excerpt } = currentJournal().factsOf(entry);
  return firstWords(excerpt, entry.lang ?? site().site.language);
}

/** One or two sentences about an entry, plain text; empty where it has none. */
export function description(entry: Entry): string {
  if (entry.summary !== undefined) return entry.summary;
  return entry.tldr === undefined
    ? currentJournal().factsOf(entry).excerpt
    : plainWords(entry.tldr);
}

/** The inline texts of an entry's front matter as HTML. */
export function inlineTexts(entry: Entry): Readonly<Partial<Record<InlineText, string>>> {
  const { fill, factsOf } = currentJournal();
  const { inline } = factsOf(entry);
  return Object.fromEntries(
    Object.entries(inline).map(([name, html]) => [name, fill(html)] as const),
  );
}

/** How the dev server marks what readers do not see yet; undefined for all that they see. */
export function hiddenMark(document: SourceDocument): string | undefined {
  const hidden = currentJournal().hiddenAs(document);
  if (hidden === undefined) return undefined;
  const words = siteWords(site().words);
  return hidden === 'scheduled' && document.kind !== 'page'
    ? words.text('scheduled', { moment: hourInWords(document.date) })
    : words.text('draft');
}

/** A moment for machines and for people. */
export interface TimeView {
  readonly machine: string;
  readonly words: string;
}

/** The day of a moment, as every page shows it. */
export function timeView(moment: Moment): TimeView {
  const { language, timeZone } = site().site;
  return { machine: machineTime(moment, timeZone), words: dayInWords(moment, language) };
}

/** The time of day, if there is one. */
export function clockTime({ time }: Moment): string | undefined {
  return time === undefined ? undefined : timeInWords(time, site().site.language);
}

/** A moment with its hour, as far as it has one. */
export function hourInWords(moment: Moment): string {
  const day = dayInWords(moment, site().site.language);
  const time = clockTime(moment);
  return time === undefined ? day : siteWords(site().words).text('dayAndTime', { day, time });
}

/** The absolute address of a decoded path. */
export function permalink(path: string): string {
  return absoluteAddress(path, site().site.url);
}

/** The absolute address of a decoded path as ids have it: it stays when the journal moves. */
export function lastingId(path: string): string {
  const { site: journal } = site();
  return journal.formerly.length === 0 ? permalink(path) : lastingAddress(path, journal);
}

/** Who wrote an entry. Where all is by the journal's one author, no page needs to say so. */
export function bylineOf(entry: Entry): { writers: readonly Writer[]; told: boolean } {
  const all = writersOf(site());
  const { author } = site().site;
  return {
    writers: entry.authors.flatMap((id) => all.find((one) => one.id === id) ?? []),
    told: all.length > 1 || entry.authors.some((id) => author !== undefined && id !== author),
  };
}

/** The picture of an author, as the site serves it. */
export function portraitOf({ person }: Writer): Asset | undefined {
  return person?.picture && currentJournal().asset(portraitFile(person.picture.src));
}

/** The entries before and after one in time. */
export function neighbours(entry: Entry): { newer: Entry | undefined; older: Entry | undefined } {
  const at = positionsIn(site()).get(entry) ?? -1;
  return { newer: site().entries[at - 1], older: site().entries[at + 1] };
}

/** The threads of comments on an entry, none where there is none. */
export function commentsOn(entry: Entry): readonly Comment[] {
  return site().comments.get(entry.id) ?? [];
}

/** An entry's series and its place in it. */
export function placeInSeries(
  entry: Entry,
): { series: Series; at: number; part: SeriesPart } | undefined {
  const series = site().series.find((one) => one.id === entry.series?.id);
  const at = series?.parts.findIndex((one) => one.entry === entry) ?? -1;
  const part = series?.parts[at];
  return series && part ? { series, at, part } : undefined;
}

/** Where a reader of an entry may go on, beside its neighbours. */
export function related(entry: Entry): Related {
  const { newer, older } = neighbours(entry);
  const place = placeInSeries(entry);
  return relatedTo(entry, {
    journal: site(),
    shown: [
      newer,
      older,
      place?.series.parts[place.at - 1]?.entry,
      place?.series.parts[place.at + 1]?.entry,
    ],
    referredToBy: referrersIn(site()).get(entry.path) ?? [],
    similar: currentJournal().similarTo(entry),
  });
}

/** Waits until the texts are compared that this build compares beside it: {@link related} would compare them again. */
export function compared(): Promise<void> {
  return currentJournal().compared();
}

const referrersIn = oncePer((journal: PublicJournal) => {
  const { factsOf } = currentJournal();
  return backlinks<SourceDocument>(
    [...journal.entries, ...journal.pages],
    (document) => linksOf(document, factsOf(document), journal),
    redirectsOf(journal),
  );
});

const positionsIn = oncePer(
  ({ entries }: PublicJournal) => new Map(entries.map((entry, at) => [entry, at])),
);
