import { workerData } from 'node:worker_threads';
import { answerEach } from '../threads/otherThread.ts';
import { type Asked, SimilarCache } from './similarCache.ts';

// The other thread of `SimilarCache`.
const cache = new SimilarCache(workerData as string);
let keep: (() => void) | undefined;

answerEach((asked: Asked) => {
  if (asked === 'keep') return keep?.();
  const compared = cache.compare(
    asked.map(({ source, ...rest }) => ({ ...rest, source: () => source })),
  );
  keep = compared.keep;
  return compared.ranking;
});
