import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { getHeapSpaceStatistics } from 'node:v8';
import { workerData } from 'node:worker_threads';
import { answerEach, standBack } from '../../src/threads/otherThread.ts';

/** The other thread of the test: says again what it is told, but for what it is told to do. */
answerEach(async (asked: string) => {
  if (asked === 'fail') throw new Error('no such thing');
  if (asked.startsWith('/')) return around(() => readFileSync(asked, 'utf8'));
  if (asked === 'end') process.exit(0);
  if (asked === 'stand back') standBack();
  if (asked.startsWith('stand')) return String(getPriority());
  if (asked === 'young') return String(youngBytes());
  if (asked === 'later') await new Promise((resolve) => setImmediate(resolve));
  return `${workerData}: ${asked}`;
});

/** What this thread has for short-lived objects, when it has made many that lived for a while. */
function youngBytes(): number {
  for (let time = 0; time < 20; time++) Array.from({ length: 200_000 }, (_, at) => ({ at }));
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  return young?.space_size ?? 0;
}

function around(read: () => string): string {
  try {
    return read();
  } catch (cause) {
    throw new Error('It cannot be read', { cause });
  }
}
