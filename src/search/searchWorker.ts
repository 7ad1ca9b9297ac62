import { workerData } from 'node:worker_threads';
import { answerEach } from '../threads/otherThread.ts';
import type { Call } from './searchThread.ts';
import { SearchWork, type SearchWorkOptions } from './searchWork.ts';

// The other thread of `SearchThread`.
const work = new SearchWork(workerData as SearchWorkOptions);

answerEach(({ name, argument }: Call) =>
  (work[name] as (argument: unknown) => unknown).call(work, argument),
);
