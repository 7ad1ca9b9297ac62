import { closeSync, fstatSync, lstatSync, openSync, type Stats, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { crcOf } from './keptFile.ts';

/** What a file was when it was written. */
export interface StampedFile {
  /**
   * Its length and its CRC-32, which tell another content by accident but once in four thousand million times, and take a
   * quarter of the time of a digest.
   */
  readonly checksum: string;
  /** Changes whenever the file does, though not only then. */
  readonly stamp: string;
}

/** Writes a file. @throws the file system's error. */
export function writeStamped(path: string, bytes: Uint8Array): StampedFile {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, bytes);
    return { checksum: checksum(bytes.length, crc32(bytes)), stamp: stampIn(fstatSync(file)) };
  } finally {
    closeSync(file);
  }
}

/** The checksum of a file, of any size. @throws the file system's error. */
export function checksumAt(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    return checksum(size, crcOf(file, size));
  } finally {
    closeSync(file);
  }
}

/** The stamp of a file that has this status. */
export function stampIn({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * The stamp of a file; undefined for what is no file of its own. Asked of thousands, which is several times as much work
 * where each is awaited.
 */
export function stampAt(path: string): string | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? stampIn(status) : undefined;
}

/**
 * Whether what changed at one time, a file or a folder, gets another time on it by what changes in it from `now` on. Both
 * are milliseconds since 1970. Some file systems tell whole seconds only, or every second one.
 */
export function isSettled(changed: number, now: number): boolean {
  return now - changed >= (changed % 1000 === 0 ? 2000 : 100);
}

function checksum(length: number, crc: number): string {
  return `${length} ${crc}`;
}
