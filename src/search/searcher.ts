import { type Argument, SearchThread, type Value } from './searchThread.ts';
import type { SearchWork, SearchWorkOptions } from './searchWork.ts';

/** Does {@link SearchWork}, one call after the other. */
export interface Searcher {
  call<Name extends keyof SearchWork>(name: Name, ...args: Argument<Name>): Promise<Value<Name>>;
  /** Keeps the process from ending before {@link end}. */
  hold(): void;
  /** Waits for what it does: it may have started a program, which it ends. */
  end(): Promise<void>;
}

/** The search of fewer entries and pages is made while a thread would still be loading its code. */
const fewest = 50;

/** Makes the search of so many entries and pages: in `ahead`, where that was begun for many. */
export function searcherFor(
  count: number,
  options: SearchWorkOptions,
  ahead?: SearchThread,
): Searcher {
  if (!ahead && count < fewest) return new SearchHere(options);
  const thread = ahead ?? new SearchThread();
  thread.begin(options);
  return thread;
}

/** In this thread. */
class SearchHere implements Searcher {
  readonly #work: Promise<SearchWork>;
  #last: Promise<unknown> = Promise.resolve();
  #held: NodeJS.Timeout | undefined;

  constructor(options: SearchWorkOptions) {
    this.#work = import('./searchWork.ts').then(({ SearchWork }) => new SearchWork(options));
    // It is thrown by the first call.
    this.#work.catch(() => undefined);
  }

  call<Name extends keyof SearchWork>(name: Name, ...args: Argument<Name>): Promise<Value<Name>> {
    const run = async () => {
      const work = await this.#work;
      return (work[name] as (...some: Argument<Name>) => Value<Name>).apply(work, args);
    };
    const called = this.#last.then(run, run);
    this.#last = called;
    return called;
  }

  hold(): void {
    this.#held ??= setInterval(() => undefined, 2 ** 30);
  }

  async end(): Promise<void> {
    this.hold();
    await this.#last.catch(() => undefined);
    clearInterval(this.#held);
  }
}
