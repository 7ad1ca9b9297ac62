import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explained, isFolder } from './stateError.ts';

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
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process has made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

const ownNames = /^(?:bot\.sqlite.*|running\.lock.*|discarded|photos|compiled|look\.json.*)$/;

/**
 * Leaves what the bot knows to its own user alone: messages of people are in it. A folder that holds other things as well
 * keeps its rights; what is the bot's in it does not.
 */
export function closeToOthers(folder: string): void {
  const names = readdirSync(folder);
  const own = names.filter((name) => ownNames.test(name));
  if (own.length === names.length) narrow(folder);
  for (const name of own) narrow(join(folder, name));
}

function narrow(path: string): void {
  try {
    const status = statSync(path);
    const rights = status.isDirectory() ? 0o700 : 0o600;
    if ((status.mode & 0o777) !== rights) chmodSync(path, rights);
  } catch {
    // Of another user, on a disk without rights, or gone meanwhile.
  }
}
