import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { explained } from './stateError.ts';

/** Makes the folder of the bot's state, and those that it lies in. @throws {StateError} where that cannot be. */
export function makeStateFolder(folder: string): void {
  try {
    if (!isFolder(folder)) makeBelow(folder);
  } catch (error) {
    throw explained(error, folder);
  }
}

/** Node's own `recursive` never ends where a folder is there and can hold no other, as in /proc. */
function makeBelow(folder: string): void {
  const parent = dirname(folder);
  if (parent !== folder && !isFolder(parent)) makeBelow(parent);
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
