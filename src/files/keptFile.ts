import { readFileSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { replaceFile } from './replaceFile.ts';

/** A checksum, which stands at the end of a file that is kept: bytes. */
export const checksumBytes = 8;

/** In which files are looked at: memory taken for each of thousands is given back much later. */
const part = Buffer.allocUnsafeSlow(1 << 18);

/**
 * Keeps a file between builds, with a checksum: a disk, a machine that lost its power, and whoever restores a cache may give
 * back another one than was written. Whoever reads it meanwhile has the old one.
 *
 * @throws the file system's error.
 */
export function keepFile(path: string, content: string | Uint8Array): void {
  replaceFile(path, content, checksumOf(crc32(content)));
}

/** What {@link keepFile} wrote there; undefined for anything else, and for nothing. */
export function keptFile(path: string): Buffer | undefined {
  try {
    const all = readFileSync(path);
    const content = all.subarray(0, Math.max(0, all.length - checksumBytes));
    const checksum = all.subarray(content.length).toString('latin1');
    return checksum === checksumOf(crc32(content)) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** What {@link keepFile} wrote there as JSON; undefined for anything else. */
export function keptJson<Value>(path: string): Value | undefined {
  const text = keptFile(path)?.toString();
  return text === undefined ? undefined : JSON.parse(text);
}

/** The checksum that stands at the end of a file, of which `crc` is the CRC-32 of all before. */
export function checksumOf(crc: number): string {
  return crc.toString(16).padStart(checksumBytes, '0');
}

/** The CRC-32 of the first bytes of an open file. @throws the file system's error. */
export function crcOf(descriptor: number, bytes: number): number {
  let crc = 0;
  for (let at = 0; at < bytes; ) {
    const read = readSync(descriptor, part, 0, Math.min(part.length, bytes - at), at);
    if (read === 0) break;
    crc = crc32(part.subarray(0, read), crc);
    at += read;
  }
  return crc;
}
