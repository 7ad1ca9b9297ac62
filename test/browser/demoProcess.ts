import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { descendantsOf, untilGone } from '../processes.ts';
import { scriptOf } from '../projectCopy.ts';

const project = resolve(import.meta.dirname, '../..');

/** `npm run demo`, running. */
export interface DemoProcess {
  readonly child: ChildProcess;
  /** All that it said so far. */
  output(): string;
  /** Resolves with the exit code; -1 for a signal. */
  readonly ended: Promise<number>;
  /** The programs that it started, also once it is gone, where somebody asked before. */
  children(): number[];
}

/** Starts the demo with a folder, without a browser window of its own. */
export async function startDemo(
  folder: string,
  args: readonly string[] = [],
): Promise<DemoProcess> {
  const script = await scriptOf('demo');
  const child = spawn(
    join(project, 'node_modules/.bin/node'),
    [...script, '--no-open', '--folder', folder, ...args],
    {
      cwd: project,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...environment(), TELEGRAM_CHANNEL: '@other' },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  const ended = once(child, 'exit').then(([code]) => code ?? -1);
  let known: number[] = [];
  const children = () => {
    const fresh = descendantsOf(child);
    // Whose children are nobody's any more is gone itself.
    if (fresh.length > 0) known = fresh;
    return known;
  };
  return { child, output: () => said, ended, children };
}

/** What a person has set for another bot stays out of the demo. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}

/** Where its page is, once it says so. */
export async function addressOf(demo: DemoProcess): Promise<string> {
  for (;;) {
    const [, address] = /The demo is at (\S+)/.exec(demo.output()) ?? [];
    if (address !== undefined) {
      demo.children();
      return address;
    }
    if (demo.child.exitCode !== null) throw new Error(demo.output());
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/**
 * Ends it as Ctrl-C does, and waits until it and all that it started are gone: they write into its folder until then.
 *
 * @returns its exit code.
 */
export async function endDemo(demo: DemoProcess): Promise<number> {
  const children = demo.children();
  demo.child.kill('SIGINT');
  const code = await demo.ended;
  await untilGone(children);
  return code;
}
