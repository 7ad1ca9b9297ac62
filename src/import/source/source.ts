import type { Readable } from 'node:stream';

/** What a person wants imported: a folder, a zip archive, or one file. Names are paths in it, with `/`, in NFC as addresses are. */
export interface Source {
  /** What it is called, without the folders that it lies in. */
  readonly name: string;
  /** Absolute path, where it is a folder. */
  readonly path?: string;
  /** All files, in the order of their names. What systems and tools leave behind is not among them. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Bytes that a file has. */
  size(name: string): number;
  /** Milliseconds since 1970. */
  modified(name: string): number;
  /** The bytes of a file, piece by piece; of a damaged one, those before the damage. @throws where it cannot be opened. */
  stream(name: string): Promise<Readable>;
  /** All bytes of a file. @throws where it cannot be read, or is larger than what a text or a picture may be. */
  bytes(name: string): Promise<Uint8Array>;
  /** Files that the source has and nobody may read, and why: names that lead out of it, for one. */
  readonly refused: readonly { readonly name: string; readonly why: string }[];
  /** Files that were found to be damaged while the rest was read, and how. */
  readonly damaged: Map<string, string>;
  close(): void;
}

/** Bytes of a file that is read at once: pictures and recordings among them. */
export const mostBytesAtOnce = 200_000_000;
