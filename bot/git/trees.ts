import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { git } from './git.ts';
import { workTreeOf } from './unfinished.ts';

/** Files that lie in one working tree of git. */
export interface TreeFiles {
  /** A folder of the tree. */
  readonly folder: string;
  readonly files: readonly string[];
}

/**
 * Files by the working trees that they lie in: submodules and other repositories within the content folder, or behind
 * links there, and last the one around it. One that has submodules among the others has their new commits to say, and
 * comes after them.
 */
export async function filesByTree(
  contentFolder: string,
  files: readonly string[],
): Promise<TreeFiles[]> {
  const around = workTreeOf(contentFolder);
  const own: string[] = [];
  const others = new Map<string, string[]>();
  const add = (tree: string, file: string) => others.set(tree, [...(others.get(tree) ?? []), file]);
  for (const file of files) {
    const real = realPlace(file);
    const tree = workTreeOf(nearestFolder(real));
    if (tree === undefined || tree === around) own.push(file);
    else add(tree, real);
  }
  const inner: TreeFiles[] = [];
  for (let folder = longest(others); folder !== undefined; folder = longest(others)) {
    inner.push({ folder, files: others.get(folder) ?? [] });
    others.delete(folder);
    const outer = await namingTree(folder, around);
    if (outer === around && outer !== undefined) own.push(folder);
    else if (outer !== undefined) add(outer, folder);
  }
  const isAll = inner.length > 0 && own.length === 0;
  return isAll ? inner : [...inner, { folder: contentFolder, files: own }];
}

/** A file may be gone, with its folder. */
function realPlace(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPlace(dirname(path)), basename(path));
}

function nearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? folder : nearestFolder(folder);
}

/** The innermost has the longest path. */
function longest(trees: ReadonlyMap<string, unknown>): string | undefined {
  return [...trees.keys()].sort((one, other) => other.length - one.length)[0];
}

/** The repository that a tree is a submodule of, where that is the journal's or lies in it. */
async function namingTree(tree: string, around: string | undefined): Promise<string | undefined> {
  const outer = workTreeOf(dirname(tree));
  if (outer === undefined || around === undefined) return undefined;
  if (outer !== around && !outer.startsWith(around + sep)) return undefined;
  const name = `:(literal)${relative(outer, tree)}`;
  const known = await git(outer, 'ls-files', '--stage', '--', name).catch(() => '');
  return known.startsWith('160000 ') ? outer : undefined;
}
