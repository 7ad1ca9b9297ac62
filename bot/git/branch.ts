import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { GitError, git, reflogAction } from './git.ts';
import { repositoriesOf, unfinishedOrUnmerged, workTreeOf } from './unfinished.ts';

const rebaseFolders = ['rebase-merge', 'rebase-apply'];
const stashName = 'scrollback put this away while it took over what was pushed elsewhere';

/**
 * The branch that commits get onto. What a crash left of the bot's own work in the middle is undone first.
 *
 * @throws {GitError} where somebody has to finish something first.
 */
export async function readyBranch(folder: string): Promise<string> {
  const isRebasing = await isThere(folder, rebaseFolders);
  if (isRebasing && (await isOwnMove(folder)) && (await isUntouched(folder)))
    await git(folder, 'rebase', '--abort');
  const branch = await checkedOutBranch(folder);
  if (await isPutAway(folder)) await bringBack(folder);
  return branch;
}

/** The branch that is checked out. Changes nothing. @throws {GitError} where none is, or something is half done. */
export async function checkedOutBranch(folder: string): Promise<string> {
  const unfinished = await unfinishedOrUnmerged(repositoriesOf(folder));
  if (unfinished) {
    const isHere = unfinished.folder === workTreeOf(folder);
    const where = isHere ? 'the content folder' : relative(realpathSync(folder), unfinished.folder);
    throw new GitError(`a ${unfinished.what} in ${where} is not finished`, {
      cure: unfinished.cure,
    });
  }
  const branch = (await git(folder, 'branch', '--show-current')).trim();
  if (branch !== '') return branch;
  throw new GitError('no branch is checked out in the content folder', {
    cure: 'Commits would belong to no branch. Run there: git switch main (or whatever your branch is called)',
  });
}

/** Puts away what is not committed yet. @returns whether there was anything. */
export async function putAway(folder: string): Promise<boolean> {
  if (await isUntouched(folder)) return false;
  await git(folder, 'stash', 'push', '--quiet', '--message', stashName);
  return true;
}

/** Brings back what was put away before a crash. */
async function bringBack(folder: string): Promise<void> {
  if (!(await isUntouched(folder)))
    throw new GitError(
      'changes that were not committed are in the stash since the bot was killed',
      {
        cure: 'Run in the content folder: git stash pop',
      },
    );
  await git(folder, 'stash', 'pop', '--quiet', '--index');
}

async function isPutAway(folder: string): Promise<boolean> {
  const [latest = ''] = (await git(folder, 'stash', 'list', '--format=%gs')).split('\n');
  return latest.endsWith(stashName);
}

/** Whether no file that git knows has changed since the latest commit. */
async function isUntouched(folder: string): Promise<boolean> {
  return (await git(folder, 'status', '--porcelain', '--untracked-files=no')) === '';
}

async function isOwnMove(folder: string): Promise<boolean> {
  const latest = await git(folder, 'log', '--walk-reflogs', '--max-count=1', '--format=%gs');
  return latest.startsWith(reflogAction);
}

async function isThere(folder: string, names: readonly string[]): Promise<boolean> {
  return (await gitPaths(folder, names)).some((path) => existsSync(path));
}

/** Where git keeps files of these names for this folder. */
export async function gitPaths(folder: string, names: readonly string[]): Promise<string[]> {
  const asked = names.flatMap((name) => ['--git-path', name]);
  const paths = (await git(folder, 'rev-parse', ...asked)).trim().split('\n');
  return paths.map((path) => resolve(folder, path));
}
