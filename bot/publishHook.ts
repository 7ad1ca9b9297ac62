import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import type { PublishMode } from './config.ts';
import { messageOf } from './log.ts';

/**
 * Carries what was published on, to git or to a command of the owner's, after `files` (absolute paths, possibly gone)
 * were written. `subject` is one line for a commit. Rejects with the output of what failed; the files stay as they are.
 */
export type PublishHook = (files: readonly string[], subject: string) => Promise<void>;

const timeoutMilliseconds = 10 * 60_000;
const longestOutputBytes = 16 * 1024 * 1024;

/** The hook that `JOURNAL_PUBLISH` names. */
export function createPublishHook(publish: PublishMode, contentFolder: string): PublishHook {
  const { mode } = publish;
  switch (mode) {
    case 'none':
      return async () => {};
    case 'command':
      return async (files) => {
        const shell = process.platform === 'win32' ? ['cmd', '/c'] : ['sh', '-c'];
        await run(shell[0] ?? 'sh', [shell[1] ?? '-c', publish.command], contentFolder, {
          JOURNAL_PUBLISHED: files.join('\n'),
        });
      };
    case 'commit':
      return (files, subject) => commit(contentFolder, files, subject);
    case 'push':
      return async (files, subject) => {
        await commit(contentFolder, files, subject);
        await pull(contentFolder);
        await run('git', ['push'], contentFolder);
      };
    default: {
      const never: never = mode;
      return never;
    }
  }
}

/** Takes over what others pushed. A conflict is undone: the files stay as they are here, and the owner is told. */
async function pull(folder: string): Promise<void> {
  try {
    await run('git', ['pull', '--rebase', '--autostash'], folder);
  } catch (error) {
    await run('git', ['rebase', '--abort'], folder).catch(() => '');
    throw new Error(
      `${messageOf(error)}\nWhat was pushed elsewhere does not fit what is here. Both are kept: yours in this folder, theirs at the remote. Join them with git, then publish again.`,
      { cause: error },
    );
  }
}

/** Commits these files and no others, whatever else is staged. Nothing to commit is no error. */
async function commit(folder: string, files: readonly string[], subject: string): Promise<void> {
  await run('git', ['add', '--all', '--', ...files], folder);
  const changed = await run('git', ['diff', '--cached', '--name-only', '--', ...files], folder);
  if (changed.trim() === '') return;
  await run('git', ['commit', '--quiet', '--message', subject, '--', ...files], folder);
}

/** Everything of an entry: a folder with its pictures, or the one file. */
export function entryFiles(path: string): string[] {
  return [/[\\/]index\.mdx?$/.test(path) ? dirname(path) : path];
}

function run(
  command: string,
  parameters: readonly string[],
  folder: string,
  environment: Record<string, string> = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      parameters,
      {
        cwd: folder,
        timeout: timeoutMilliseconds,
        maxBuffer: longestOutputBytes,
        env: {
          ...process.env,
          GIT_TERMINAL_PROMPT: '0',
          TELEGRAM_BOT_TOKEN: '',
          TELEGRAM_WEBHOOK_SECRET: '',
          ...environment,
        },
      },
      (error, output, errors) => {
        if (!error) return resolve(output);
        const said = `${output}\n${errors}`.trim();
        reject(
          new Error(
            `"${[command, ...parameters.slice(0, 2)].join(' ')}" failed: ${said === '' ? error.message : said}`,
          ),
        );
      },
    );
  });
}
