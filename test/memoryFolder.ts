import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';

/** Linux keeps this folder in memory. */
const memory = '/dev/shm';
/** What all folders of a run take at once is less; a container's own often has 64 MB. */
const neededBytes = 2 * 1024 ** 3;

/**
 * A folder in memory for the files of tests, where the machine has one with room. Tests wait for the disk more than for
 * anything else: every message and post that the bot takes note of is synced.
 */
export function memoryFolder(): string | undefined {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return Math.min(bavail * bsize, freemem()) >= neededBytes ? memory : undefined;
  } catch {
    return undefined;
  }
}

/** Where a run of tests has its files, if it has them in memory. */
export function runFolder(parent = memory): string {
  return join(parent, `scrollback-tests-${process.pid}`);
}

/**
 * Makes the folder of this run, which goes when the process ends: memory that nobody frees is lost until the machine starts
 * anew. What a run left that was killed is taken away by the next one.
 *
 * @returns undefined where there is no room in memory, or where nothing there may be run: some tests write programs.
 */
export function makeRunFolder(parent = memoryFolder()): string | undefined {
  if (parent === undefined) return undefined;
  const folder = runFolder(parent);
  const program = join(folder, 'program');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  try {
    removeLeft(parent);
    // Some tests are somebody else, who may pass through it.
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    writeFileSync(program, '', { mode: 0o700 });
    accessSync(program, constants.X_OK);
    rmSync(program);
    return folder;
  } catch {
    return undefined;
  }
}

function removeLeft(parent: string): void {
  for (const name of readdirSync(parent)) {
    const [, pid] = /^scrollback-tests-(\d+)$/.exec(name) ?? [];
    if (pid === undefined || isThere(Number(pid))) continue;
    try {
      rmSync(join(parent, name), { recursive: true, force: true });
    } catch {
      // It is somebody else's.
    }
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
