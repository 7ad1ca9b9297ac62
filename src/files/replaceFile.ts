import {
  closeSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { unfinishedName } from './unfinished.ts';

/**
 * Writes a file whole or not at all, out of these parts: whoever reads it meanwhile has the old one. Where a link leads to
 * it, the link stays.
 *
 * @throws the file system's error.
 */
export function replaceFile(path: string, ...parts: readonly (string | Uint8Array)[]): void {
  const real = realOf(path);
  const unfinished = unfinishedName(real);
  try {
    writeParts(unfinished, parts);
    renameSync(unfinished, real);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function realOf(path: string): string {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(path) : path;
  } catch {
    return path;
  }
}

function writeParts(path: string, parts: readonly (string | Uint8Array)[]): void {
  const file = openSync(path, 'w');
  try {
    for (const part of parts) writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}
