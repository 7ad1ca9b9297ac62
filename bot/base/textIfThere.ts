import { readFileSync } from 'node:fs';

/** A file as text; undefined where it is not there, or cannot be read. */
export function textIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
