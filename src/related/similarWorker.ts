import { workerData } from 'node:worker_threads';
import { answerEach } from '../threads/otherThread.ts';
import { nearestIn } from './keptRanking.ts';
import { type Asked, SimilarCache } from './similarCache.ts';

// The other thread of `SimilarCache`.
const cache = new SimilarCache(workerData as string);
cache.readAhead();
let keep: (() => void) | undefined;

answerEach((asked: Asked) => {
  if (asked === 'keep') return keep?.();
  const comparison = cache.compare(
    asked.texts.map(({ source, ...rest }) => ({ ...rest, source: () => source })),
    asked.key,
  );
  keep = comparison.keep;
  return nearestIn(comparison.compared);
});
