import { constants } from 'node:fs';
import { copyFile, cp, link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Puts packages of a project into a folder, by their places (`node_modules/a`), with their commands. npm finds there what it
 * would unpack, and leaves it as it is.
 */
export async function linkPackages(
  project: string,
  folder: string,
  places: readonly string[],
): Promise<void> {
  for (const place of places) await linkFolder(join(project, place), join(folder, place));
  const commands = 'node_modules/.bin';
  await cp(join(project, commands), join(folder, commands), {
    recursive: true,
    verbatimSymlinks: true,
  });
}

/** A folder without the packages in it, which have places of their own; nothing where a machine has no need of it. */
async function linkFolder(from: string, to: string): Promise<void> {
  const found = await readdir(from, { withFileTypes: true }).catch(() => []);
  if (found.length === 0) return;
  await mkdir(to, { recursive: true });
  for (const one of found) {
    const [source, target] = [join(from, one.name), join(to, one.name)];
    if (one.name === 'node_modules') continue;
    if (one.isDirectory()) await linkFolder(source, target);
    else await linkFile(source, target);
  }
}

/** On another disk it is a copy. */
async function linkFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
