import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { answerEach } from '../../src/threads/otherThread.ts';

/** The other thread of the test: says again what it is told, but for what it is told to do. */
answerEach(async (asked: string) => {
  if (asked === 'fail') throw new Error('no such thing');
  if (asked.startsWith('/')) return around(() => readFileSync(asked, 'utf8'));
  if (asked === 'end') process.exit(0);
  if (asked === 'later') await new Promise((resolve) => setImmediate(resolve));
  return `${workerData}: ${asked}`;
});

function around(read: () => string): string {
  try {
    return read();
  } catch (cause) {
    throw new Error('It cannot be read', { cause });
  }
}
