import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, type Stats, writeFileSync } from 'node:fs';

/** What a file was when it was written. */
export interface StampedFile {
  /** SHA-256. */
  readonly digest: string;
  /** Changes whenever the file does, though not only then. */
  readonly stamp: string;
}

/** Writes a file. @throws the file system's error. */
export function writeStamped(path: string, bytes: Uint8Array): StampedFile {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, bytes);
    return { digest: hash('sha256', bytes, 'base64url'), stamp: stampIn(fstatSync(file)) };
  } finally {
    closeSync(file);
  }
}

/** The stamp of a file that has this status. */
export function stampIn({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
