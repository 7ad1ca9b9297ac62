import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { unfinishedName } from './unfinished.ts';

/**
 * Writes a file whole or not at all: whoever reads it meanwhile has the old one. Where a link leads to it, the link stays.
 *
 * @throws the file system's error.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const real = realOf(path);
  const unfinished = unfinishedName(real);
  try {
    writeFileSync(unfinished, content);
    renameSync(unfinished, real);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
