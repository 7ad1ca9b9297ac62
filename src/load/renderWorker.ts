import { parentPort, workerData } from 'node:worker_threads';
import { entryFrom, type PlainEntry } from '../cache/entries.ts';
import { renderDocument } from '../render/render.ts';
import { documentContext } from './documentContext.ts';
import type { Answer } from './renderInTwo.ts';

// The other thread of `renderInTwo`: it renders what it is given, in the order in which it comes.
const context = documentContext(workerData);
const answer = (words: Answer) => parentPort?.postMessage(words);

parentPort?.on('message', (tasks: readonly PlainEntry[]) =>
  answer({ documents: tasks.map((task) => renderDocument(entryFrom(task), context)) }),
);
answer({ documents: [] });
