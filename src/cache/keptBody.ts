import { readSync } from 'node:fs';

/** Where a body lies: plain data, by which any thread of this process reads it. */
export interface KeptBody {
  /** Descriptor of the file, which stays open until the journal is loaded again. */
  readonly descriptor: number;
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
}

/** The HTML of a body. @throws the file system's error. */
export function readKept({ descriptor, offset, length }: KeptBody): string {
  const bytes = Buffer.allocUnsafe(length);
  readSync(descriptor, bytes, 0, length, offset);
  return bytes.toString();
}
