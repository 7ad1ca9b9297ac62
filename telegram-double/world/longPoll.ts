import type { Update } from '@grammyjs/types';
import { SECOND_MILLISECONDS } from './clock.ts';
import { conflict, type Refusal } from './refusal.ts';
import type { UpdateQueue } from './updateQueue.ts';

/** One `getUpdates` request. */
export type PollQuery = { offset: number; limit: number; timeoutSeconds: number };

/** The longest that a poll is held open, whatever the client asks. */
export const LONG_POLL_MAX_SECONDS = 50;

const OTHER_POLL =
  'terminated by other getUpdates request; make sure that only one bot instance is running';

type Waiting = { answer: () => void; refuse: (refusal: Refusal) => void };

/** Holds at most one `getUpdates` request open until an update comes or its time is up. */
export class LongPoll {
  readonly #queue: UpdateQueue;
  #waiting: Waiting | undefined;

  constructor(queue: UpdateQueue) {
    this.#queue = queue;
    queue.onAdded(() => this.#waiting?.answer());
  }

  /** Answers at once if it can; a poll that has to wait ends the one before it with a 409. */
  poll(query: PollQuery, signal: AbortSignal): Promise<Update[]> {
    const updates = this.#queue.read(query.offset, query.limit);
    if (updates.length > 0 || query.timeoutSeconds === 0) return Promise.resolve(updates);
    this.terminate(OTHER_POLL);
    return this.#wait(query, signal);
  }

  /** Ends the open poll, if there is one, with a 409. */
  terminate(words: string): void {
    this.#waiting?.refuse(conflict(words));
  }

  #wait(query: PollQuery, signal: AbortSignal): Promise<Update[]> {
    const { promise, resolve, reject } = Promise.withResolvers<Update[]>();
    const answer = () => {
      const updates = this.#queue.read(query.offset, query.limit);
      if (updates.length > 0) resolve(updates);
    };
    const timer = setTimeout(() => resolve([]), query.timeoutSeconds * SECOND_MILLISECONDS);
    const leave = () => resolve([]);
    signal.addEventListener('abort', leave);
    const waiting = { answer, refuse: reject };
    this.#waiting = waiting;
    return promise.finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      if (this.#waiting === waiting) this.#waiting = undefined;
    });
  }
}
