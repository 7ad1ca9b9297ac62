import { tagSlug } from '#journal/address/slug.ts';
import type { Entry } from '#journal/content/entry.ts';
import { oncePer } from '#journal/once/once.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { redirectsOf } from '#journal/public/redirects.ts';
import { digestOf } from '../cache/bodies.ts';
import type { BodySource } from '../cache/keptBody.ts';
import type { DocumentFacts, SourceDocument } from '../render/collect/document.ts';
import { linksOf } from './links.ts';
import { listAt } from './packed.ts';
import type { ComparableText, Ranking, SimilarCache } from './similarCache.ts';

/** What comparing takes of a loaded journal. */
export interface ComparedJournal {
  readonly journal: PublicJournal;
  factsOf(document: SourceDocument): DocumentFacts;
  /** Changes whenever the document's file or renderer does. */
  digestOf(document: SourceDocument): string;
  /** HTML as the page shows it, for any thread; empty for MDX. */
  bodySource(document: SourceDocument): BodySource;
}

/** Which entries are like which. */
export interface SimilarEntries {
  /** Begins to compare all of them, where that is worth a thread of its own. */
  compareAhead(): void;
  /** Waits for what {@link compareAhead} has begun: nothing is compared twice then. */
  compared(): Promise<void>;
  /** The public entries that are like one, nearest first. */
  similarTo(entry: Entry): readonly Entry[];
}

/**
 * Finds the public entries that are like one. The first question compares them all; in a preview, that may be the question
 * after the next.
 */
export function similarEntries(
  loaded: ComparedJournal,
  cache: SimilarCache,
  isPreview: boolean,
): SimilarEntries {
  const { entries } = loaded.journal;
  let compared: readonly ComparableText[] | undefined;
  const documents = () => {
    compared ??= entries.map((one) => comparable(one, loaded));
    return compared;
  };
  let found: SimilarEntries['similarTo'] | undefined;
  return {
    compareAhead: () => cache.begin(documents()),
    compared: () => cache.ready(),
    similarTo(entry) {
      found ??= finderIn(
        isPreview ? cache.lastRanking(documents) : cache.ranking(documents()),
        entries,
      );
      return found(entry);
    },
  };
}

/** Finds what is like an entry, in a ranking that may be one of other entries: what is not there any more is left out. */
function finderIn(
  { ids, nearest }: Ranking,
  entries: readonly Entry[],
): SimilarEntries['similarTo'] {
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  const ranked = ids.map((file) => byFile.get(file));
  const places = new Map(ranked.map((entry, place) => [entry, place]));
  return (entry) => {
    const place = places.get(entry);
    const found = place === undefined ? [] : [...listAt(nearest, place)];
    return found.flatMap((one) => ranked[one] ?? []);
  };
}

function comparable(entry: Entry, loaded: ComparedJournal): ComparableText {
  const { journal, factsOf, digestOf: bodyDigest, bodySource } = loaded;
  const lead = [entry.title, entry.summary, entry.tldr].join('\n');
  return {
    id: entry.file,
    at: entry.date.at,
    language: entry.lang ?? journal.site.language,
    digest: digestOf(lead, bodyDigest(entry)),
    source: () =>
      entry.format === 'mdx' ? { lead, mdx: entry.body } : { lead, html: bodySource(entry) },
    tags: entry.tags.map(tagSlug),
    links: filesAt(linksOf(entry, factsOf(entry), journal), journal),
    series: entry.series?.id,
  };
}

const filesByPath = oncePer(
  ({ entries }: PublicJournal) => new Map(entries.map(({ path, file }) => [path, file])),
);

/** The files behind paths, the paths of no entry left out. */
function filesAt(paths: readonly string[], journal: PublicJournal): string[] {
  const known = filesByPath(journal);
  return paths.flatMap((path) => known.get(redirectsOf(journal).get(path) ?? path) ?? []);
}
