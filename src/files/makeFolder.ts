import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those that it lies in. Node's own `recursive` never ends where a folder is there and can hold no
 * other, as in /proc.
 *
 * @throws the file system's error.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process has made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Makes folders, and remembers which are there: thousands of files lie in some of them. */
export class MadeFolders {
  readonly #there = new Set<string>();

  /** @throws the file system's error. */
  make(folder: string): void {
    if (this.#there.has(folder)) return;
    const parent = dirname(folder);
    if (!this.#there.has(parent) || !isMadeAnew(folder)) makeFolder(folder);
    this.#there.add(parent).add(folder);
  }

  /** Takes note of a folder that is there. */
  know(folder: string): void {
    this.#there.add(folder);
  }

  /** Some may have been removed. */
  forget(): void {
    this.#there.clear();
  }
}

function isMadeAnew(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
