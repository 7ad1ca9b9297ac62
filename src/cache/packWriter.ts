import { openSync, renameSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { checksumOf } from '../files/keptFile.ts';
import { unfinishedName } from '../files/unfinished.ts';
import { utf8Bytes } from '../files/utf8Bytes.ts';

/** Where a body lies in a pack: bytes. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** How many bytes say, before the checksum, where the index begins. */
export const footerBytes = 16;

let writers = 0;

/** Writes a pack, whose parts can be read as soon as they are written. It is nobody else's before {@link finish}. */
export class PackWriter {
  /** Of the file, to read from. */
  readonly descriptor: number;
  readonly #path: string;
  readonly #unfinished: string;
  #offset = 0;
  #crc = 0;

  /** `path` is that of the pack that it becomes. @throws the file system's error. */
  constructor(path: string) {
    this.#path = path;
    // A dev server that starts anew may have begun two.
    this.#unfinished = unfinishedName(`${path}.${writers++}`);
    this.descriptor = openSync(this.#unfinished, 'w+');
  }

  /** @throws the file system's error. */
  write(part: string | Buffer): Place {
    const bytes = typeof part === 'string' ? utf8Bytes(part) : part;
    writeFileSync(this.descriptor, bytes);
    this.#crc = crc32(bytes, this.#crc);
    const place = { offset: this.#offset, length: bytes.length };
    this.#offset += bytes.length;
    return place;
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#offset;
  }

  /** Ends the pack with its index, and puts it in the place of the one before. @throws the file system's error. */
  finish(index: unknown): void {
    const begin = this.#offset;
    this.write(JSON.stringify(index));
    this.write(String(begin).padStart(footerBytes));
    writeFileSync(this.descriptor, checksumOf(this.#crc));
    renameSync(this.#unfinished, this.#path);
  }
}
