import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Call } from './searchThread.ts';
import { SearchWork, type SearchWorkOptions } from './searchWork.ts';

const work = new SearchWork(workerData as SearchWorkOptions);

async function answerTo({ name, argument }: Call): Promise<Answer> {
  try {
    return { value: await (work[name] as (argument: unknown) => unknown).call(work, argument) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (call: Call) => {
  last = last.then(async () => parentPort?.postMessage(await answerTo(call)));
});
