import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { isInsideAnyCase, realPath } from '../../files/isInside.ts';

/** A folder that no build may empty, and what it is to a person. */
export interface DearFolder {
  readonly path: string;
  readonly what: string;
  /** Whether no folder in it may be one that a build writes into. */
  readonly isClosed?: boolean;
}

/**
 * Refuses an output folder that holds what is dear: a build removes from its output folder whatever is not of it.
 *
 * @throws before anything is removed.
 */
export function refuseDearFolder(folder: string, dear: readonly DearFolder[]): void {
  const real = realPath(folder);
  const held = [...dear, { path: homedir(), what: 'your home folder' }].find(({ path }) =>
    isInsideAnyCase(realPath(path), real),
  );
  if (held)
    throw new Error(
      `The output folder ${folder} is, or holds, ${held.what} (${held.path}), and a build empties it. Nothing was built. Name another folder with --outDir, such as dist.`,
    );
  const around = dear.find(
    ({ path, isClosed }) => isClosed && isInsideAnyCase(real, realPath(path)),
  );
  if (around)
    throw new Error(
      `The output folder ${folder} lies in ${around.what} (${around.path}). Nothing was built. Name another folder with --outDir, such as dist.`,
    );
}

/**
 * Refuses an output folder that is not empty and no site. `isOurs` says whether a build has written there before; of a
 * folder that looks like a site, it is not asked.
 *
 * @throws before anything is removed.
 */
export function refuseOtherThings(folder: string, isOurs: () => boolean): void {
  const real = realPath(folder);
  const [first] = existsSync(join(real, 'index.html')) || isOurs() ? [] : visibleNames(real);
  if (first !== undefined)
    throw new Error(
      `The output folder ${folder} holds other things than a site (${first}), and a build empties it. Nothing was built. Empty it yourself, or name another folder with --outDir, such as ${basename(real) === 'dist' ? 'site' : 'dist'}.`,
    );
}

/**
 * Refuses public files that are nobody's business: a build copies all of them. `files` are paths from the site's root.
 *
 * @throws before anything is written.
 */
export function refusePublicFiles(files: readonly string[]): void {
  const secret = files.find((file) => secrets.test(file));
  if (secret === undefined) return;
  throw new Error(
    `The folder of public files holds ${secret.slice(1)}, which is nobody's business, and everything in that folder is published. Nothing was built. Move it to another place; if it was published before, take what it says for known.`,
  );
}

const secrets = /\/(?:\.env(?:\.(?!example$)[^/]*)?|\.git(?:\/.*)?|bot\.sqlite[^/]*)$/i;

/** Names that begin with a dot stay whatever is built. */
function visibleNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
