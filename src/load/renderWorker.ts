import { workerData } from 'node:worker_threads';
import { entryFrom, type PlainEntry } from '../cache/entries.ts';
import { renderDocument } from '../render/render.ts';
import { answerEach } from '../threads/otherThread.ts';
import { documentContext } from './documentContext.ts';

// The other thread of `renderInTwo`.
const context = documentContext(workerData);

answerEach((tasks: readonly PlainEntry[]) =>
  tasks.map((task) => renderDocument(entryFrom(task), context)),
);
