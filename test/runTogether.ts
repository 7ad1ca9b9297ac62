import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import type { CommandEnd, CommandOrder } from './commandRunner.ts';
import { surroundings } from './processes.ts';

export type { CommandEnd } from './commandRunner.ts';

/** A process that runs one command after another: what is loaded once serves all of them. */
let runner: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Runs a command to its end, one at a time, in a process that it shares with those before it. */
export function runTogether(order: CommandOrder): Promise<CommandEnd> {
  const turn = last.then(() => runNext(order));
  last = turn.catch(() => undefined);
  return turn;
}

/** What `npm run check -- …` says of a content folder, which is called "content" there, and how it ended. */
export async function checked(
  content: string,
  ...parameters: string[]
): Promise<{ readonly text: string; readonly code: number }> {
  const { out, error, code } = await runTogether({
    path: resolve(import.meta.dirname, '../src/check.ts'),
    parameters,
    environment: { PATH: process.env['PATH'] ?? '', JOURNAL_CONTENT: content },
  });
  return { text: `${out}${error}`.replaceAll(content, 'content'), code };
}

function runNext(order: CommandOrder): Promise<CommandEnd> {
  runner ??= startRunner();
  const child = runner;
  return new Promise((settle, reject) => {
    const fail = () => {
      runner = undefined;
      reject(new Error(`The process that runs commands ended in ${order.path}`));
    };
    child.once('close', fail);
    child.once('message', (end: CommandEnd) => {
      child.off('close', fail);
      settle(end);
    });
    child.send(order);
  });
}

/** It ends with the process that started it. */
function startRunner(): ChildProcess {
  const child = fork(resolve(import.meta.dirname, 'commandRunner.ts'), {
    cwd: resolve(import.meta.dirname, '..'),
    env: {
      ...surroundings,
      TZ: 'UTC',
    },
    execArgv: [],
    silent: true,
  });
  child.unref();
  child.channel?.unref();
  // What it writes comes with each end.
  for (const stream of [child.stdout, child.stderr]) {
    stream?.resume();
    (stream as Socket | null)?.unref();
  }
  return child;
}
