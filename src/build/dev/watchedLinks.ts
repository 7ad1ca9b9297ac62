import { realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { isContentName } from '#journal/content/contentName.ts';
import { isBottomless } from '#journal/content/folderWalk.ts';
import { isInside } from '../../files/isInside.ts';

/**
 * Whether a watcher leaves a path alone because a link stands for a folder that it comes to anyway: one in the content
 * folder, which is read by its own name, or one of which nothing is read, or one around the link, in which the way would
 * never end. `root` is the content folder, absolute and real; `stats` are those of the path itself, where they are known.
 */
export function isNeedlessLink(path: string, root: string, stats?: Stats): boolean {
  if (stats?.isFile()) return false;
  try {
    const real = realpathSync.native(path);
    if (real === path || !statSync(real).isDirectory()) return false;
    if (isBottomless(real.split(sep).join('/'), root.split(sep).join('/'))) return true;
    return isReadAsItself(real, root) || leadsBack(path, real);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ELOOP';
  }
}

function isReadAsItself(real: string, root: string): boolean {
  return isInside(real, root) && isContentName(relative(root, real).split(sep).join('/'));
}

/** Whether one of the folders on the way to a link is the one that it leads to, or lies in it. */
function leadsBack(path: string, real: string): boolean {
  const parent = dirname(path);
  if (parent === path) return false;
  return isInside(realpathSync.native(parent), real) || leadsBack(parent, real);
}
