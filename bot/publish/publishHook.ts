import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { type Clock, systemClock } from '../base/clock.ts';
import { Lock } from '../base/lock.ts';
import { messageOf } from '../base/log.ts';
import { OverdueError, StoppedError } from '../base/runCommand.ts';
import type { PublishMode } from '../base/settings.ts';
import { runInShell } from '../base/shell.ts';
import { commitFiles, commitNothing } from '../git/commit.ts';
import { ConflictError } from '../git/conflict.ts';
import { GitError } from '../git/git.ts';
import { isAhead, pushCommits } from '../git/push.ts';
import { filesByTree, type TreeFiles } from '../git/trees.ts';
import { talk } from '../talk/talk.ts';

const retryMilliseconds = [1_000, 4_000, 12_000];

/**
 * Carries what was published on, to git or to a command of the owner's, after `files` (absolute paths, possibly gone)
 * were written. `subject` is one line for a commit. Rejects with the output of what failed; the files stay as they are.
 *
 * With `isDue` nothing was written: the date of an entry has come, and what builds the site has to hear of it.
 */
export type PublishHook = (
  files: readonly string[],
  subject: string,
  isDue?: boolean,
) => Promise<void>;

/** Thrown where files were written, and nothing was begun for them yet: they are to be carried on again. */
export class NotYetError extends Error {
  override readonly name: string = 'NotYetError';
}

/** Thrown where files could not even be committed. */
class UncommittedError extends NotYetError {
  override readonly name = 'UncommittedError';

  constructor(reason: string, options?: ErrorOptions) {
    super(`${reason}\n${talk('notCommitted')}`, options);
  }
}

/**
 * The hook that `JOURNAL_PUBLISH` names, which runs once at a time. What is in hand ends soon when `signal` aborts; what git
 * does with files is done under `lock`.
 */
export function createPublishHook(
  publish: PublishMode,
  contentFolder: string,
  clock: Clock = systemClock,
  signal: AbortSignal = new AbortController().signal,
  lock: Lock = new Lock(),
): PublishHook {
  const { mode } = publish;
  const tools = { contentFolder, clock, signal, lock };
  switch (mode) {
    case 'none':
      return async () => {};
    case 'command':
      return async (files) => {
        const environment = { JOURNAL_PUBLISHED: files.join('\n') };
        const name = 'The command of JOURNAL_PUBLISH';
        await runInShell(publish.command, contentFolder, { environment, signal, name });
      };
    case 'commit':
      return async (files, subject) => {
        for (const tree of await filesByTree(contentFolder, files))
          await commit(tree, subject, tools);
      };
    case 'push':
      return async (files, subject, isDue = false) => {
        for (const tree of await filesByTree(contentFolder, files)) {
          const isCommitted = await commit(tree, subject, tools);
          // What is not pushed yet makes the remote build as well.
          if (isDue && !isCommitted && !(await isAhead(tree.folder)))
            await lock.run(() => commitNothing(tree.folder, subject));
          await push(tree.folder, tools);
        }
      };
    default:
      return mode satisfies never;
  }
}

interface HookTools {
  readonly contentFolder: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly lock: Lock;
}

async function commit(
  { folder, files }: TreeFiles,
  subject: string,
  tools: HookTools,
): Promise<boolean> {
  const work = () => tools.lock.run(() => commitFiles(folder, files, subject));
  try {
    return await withRetry(work, isPassing, tools);
  } catch (error) {
    throw new UncommittedError(placed(error, folder, tools), { cause: error });
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof GitError && error.isPassing;
}

/** What went wrong, and where that is not the content folder itself. */
function placed(error: unknown, folder: string, { contentFolder }: HookTools): string {
  if (folder === contentFolder) return messageOf(error);
  return `In the repository of its own ${relative(realpathSync(contentFolder), folder)}: ${messageOf(error)}`;
}

async function push(folder: string, tools: HookTools): Promise<void> {
  const work = () => pushCommits(folder, tools.lock, tools.signal);
  const isLasting = (error: unknown) =>
    error instanceof ConflictError ||
    error instanceof OverdueError ||
    (error instanceof GitError && !error.isPassing);
  try {
    await withRetry(work, (error) => !isLasting(error), tools);
  } catch (error) {
    const isInner = folder !== tools.contentFolder;
    if (error instanceof StoppedError || (error instanceof ConflictError && !isInner)) throw error;
    // A conflict says for itself where everything is.
    const kept = error instanceof ConflictError ? '' : `\n${talk('commitKept')}`;
    const reason = placed(error, folder, tools) + kept;
    // For the repository around it nothing was begun, and its own push is not what is to be tried again.
    if (isInner) throw new NotYetError(reason, { cause: error });
    throw new Error(reason, { cause: error });
  }
}

/** Tries work again that failed for a reason which may pass. @throws what the last try threw. */
async function withRetry<T>(
  work: () => Promise<T>,
  mayPass: (error: unknown) => boolean,
  { clock, signal }: HookTools,
): Promise<T> {
  for (const wait of retryMilliseconds) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !mayPass(error)) throw error;
      await clock.sleep(wait, signal);
    }
  }
  return work();
}
