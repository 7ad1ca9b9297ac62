import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isBottomless } from '#journal/content/folderWalk.ts';
import { git } from './git.ts';

/** What git keeps in its folder while something is unfinished, what that is called, and how it is left. */
const traces = [
  ['rebase-merge', 'rebase', 'git rebase --abort'],
  // Of "git am" as of a rebase.
  ['rebase-apply/applying', 'git am', 'git am --abort'],
  ['rebase-apply', 'rebase', 'git rebase --abort'],
  ['MERGE_HEAD', 'merge', 'git merge --abort'],
  ['CHERRY_PICK_HEAD', 'cherry-pick', 'git cherry-pick --abort'],
  ['REVERT_HEAD', 'revert', 'git revert --abort'],
  ['sequencer', 'cherry-pick or revert', 'git cherry-pick --abort'],
  ['BISECT_LOG', 'bisect', 'git bisect reset'],
] as const;

/** What somebody has begun in git and not finished. */
export interface Unfinished {
  /** What it is called: "rebase". */
  readonly what: string;
  /** The folder in which it is to be finished. */
  readonly folder: string;
  readonly cure: string;
}

/** Working trees, each with git's own folder for it. */
export type Repositories = ReadonlyMap<string, string>;

/** What is unfinished in repositories: the files there are then those of no day. Undefined where nothing is. */
export function unfinishedWork(repositories: Repositories): Unfinished | undefined {
  for (const [folder, gitFolder] of repositories) {
    const trace = traces.find(([name]) => existsSync(join(gitFolder, name)));
    if (!trace) continue;
    const cure = `Finish it ("git status" there tells how), or leave it with "${trace[2]}".`;
    return { what: trace[1], folder, cure };
  }
  return undefined;
}

/** The same; conflicts that leave no other trace than the index, those of a stash for one, are found as well. */
export async function unfinishedOrUnmerged(
  repositories: Repositories,
): Promise<Unfinished | undefined> {
  const begun = unfinishedWork(repositories);
  if (begun) return begun;
  for (const folder of repositories.keys()) {
    // Where git does not run, nobody has left a conflict in its index lately.
    const unmerged = await git(folder, 'ls-files', '--unmerged').catch(() => '');
    const cure =
      'Mend the files that "git status" there calls unmerged, and add them with "git add".';
    if (unmerged !== '') return { what: 'merge', folder, cure };
  }
  return undefined;
}

/**
 * The repository that a content folder lies in, those that lie in it, however deep, and those that links in it lead to.
 * None where there is no git.
 */
export function repositoriesOf(contentFolder: string): Repositories {
  const found = new Map<string, string>();
  const walk = { root: contentFolder, found, seen: new Set<string>() };
  addRepository(contentFolder, walk);
  walkFolder(contentFolder, walk);
  return found;
}

interface Walk {
  readonly root: string;
  readonly found: Map<string, string>;
  /** Folders that were looked through: links may lead in circles. */
  readonly seen: Set<string>;
}

function addRepository(place: string, { found }: Walk): void {
  const repository = repositoryOf(place);
  if (repository) found.set(...repository);
}

function walkFolder(folder: string, walk: Walk): void {
  try {
    const real = realpathSync(folder);
    if (walk.seen.has(real)) return;
    walk.seen.add(real);
    if (existsSync(join(folder, '.git'))) addRepository(folder, walk);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walkFolder(join(folder, entry.name), walk);
      else if (entry.isSymbolicLink()) followLink(join(folder, entry.name), walk);
    }
  } catch {
    // What goes away meanwhile, or cannot be read, has nothing that anybody could mirror.
  }
}

function followLink(path: string, walk: Walk): void {
  const target = statSync(path, { throwIfNoEntry: false });
  if (!target) return;
  addRepository(target.isDirectory() ? path : dirname(realpathSync(path)), walk);
  if (target.isDirectory() && !isBottomless(realpathSync(path), realpathSync(walk.root)))
    walkFolder(path, walk);
}

/** The top of the working tree that a folder lies in; undefined where it lies in none. */
export function workTreeOf(folder: string): string | undefined {
  return repositoryOf(folder)?.[0];
}

function repositoryOf(place: string): [string, string] | undefined {
  try {
    for (let folder = realpathSync(place); ; folder = dirname(folder)) {
      const gitFolder = gitFolderIn(folder);
      if (gitFolder !== undefined) return [folder, gitFolder];
      if (dirname(folder) === folder) return undefined;
    }
  } catch {
    return undefined;
  }
}

/** In a worktree or a submodule, `.git` is a file that says where the folder is. */
function gitFolderIn(folder: string): string | undefined {
  const path = join(folder, '.git');
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return path;
  if (!found?.isFile()) return undefined;
  const named = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(path, 'utf8'))?.[1];
  return named === undefined ? undefined : resolve(folder, named);
}
