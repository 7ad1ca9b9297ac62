import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { scriptOf } from '../projectCopy.ts';

const project = resolve(import.meta.dirname, '../..');

/** `npm run demo`, running. */
export interface DemoProcess {
  readonly child: ChildProcess;
  /** All that it said so far. */
  output(): string;
  /** Resolves with the exit code; -1 for a signal. */
  readonly ended: Promise<number>;
  /** The programs that it started. */
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
  const children = () => childrenOf(Number(child.pid));
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
    if (address !== undefined) return address;
    if (demo.child.exitCode !== null) throw new Error(demo.output());
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (ppid === parent && pid !== undefined ? [pid] : []));
}

/** Whether a process is there. One that ended and that nobody asked about is a mere entry in a list. */
export function isAlive(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return !state.trim().startsWith('Z');
  } catch {
    return false;
  }
}
