import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { checksumBytes, checksumOf, crcOf } from './keptFile.ts';
import { isSettled, stampIn } from './stampedFile.ts';

/** Of less, in bytes, the checksum is taken in no time. */
const leastToRemember = 1 << 20;

/**
 * Opens a file to read, if it ends in the checksum of all before. `bytes` is how many these are. Of a large file that is
 * taken once after each start of the machine, which may have lost some of it with its power; from then on, its stamp does.
 *
 * @throws the file system's error, and for any other file.
 */
export function openKept(path: string): { descriptor: number; bytes: number } {
  const descriptor = openSync(path, 'r');
  try {
    const status = fstatSync(descriptor);
    const bytes = status.size - checksumBytes;
    const seen = seenAs(status);
    if (seen !== undefined && readable(seenPath(path)) === seen) return { descriptor, bytes };
    const checksum = Buffer.alloc(checksumBytes);
    readSync(descriptor, checksum, 0, checksumBytes, Math.max(0, bytes));
    if (bytes < 0 || checksum.toString('latin1') !== checksumOf(crcOf(descriptor, bytes)))
      throw new Error(`${path} is not as it was written`);
    if (seen !== undefined) remember(path, seen);
    return { descriptor, bytes };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Undefined where nothing is remembered. Linux alone tells the starts of a machine apart (proc_sys_kernel(5)). */
function seenAs(status: Stats): string | undefined {
  if (status.size < leastToRemember || !isSettled(status.ctimeMs, Date.now())) return undefined;
  const start = readable('/proc/sys/kernel/random/boot_id').trim();
  return start === '' ? undefined : `${start} ${stampIn(status)}`;
}

/** The text of a file; empty for one that is not there, or that this process may not read. */
function readable(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}

function seenPath(path: string): string {
  return `${path}.seen`;
}

/** What cannot be written down is looked at again. */
function remember(path: string, seen: string): void {
  try {
    writeFileSync(seenPath(path), seen);
  } catch {}
}
