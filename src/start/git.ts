import { execFile } from 'node:child_process';

/** How one of git's commands ended, and what it said. */
function git(folder: string, ...args: readonly string[]) {
  return new Promise<{ readonly ok: boolean; readonly text: string }>((resolve) => {
    const child = execFile('git', ['-C', folder, ...args], (error, output, errors) =>
      resolve({ ok: !error, text: (output + errors).trim() }),
    );
    child.stdin?.end();
  });
}

/** Keeps a new folder in git, its first commit made, and says what has come of it. */
export async function beginGit(folder: string): Promise<string> {
  if (!(await git(folder, '--version')).ok)
    return 'git is not on this machine, so that nothing is kept of older versions. Install it, and run "git init" there.';
  if ((await git(folder, 'rev-parse', '--is-inside-work-tree')).ok)
    return 'It lies in a folder that git keeps already; commit it there.';
  await git(folder, 'init', '--quiet');
  // The deploy workflow builds what is pushed there.
  await git(folder, 'symbolic-ref', 'HEAD', 'refs/heads/main');
  await git(folder, 'add', '--all');
  if (!(await git(folder, 'var', 'GIT_AUTHOR_IDENT')).ok)
    return 'git was begun, and nothing committed: it has no name for you. Say git config --global user.name "You", and user.email, then: git commit --message "Begin the journal"';
  const { ok, text } = await git(folder, 'commit', '--quiet', '--message', 'Begin the journal');
  return ok
    ? 'git was begun, with a first commit.'
    : `git was begun, and nothing committed: ${text.split('\n')[0]}`;
}
