import { keptJson } from '../../files/keptFile.ts';
import type { StampedFile } from '../../files/stampedFile.ts';

/** A file as a build left it. */
export interface Written extends StampedFile {
  /** A digest of all that the file was made of, where that is known. */
  readonly key?: string | undefined;
}

/** What became of the pages of a site. */
export interface WrittenPages {
  /** Their files, from the output folder. */
  readonly files: readonly string[];
  /** How many of them are pages for people. */
  readonly pages: number;
  /** A digest of all that they were made of; undefined where that is not known of each. */
  readonly inputs?: string | undefined;
}

/** What a build wrote down of an output folder. */
export interface Manifest {
  /** By name, from the folder. */
  readonly files: ReadonlyMap<string, Written>;
  readonly pages: WrittenPages | undefined;
}

/** The manifest that is kept in a file; an empty one where none is. */
export function readManifest(path: string): Manifest {
  const kept = keptJson<{ files: [string, Written][]; pages?: WrittenPages }>(path);
  return { files: new Map(kept?.files), pages: kept?.pages };
}

/** What bundlers write is named by its digest, and nobody asks whether it is there. */
export function isAlwaysWritten(file: string): boolean {
  return file.startsWith('_astro/') || file.startsWith('.');
}
