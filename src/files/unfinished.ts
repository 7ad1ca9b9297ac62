import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** After this, what another process has begun to write is taken for what a killed one left. */
const unfinishedMilliseconds = 3_600_000;

/** What a file, or a folder, is called while it is being written by this process, in the place of one of that name. */
export function unfinishedName(path: string): string {
  return `${path}.${process.pid}.new`;
}

/** Whether a name of a folder is of what a process, which may live, is writing. */
export function isBeingWritten(folder: string, name: string): boolean {
  if (!/\.(?:new|old)$/.test(name)) return false;
  const written = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - written < unfinishedMilliseconds;
}

/** Removes what killed processes have left half written in a folder of caches. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder))
    if (/\.\d+\.(?:new|old)$/.test(name) && !isBeingWritten(folder, name))
      rmSync(join(folder, name), { recursive: true, force: true });
}

const leftByUs = /^\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.new$|^index\.md\.\d+\.new$/;

/**
 * Removes what a killed process has left half written in a content folder, in whatever depth. `began` is when this process
 * did, in milliseconds since 1970: what is younger may be at work beside it.
 */
export function removeLeftovers(folder: string, began: number): void {
  for (const { name, parentPath } of readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  })) {
    const path = join(parentPath, name);
    if (leftByUs.test(name) && statSync(path).mtimeMs < began) rmSync(path, { force: true });
  }
}
