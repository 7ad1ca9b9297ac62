import { workerData } from 'node:worker_threads';
import { answerEach } from '../threads/otherThread.ts';
import type { KeptRanking } from './keptRanking.ts';
import { type Asked, SimilarCache } from './similarCache.ts';

// The other thread of `SimilarCache`.
const cache = new SimilarCache(workerData as string);
let kept: KeptRanking | undefined;
let keep: (() => void) | undefined;

answerEach((asked: Asked) => {
  if (asked === 'keep') return keep?.();
  if (asked === 'read') {
    kept = cache.read();
    return undefined;
  }
  const compared = cache.compare(
    asked.map(({ source, ...rest }) => ({ ...rest, source: () => source })),
    kept,
  );
  keep = compared.keep;
  return compared.ranking;
});
