import { readFileSync, statSync } from 'node:fs';

/** The bytes of a file as text, a character each, for digests; empty for what is no file. */
export function textIfThere(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'latin1') : '';
}
