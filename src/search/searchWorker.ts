import { answerEach, standBack } from '../threads/otherThread.ts';
import type { Asked } from './searchThread.ts';
import { SearchWork } from './searchWork.ts';

// The other thread of `SearchThread`.
let work: SearchWork;

standBack();
answerEach((asked: Asked) => {
  if ('name' in asked) {
    const { name, argument } = asked;
    return (work[name] as (argument: unknown) => unknown).call(work, argument);
  }
  work = new SearchWork(asked);
  return undefined;
});
