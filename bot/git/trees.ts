import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
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
 * links there, and last the one around it. That has, of the others, the new commits of its submodules to say.
 */
export async function filesByTree(
  contentFolder: string,
  files: readonly string[],
): Promise<TreeFiles[]> {
  const around = workTreeOf(contentFolder);
  const own: string[] = [];
  const others = new Map<string, string[]>();
  for (const file of files) {
    const real = realPlace(file);
    const tree = workTreeOf(nearestFolder(real));
    if (tree === undefined || tree === around) own.push(file);
    else others.set(tree, [...(others.get(tree) ?? []), real]);
  }
  if (others.size === 0) return [{ folder: contentFolder, files }];
  own.push(...(await submodulesAmong(around, [...others.keys()])));
  const inner = [...others].map(([folder, ones]) => ({ folder, files: ones }));
  return own.length > 0 ? [...inner, { folder: contentFolder, files: own }] : inner;
}

/** A file may be gone, with its folder. */
function realPlace(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realPlace(dirname(path)), basename(path));
}

function nearestFolder(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? folder : nearestFolder(folder);
}

async function submodulesAmong(
  around: string | undefined,
  trees: readonly string[],
): Promise<string[]> {
  if (around === undefined) return [];
  const looked = trees.map(async (tree) => {
    const name = `:(literal)${relative(around, tree)}`;
    const known = await git(around, 'ls-files', '--stage', '--', name).catch(() => '');
    return known.startsWith('160000 ') ? [tree] : [];
  });
  return (await Promise.all(looked)).flat();
}
