import { dirname } from 'node:path';
import { type Clock, systemClock } from './clock.ts';
import type { PublishMode } from './config.ts';
import { commitFiles, commitNothing, pushCommits } from './git.ts';
import { run } from './runCommand.ts';

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

/** The hook that `JOURNAL_PUBLISH` names. A wait between tries ends at once when `signal` aborts. */
export function createPublishHook(
  publish: PublishMode,
  contentFolder: string,
  clock: Clock = systemClock,
  signal: AbortSignal = new AbortController().signal,
): PublishHook {
  const { mode } = publish;
  switch (mode) {
    case 'none':
      return async () => {};
    case 'command':
      return (files) => runOwnCommand(publish.command, files, contentFolder);
    case 'commit':
      return async (files, subject) => void (await commitFiles(contentFolder, files, subject));
    case 'push':
      return async (files, subject, isDue = false) => {
        const committed = await commitFiles(contentFolder, files, subject);
        if (isDue && !committed) await commitNothing(contentFolder, subject);
        await pushCommits(contentFolder, clock, signal);
      };
    default: {
      const never: never = mode;
      return never;
    }
  }
}

async function runOwnCommand(
  command: string,
  files: readonly string[],
  folder: string,
): Promise<void> {
  const environment = { JOURNAL_PUBLISHED: files.join('\n') };
  if (process.platform === 'win32') await run('cmd', ['/c', command], folder, environment);
  else await run('sh', ['-c', command], folder, environment);
}

/** Everything of an entry: a folder with its pictures, or the one file. */
export function entryFiles(path: string): string[] {
  const isWholeRoom = /[\\/](articles|notes)[\\/]index\.mdx?$/.test(path);
  return [/[\\/]index\.mdx?$/.test(path) && !isWholeRoom ? dirname(path) : path];
}
