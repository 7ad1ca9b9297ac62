import type { Lock } from '../base/lock.ts';
import { messageOf } from '../base/log.ts';
import { putAway, readyBranch } from './branch.ts';
import { bothSides, ConflictError } from './conflict.ts';
import { git, gitUntil } from './git.ts';

/**
 * Fetches, rebases and pushes, once. What of that talks to the remote ends soon when `signal` aborts; only what may change
 * files is done under `lock`.
 */
export async function pushCommits(folder: string, lock: Lock, signal: AbortSignal): Promise<void> {
  const branch = await lock.run(() => readyBranch(folder));
  const [remote, upstream] = await upstreamOf(folder, branch);
  await gitUntil(signal, folder, 'fetch', remote);
  await lock.run(() => takeOver(folder));
  // This branch and no other, whatever "push.default" says.
  await gitUntil(signal, folder, 'push', remote, `HEAD:${upstream}`);
}

/** Whether there are commits that were not pushed. */
export async function isAhead(folder: string): Promise<boolean> {
  // Where nothing says whereto, none was.
  const count = await git(folder, 'rev-list', '--count', '@{upstream}..HEAD').catch(() => 'all');
  return count.trim() !== '0';
}

/** The remote of a branch, and what the branch is called there. */
async function upstreamOf(folder: string, branch: string): Promise<[string, string]> {
  // It says better than an empty answer what is missing.
  await git(folder, 'rev-parse', '@{upstream}');
  const format = '%(upstream:remotename)%0a%(upstream:remoteref)';
  const known = await git(folder, 'for-each-ref', `--format=${format}`, `refs/heads/${branch}`);
  const [remote = '', upstream = ''] = known.split('\n');
  return [remote, upstream];
}

/** Puts what is here on top of what was pushed elsewhere; undone where the two do not fit. */
async function takeOver(folder: string): Promise<void> {
  const news = await git(folder, 'rev-list', '--count', 'HEAD..@{upstream}');
  // Nothing new: neither the files nor what is staged is touched.
  if (news.trim() === '0') return;
  const before = (await git(folder, 'rev-parse', 'HEAD')).trim();
  const isPutAway = await putAway(folder);
  try {
    await git(folder, 'rebase', '@{upstream}');
  } catch (error) {
    const sides = await bothSides(folder).catch(() => '');
    // It may not even have begun.
    await git(folder, 'rebase', '--abort').catch(() => '');
    if (isPutAway) await pop(folder);
    throw conflictOf(sides, error);
  }
  if (!isPutAway) return;
  try {
    // What is staged stays so where it can.
    await pop(folder).catch(() => git(folder, 'stash', 'pop', '--quiet'));
  } catch (error) {
    const sides = await bothSides(folder).catch(() => '');
    await git(folder, 'reset', '--hard', before);
    await pop(folder);
    throw conflictOf(sides, error);
  }
}

/** Both sides say it all: what git says of them is for somebody at its terminal. */
function conflictOf(sides: string, error: unknown): ConflictError {
  return sides === ''
    ? new ConflictError(messageOf(error), { cause: error })
    : new ConflictError(sides);
}

function pop(folder: string): Promise<string> {
  return git(folder, 'stash', 'pop', '--quiet', '--index');
}
