import { workerData } from 'node:worker_threads';
import { answerEach } from '../threads/otherThread.ts';
import { type PlainText, SimilarCache } from './similarCache.ts';

// The other thread of `SimilarCache`.
const cache = new SimilarCache(workerData as string);

answerEach((documents: readonly PlainText[]) => {
  cache.ranking(documents.map(({ source, ...rest }) => ({ ...rest, source: () => source })));
});
