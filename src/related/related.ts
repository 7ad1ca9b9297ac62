import { tagSlug } from '#journal/address/slug.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Page } from '#journal/content/page.ts';
import { oncePer } from '#journal/once/once.ts';
import type { PublicJournal, Tag } from '#journal/public/publicJournal.ts';
import { type Writer, writersOf } from '#journal/public/writers.ts';
import { nearestInTime } from './nearest.ts';

/** Where a reader of an entry may go on. */
export interface Related {
  /** What links to the entry: entries newest first, then pages. */
  readonly referredToBy: readonly (Entry | Page)[];
  readonly similar: readonly Entry[];
  /** Others under the tag of the entry that the fewest have. */
  readonly inTag: { readonly tag: Tag; readonly entries: readonly Entry[] } | undefined;
  /** Others by the author of the entry who wrote the fewest, and not nearly everything. */
  readonly byWriter: { readonly writer: Writer; readonly entries: readonly Entry[] } | undefined;
}

/** What is known of the journal and of the entry's surroundings. */
export interface RelationSources {
  readonly journal: PublicJournal;
  /** What the entry's page leads to in other places: its neighbours in time and in its series. */
  readonly shown: readonly (Entry | undefined)[];
  readonly referredToBy: readonly (Entry | Page)[];
  /** Nearest first, more than are shown. */
  readonly similar: readonly Entry[];
}

const mostOfEach = 3;
/** The share of the entries that is nearly all of them. */
const nearlyAll = 0.75;

/** Puts together where an entry leads. Apart from what links to it, nothing is there twice or shown already. */
export function relatedTo(entry: Entry, sources: RelationSources): Related {
  const { journal, shown, referredToBy } = sources;
  const seen = new Set<unknown>([entry, ...shown, ...referredToBy]);
  const similar = sources.similar.filter((one) => !seen.has(one)).slice(0, mostOfEach);
  for (const one of similar) seen.add(one);
  const inTag = firstWithOthers(tagsOf(entry, journal), entry, seen);
  for (const one of inTag?.others ?? []) seen.add(one);
  const byWriter = firstWithOthers(writersIn(entry, journal), entry, seen);
  return {
    referredToBy,
    similar,
    inTag: inTag && { tag: inTag.group, entries: inTag.others },
    byWriter: byWriter && { writer: byWriter.group, entries: byWriter.others },
  };
}

function firstWithOthers<G extends { readonly entries: readonly Entry[] }>(
  groups: readonly G[],
  entry: Entry,
  seen: ReadonlySet<unknown>,
): { group: G; others: readonly Entry[] } | undefined {
  for (const group of groups) {
    const others = nearestInTime(group.entries, entry, seen, mostOfEach);
    if (others.length > 0) return { group, others };
  }
  return undefined;
}

/** The tags of an entry, the rarest first. */
function tagsOf(entry: Entry, { tags }: PublicJournal): Tag[] {
  const known = placesOf(tags);
  const places = new Set(entry.tags.flatMap((tag) => known.get(tagSlug(tag)) ?? []));
  return rarestFirst([...places].sort((a, b) => a - b).flatMap((place) => tags[place] ?? []));
}

// By slug, where a tag stands among all.
const placesOf = oncePer(
  (tags: readonly Tag[]) => new Map(tags.map(({ slug }, place) => [slug, place])),
);

function writersIn(entry: Entry, journal: PublicJournal): Writer[] {
  const writers = writersOf(journal);
  if (writers.length < 2) return [];
  // More by somebody who wrote nearly everything is to be had everywhere.
  const most = journal.entries.length * nearlyAll;
  return rarestFirst(
    writers.filter(({ id, entries }) => entry.authors.includes(id) && entries.length <= most),
  );
}

function rarestFirst<G extends { readonly entries: readonly Entry[] }>(groups: readonly G[]): G[] {
  return [...groups].sort((a, b) => a.entries.length - b.entries.length);
}
