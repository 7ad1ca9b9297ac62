import { realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** Whether a path is that of a folder or lies in it, by their names alone. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] !== '..' && !isAbsolute(way);
}

/** The same where a disk may make no difference between large and small letters. */
export function isInsideAnyCase(path: string, folder: string): boolean {
  return isInside(path.toLowerCase(), folder.toLowerCase());
}

/** The path that a path leads to; of what is not there, its folder's. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
