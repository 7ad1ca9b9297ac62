import { join } from 'node:path';
import { digestOf } from '../cache/bodies.ts';
import { codeDigest, rendererDigest } from '../cache/renderer.ts';
import type { SourceDocument } from '../render/collect/document.ts';

/** Of so many documents, one begins a shard: the words of a few hundred are a small part of a build. */
const meanLength = 64;

/**
 * Cuts documents into runs that are indexed together, before those whose path says so. Whether a document begins a run
 * depends on nothing but itself: one that is added, removed or changed touches its own run, or parts or joins two.
 */
export function cutIntoRuns<Document extends { readonly path: string }>(
  documents: readonly Document[],
): Document[][] {
  const runs: Document[][] = [];
  for (const document of documents) {
    const run = runs.at(-1);
    if (run === undefined || beginsRun(document.path)) runs.push([document]);
    else run.push(document);
  }
  return runs;
}

function beginsRun(path: string): boolean {
  return Buffer.from(digestOf(path), 'base64url').readUInt16BE() % meanLength === 0;
}

/** Documents that are indexed together. */
export interface PlannedShard {
  /** A digest of all that their records say. */
  readonly key: string;
  readonly documents: readonly SourceDocument[];
}

/** `common` is what all records depend on, `factsOf` what else the record of a document is made of. */
export function planShards(
  documents: readonly SourceDocument[],
  common: readonly string[],
  factsOf: (document: SourceDocument) => unknown,
): PlannedShard[] {
  return cutIntoRuns(documents).map((run) => ({
    key: digestOf(...common, JSON.stringify(run.map(factsOf))),
    documents: run,
  }));
}

/** A digest of what makes the search: this code, that of what a page shows, what both use, and what packs the files. */
export function searchCode(): string {
  const folder = import.meta.dirname;
  const code = [folder, join(folder, '../view')].map(codeDigest);
  return digestOf(rendererDigest(), ...code, process.versions.zlib ?? '');
}
