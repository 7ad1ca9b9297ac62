import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

/** A line for each process of this machine: it, its parent, and its state. A program that tells them takes longer than files. */
function listing(): string {
  if (!existsSync('/proc/self/stat'))
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  return readdirSync('/proc')
    .filter((name) => /^\d/.test(name))
    .map(lineOf)
    .join('\n');
}

/** See proc_pid_stat(5): the name within brackets may hold anything. */
function lineOf(pid: string): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return `${pid} ${parent} ${state}`;
  } catch {
    // It ended meanwhile.
    return '';
  }
}

/** The processes that one has started, and those that these have. */
export function descendantsOf({ pid }: ChildProcess): number[] {
  if (pid === undefined) return [];
  const parents = new Map<number, number>();
  for (const [, one, parent] of listing().matchAll(/^\s*(\d+)\s+(\d+)/gm))
    parents.set(Number(one), Number(parent));
  const found = [pid];
  for (const one of found)
    for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found.slice(1);
}

/** Whether a process is there. One that ended and that nobody asked about is a mere entry in a list. */
export function isAlive(pid: number): boolean {
  return new RegExp(`^\\s*${pid}\\s+\\d+\\s+[^Z\\s]`, 'm').test(listing());
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
