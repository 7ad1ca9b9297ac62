import { tagSlug } from '#journal/address/slug.ts';
import type { Entry } from '#journal/content/entry.ts';
import { oncePer } from '#journal/once/once.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { redirectsOf } from '#journal/public/redirects.ts';
import { digestOf } from '../cache/bodies.ts';
import type { BodySource } from '../cache/keptBody.ts';
import type { DocumentFacts, SourceDocument } from '../render/collect/document.ts';
import { linksOf } from './links.ts';
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
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  let compared: readonly ComparableText[] | undefined;
  const documents = () => {
    compared ??= entries.map((one) => comparable(one, loaded));
    return compared;
  };
  let ranking: Ranking | undefined;
  return {
    compareAhead: () => cache.begin(documents()),
    compared: () => cache.ready(),
    similarTo(entry) {
      ranking ??= isPreview ? cache.lastRanking(documents) : cache.ranking(documents());
      const found = ranking.get(entry.file)?.map((file) => byFile.get(file)) ?? [];
      return found.filter((one) => one !== undefined);
    },
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
