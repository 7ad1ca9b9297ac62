import { existsSync } from 'node:fs';
import type { Clock } from './clock.ts';
import { messageOf } from './log.ts';
import { run } from './runCommand.ts';

const retryMilliseconds = [1_000, 4_000, 12_000];
const linesShown = 6;
const longestLine = 120;

/** Thrown where what is here and what was pushed elsewhere cannot be joined. Both are kept. */
export class ConflictError extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(
      `What was pushed elsewhere does not fit what is here. Both are kept: yours is committed in this folder, theirs is at the remote. Join them there with "git pull --rebase", then publish again.\n${what}`,
      options,
    );
    this.name = 'ConflictError';
  }
}

/** Thrown where git refuses something for a reason that has a known cure. */
export class GitError extends Error {
  readonly said: string;
  readonly cure: string;

  constructor(said: string, cure: string, options?: ErrorOptions) {
    super(`${cure}\n${said}`, options);
    this.name = 'GitError';
    this.said = said;
    this.cure = cure;
  }
}

/** What git says, and what to do about it. */
const cures: readonly (readonly [RegExp, string])[] = [
  [
    /tell me who you are|ident name .*not allowed|no email was given|author identity unknown/i,
    'git does not know who commits. In the content folder, run: git config user.name "Your name" && git config user.email you@example.org',
  ],
  [
    /not a git repository/i,
    'The content folder is in no git repository. Run "git init" there, or set JOURNAL_PUBLISH=none.',
  ],
  [
    /no upstream configured|no such branch|does not point to a branch/i,
    'The branch has no remote to push to. In the content folder, run: git push --set-upstream origin HEAD',
  ],
  [
    /paths are ignored by one of your .gitignore/i,
    'git is told to ignore this file. Take it out of .gitignore.',
  ],
  [
    /could not read (Username|Password)|Permission denied \(publickey|authentication failed/i,
    'The remote does not let this machine in. Give it a key or a token, and try "git push" there by hand.',
  ],
];

/** Runs git in `folder`, in English and without questions. */
export async function git(folder: string, ...parameters: readonly string[]): Promise<string> {
  try {
    return await run('git', parameters, folder, {
      LC_ALL: 'C',
      GIT_EDITOR: 'true',
      GIT_TERMINAL_PROMPT: '0',
      ...(process.env['GIT_SSH_COMMAND'] === undefined && {
        GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
      }),
    });
  } catch (error) {
    const said = messageOf(error);
    const cure = cures.find(([symptom]) => symptom.test(said))?.[1];
    throw cure === undefined ? error : new GitError(said, cure, { cause: error });
  }
}

/** Commits these files and no others, whatever else is staged. Nothing to commit is no error: false. */
export async function commitFiles(
  folder: string,
  files: readonly string[],
  subject: string,
): Promise<boolean> {
  const known: string[] = [];
  for (const file of files) {
    // git takes a name that neither is there nor ever was for a mistake.
    if (existsSync(file) || (await git(folder, 'ls-files', '--', file)) !== '') known.push(file);
  }
  if (known.length === 0) return false;
  await git(folder, 'add', '--all', '--', ...known);
  const changed = await git(folder, 'diff', '--cached', '--name-only', '--', ...known);
  if (changed.trim() === '') return false;
  await git(folder, 'commit', '--quiet', '--message', subject, '--', ...known);
  return true;
}

/** A commit without changes, which makes a remote build again. Nothing that is staged gets into it. */
export async function commitNothing(folder: string, subject: string): Promise<void> {
  const made = await git(folder, 'commit-tree', 'HEAD^{tree}', '-p', 'HEAD', '-m', subject);
  await git(folder, 'update-ref', '-m', subject, 'HEAD', made.trim());
}

/**
 * Fetches, rebases and pushes, several times where the remote is out of reach or was quicker.
 *
 * @throws {ConflictError} at once; trying again would not help.
 */
export async function pushCommits(
  folder: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  for (const wait of [...retryMilliseconds, undefined]) {
    try {
      await git(folder, 'fetch', '--quiet');
      await takeOver(folder);
      await git(folder, 'push', '--quiet');
      return;
    } catch (error) {
      if (error instanceof ConflictError) throw error;
      // Nothing but the owner's hand changes what has a cure.
      if (wait === undefined || signal.aborted || error instanceof GitError) {
        const kept = 'The commit is kept in this folder, and goes along when it is tried again.';
        throw new Error(`${messageOf(error)}\n${kept}`, { cause: error });
      }
      await clock.sleep(wait, signal);
    }
  }
}

/** Puts what is here on top of what was pushed elsewhere; undone where the two do not fit. */
async function takeOver(folder: string): Promise<void> {
  const news = await git(folder, 'rev-list', '--count', 'HEAD..@{upstream}');
  // Nothing new: neither the files nor what is staged is touched.
  if (news.trim() === '0') return;
  const before = (await git(folder, 'rev-parse', 'HEAD')).trim();
  const stashed = await stashCount(folder);
  try {
    await git(folder, 'rebase', '--autostash', '@{upstream}');
  } catch (error) {
    const sides = await bothSides(folder).catch(() => '');
    await git(folder, 'rebase', '--abort').catch(() => '');
    throw new ConflictError(sides === '' ? messageOf(error) : sides, { cause: error });
  }
  if ((await stashCount(folder)) > stashed) {
    // What is not committed yet does not fit: the rebase left it in the stash, and perhaps half of it in the files.
    const sides = await bothSides(folder).catch(() => '');
    await git(folder, 'reset', '--hard', before);
    await git(folder, 'stash', 'pop', '--index');
    throw new ConflictError(sides);
  }
}

async function stashCount(folder: string): Promise<number> {
  return (await git(folder, 'stash', 'list')).split('\n').filter((line) => line !== '').length;
}

/** The lines in which the versions of each file in conflict differ, short. */
async function bothSides(folder: string): Promise<string> {
  const root = (await git(folder, 'rev-parse', '--show-toplevel')).trim();
  const listed = await git(root, 'diff', '--name-only', '--diff-filter=U', '-z');
  const sides: string[] = [];
  for (const file of listed.split('\0').filter((name) => name !== '')) {
    const [there, here] = [await version(root, 2, file), await version(root, 3, file)];
    sides.push(`${file}\nthere:\n${linesOnlyIn(there, here)}\nhere:\n${linesOnlyIn(here, there)}`);
  }
  return sides.join('\n');
}

/** A file as one side of a conflict has it; without lines where that side removed it. */
async function version(root: string, stage: 2 | 3, file: string): Promise<string[]> {
  const text = await git(root, 'show', `:${stage}:${file}`).catch(() => undefined);
  return text === undefined ? ['(removed)'] : text.replace(/\n$/, '').split('\n');
}

function linesOnlyIn(one: readonly string[], other: readonly string[]): string {
  const others = new Set(other);
  const own = one.filter((line) => !others.has(line));
  const shown = own
    .slice(0, linesShown)
    .map((line) => `  ${line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line}`);
  if (own.length > linesShown) shown.push(`  … and ${own.length - linesShown} more lines`);
  return shown.length === 0 ? '  (fewer lines)' : shown.join('\n');
}
