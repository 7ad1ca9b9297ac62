import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** What a process of a test finds in its environment, whatever else that of the tests holds. */
export const surroundings = {
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
};

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What `npm run build` tells Node, but for what it loads first. */
export const buildFlags: readonly string[] = scripts.build.match(/--(?!require)\S+/g);

/** The processes that one has started, and those that these have. */
export function descendantsOf({ pid }: ChildProcess): number[] {
  if (pid === undefined) return [];
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const parents = new Map<number, number>();
  for (const [, one, parent] of listed.matchAll(/^\s*(\d+)\s+(\d+)$/gm))
    parents.set(Number(one), Number(parent));
  const found = [pid];
  for (const one of found)
    for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found.slice(1);
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

/** Waits until none of these processes is there: until then they may write where they wrote before. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) await setTimeout(20);
}

/** Ends a process by force, with all that it started, and waits until they are gone. */
export async function endByForce(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const all = descendantsOf(child);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  for (const pid of all) kill(pid);
  await untilGone(all);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
