import { toString as textOf } from 'mdast-util-to-string';
import type { Entry } from '#journal/entry.ts';
import { parseMarkdown } from '#journal/markdown.ts';
import { dayInWords } from '#journal/moment.ts';
import { absoluteAddress } from '#journal/permalink.ts';
import type { PublicJournal, Series } from '#journal/publicJournal.ts';
import type { SeriesPart } from '#journal/series.ts';
import { digestOf } from './loader/bodies.ts';
import { currentJournal } from './loader/current.ts';
import type { InlineText } from './markdown/document.ts';
import { firstWords } from './markdown/excerpt.ts';

/** The journal that this build shows. */
export function site(): PublicJournal {
  return currentJournal().journal;
}

const linkTexts = new WeakMap<Entry, string>();

/** What a link to an entry says: its title, or for an untitled note its first words. */
export function linkText(entry: Entry): string {
  if (entry.title !== undefined) return entry.title;
  const known = linkTexts.get(entry);
  if (known !== undefined) return known;
  const words = firstWords(currentJournal().factsOf(entry).excerpt);
  const text = words === '' ? dayInWords(entry.date, site().site.language) : words;
  linkTexts.set(entry, text);
  return text;
}

/** One or two sentences about an entry, plain text; empty where it has none. */
export function description(entry: Entry): string {
  if (entry.summary !== undefined) return entry.summary;
  return entry.tldr === undefined
    ? currentJournal().factsOf(entry).excerpt
    : textOf(parseMarkdown(entry.tldr));
}

/** The inline texts of an entry's front matter as HTML. */
export function inlineTexts(entry: Entry): Readonly<Partial<Record<InlineText, string>>> {
  const { fill, factsOf } = currentJournal();
  const { inline } = factsOf(entry);
  return Object.fromEntries(
    Object.entries(inline).map(([name, html]) => [name, fill(html)] as const),
  );
}

/** The encoded address of a decoded path, for `href`. */
export function href(path: string): string {
  return encodeURI(path);
}

/** The absolute address of a decoded path. */
export function permalink(path: string): string {
  return absoluteAddress(path, site().site.url);
}

/** Names of an entry's authors. */
export function authorNames(entry: Entry): string[] {
  return entry.authors.map((id) => site().authors[id]?.name ?? id);
}

/** The entries before and after one in time. */
export function neighbours(entry: Entry): { newer: Entry | undefined; older: Entry | undefined } {
  const at = positions().get(entry) ?? -1;
  return { newer: site().entries[at - 1], older: site().entries[at + 1] };
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

/**
 * The key under which an unchanged page is kept from build to build: a digest of everything that it shows beside its
 * own code. Functions and the like do not count.
 */
export function cacheKey(...shown: readonly unknown[]): string {
  const { site: matter, authors } = site();
  return digestOf(JSON.stringify([matter, authors, ...shown]));
}

/** What a page that shows the whole entry shows of it. */
export function wholeEntry(entry: Entry): unknown {
  return [{ ...entry, body: undefined }, currentJournal().digestOf(entry), placeOf(entry)];
}

/** What a list that names the entry shows of it. */
export function namedEntry(entry: Entry): unknown {
  return [
    entry.path,
    linkText(entry),
    entry.date,
    entry.kind,
    entry.lang,
    description(entry),
    entry.draft,
  ];
}

function placeOf(entry: Entry): unknown {
  const place = placeInSeries(entry);
  if (!place) return undefined;
  const { title, path, total, planned, parts } = place.series;
  return [
    title,
    path,
    total,
    planned,
    parts.map((one) => [one.part, one.entry.path, linkText(one.entry)]),
  ];
}

let positionsOf: { journal: PublicJournal; positions: Map<Entry, number> } | undefined;

function positions(): Map<Entry, number> {
  const journal = site();
  if (positionsOf?.journal !== journal) {
    positionsOf = { journal, positions: new Map(journal.entries.map((entry, at) => [entry, at])) };
  }
  return positionsOf.positions;
}
