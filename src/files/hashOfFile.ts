import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** A stream takes new ones for each file, and thousands of files are read. */
const piece = Buffer.allocUnsafeSlow(1 << 18);

/**
 * The SHA-256 of a file, of any size.
 *
 * @throws the file system's error.
 */
export function hashOfFile(path: string, encoding: 'base64url' | 'hex'): string {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest(encoding);
}
