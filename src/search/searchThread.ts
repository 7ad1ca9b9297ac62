import { Worker } from 'node:worker_threads';
import { threadLimits } from '../load/threadLimits.ts';
import type { SearchWork, SearchWorkOptions } from './searchWork.ts';

/** What the thread is asked to do. */
export interface Call {
  readonly name: keyof SearchWork;
  readonly argument: unknown;
}

/** What comes of a call. */
export type Answer = { readonly value: unknown } | { readonly fault: string };

type Argument<Name extends keyof SearchWork> = Parameters<SearchWork[Name]>;
type Value<Name extends keyof SearchWork> = Awaited<ReturnType<SearchWork[Name]>>;

/**
 * {@link SearchWork} in a thread of its own, which does one thing after the other. It keeps no process from ending,
 * unless {@link hold} says so.
 */
export class SearchThread {
  readonly #worker: Worker;
  readonly #waiting: PromiseWithResolvers<unknown>[] = [];
  #failure: unknown;

  constructor(options: SearchWorkOptions) {
    this.#worker = new Worker(new URL('./searchWorker.ts', import.meta.url), {
      workerData: options,
      resourceLimits: threadLimits,
    });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.shift();
      if ('value' in answer) waiting?.resolve(answer.value);
      else waiting?.reject(new Error(answer.fault));
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The thread that makes the search ended')));
  }

  call<Name extends keyof SearchWork>(name: Name, ...args: Argument<Name>): Promise<Value<Name>> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.push(waiting);
    this.#worker.postMessage({ name, argument: args[0] } satisfies Call);
    return waiting.promise as Promise<Value<Name>>;
  }

  /** Keeps the process from ending before {@link end}. */
  hold(): void {
    this.#worker.ref();
  }

  async end(): Promise<void> {
    await this.call('end').catch(() => undefined);
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }
}
