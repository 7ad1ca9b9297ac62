import { readSync } from 'node:fs';

/** Where a body lies: plain data, by which any thread of this process reads it. */
export interface KeptBody {
  /** Descriptor of the file, which stays open until the journal is loaded again. */
  readonly descriptor: number;
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
}

/** The HTML of a body, or where it lies. */
export type BodySource = string | KeptBody;

/** In which bodies are read, one after the other: memory taken for each is given back much later. */
let room = Buffer.alloc(1 << 16);

/** The HTML of a body. @throws the file system's error. */
export function htmlIn(source: BodySource): string {
  if (typeof source === 'string') return source;
  if (source.length > room.length) room = Buffer.alloc(source.length);
  return keptBytes(source, room).toString();
}

/** What is kept of a body: in `memory`, where there is enough of it. @throws the file system's error. */
export function keptBytes({ descriptor, offset, length }: KeptBody, memory?: Buffer): Buffer {
  const isEnough = memory !== undefined && memory.length >= length;
  const bytes = isEnough ? memory.subarray(0, length) : Buffer.allocUnsafe(length);
  readSync(descriptor, bytes, 0, length, offset);
  return bytes;
}
