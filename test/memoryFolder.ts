import { accessSync, constants, statfsSync } from 'node:fs';
import { freemem } from 'node:os';

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
