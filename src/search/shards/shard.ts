import { hash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

/** A file that the browser's side of the search loads. */
export interface SearchFile {
  /** From the folder of the search, with `/`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What Pagefind made of some records that follow each other: enough to put it together with what came of others. */
export interface Shard {
  readonly version: string;
  /** In the order of the records. */
  readonly pages: readonly ShardPage[];
  /** CBOR of the words with the pages that have them, one after the other, in the order of their bytes. */
  readonly words: Uint8Array;
  /** See `wordRows.ts`. */
  readonly rows: Uint32Array;
  readonly filters: readonly Filter[];
  /** Names of what `meta` of the records has, by which words refer to it. */
  readonly fields: readonly string[];
}

/** A record as Pagefind keeps it. */
export interface ShardPage {
  /** Of the record's words and all that is shown of it. */
  readonly hash: string;
  readonly wordCount: number;
  /** The file that a reader's browser loads for a result. */
  readonly fragment: Uint8Array;
  /** What the record can be sorted by. */
  readonly sort: Readonly<Record<string, string>>;
}

/** The pages of each value of a filter, by their numbers. */
export type Filter = readonly [
  name: string,
  values: readonly (readonly [value: string, pages: readonly number[]])[],
];

/** At the beginning of what is packed in Pagefind's files. */
export const mark = Buffer.from('pagefind_dcd');

/** How results are packed: in less time than by zlib's own choice (6), a reader loads about 1 % more. */
export const level = 4;

/**
 * How words are packed, nearly all of which are another one's with each entry: in a fifth of the time that zlib's own
 * choice takes, a reader loads 7 to 9 % more.
 */
export const wordPacking = { level: 1, windowBits: 13, memLevel: 9 };

/** How Pagefind names its files by what is in them: SHA-1, no zeros before a byte below 16. */
export function pagefindHash(bytes: Uint8Array): string {
  return hash('sha1', bytes, 'hex').replace(/0(.)|(..)/g, '$1$2');
}

/** What is packed in one of Pagefind's files, behind the mark. */
export function unpacked(file: Uint8Array): Buffer {
  return gunzipSync(file).subarray(mark.length);
}

/**
 * Gives up the memory of what is of no use any more, and is empty from then on: left to itself, the engine looks for such
 * when there are 64 MB of it. What lies in memory that it shares with something else stays.
 */
export function giveUp(...useless: readonly (Uint8Array | Uint32Array | Int32Array)[]): void {
  for (const { buffer, byteLength } of useless)
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/** The order of the bytes of UTF-8, which JavaScript's own is not. */
export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
