import { constants, copyFileSync, cpSync, linkSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts packages of a project into a folder, by their places (`node_modules/a`), with their commands. npm finds there what it
 * would unpack, and leaves it as it is.
 */
export function linkPackages(project: string, folder: string, places: readonly string[]): void {
  for (const place of places) linkFolder(join(project, place), join(folder, place));
  const commands = 'node_modules/.bin';
  cpSync(join(project, commands), join(folder, commands), {
    recursive: true,
    verbatimSymlinks: true,
  });
}

/** A folder without the packages in it, which have places of their own; nothing where a machine has no need of it. */
function linkFolder(from: string, to: string): void {
  const found = entriesOf(from);
  if (found.length === 0) return;
  mkdirSync(to, { recursive: true });
  for (const one of found) {
    const [source, target] = [join(from, one.name), join(to, one.name)];
    if (one.name === 'node_modules') continue;
    if (one.isDirectory()) linkFolder(source, target);
    else linkFile(source, target);
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** On another disk it is a copy. */
function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}
