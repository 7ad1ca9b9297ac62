import { OtherThread } from '../threads/otherThread.ts';
import type { SearchWork, SearchWorkOptions } from './searchWork.ts';

/** What the thread is asked to do; first of all, what its work is. */
export type Asked = SearchWorkOptions | Call;

interface Call {
  readonly name: keyof SearchWork;
  readonly argument: unknown;
}

/** What a call of that name takes. */
export type Argument<Name extends keyof SearchWork> = Parameters<SearchWork[Name]>;
/** What it gives. */
export type Value<Name extends keyof SearchWork> = Awaited<ReturnType<SearchWork[Name]>>;

/** Texts, which come and go one after the other, need no more; what lasts lies outside of the heap. */
const youngMegabytes = 12;

/** {@link SearchWork} in a thread of its own. It keeps no process from ending, unless {@link hold} says so. */
export class SearchThread {
  readonly #thread: OtherThread<Asked, unknown>;
  #last: Promise<unknown> = Promise.resolve();

  constructor() {
    const module = new URL('./searchWorker.ts', import.meta.url);
    this.#thread = new OtherThread(module, undefined, youngMegabytes);
  }

  /** Before any call: a thread may have begun before it was known what it works on. */
  begin(options: SearchWorkOptions): void {
    // What it cannot do, no call can.
    this.#thread.ask(options).catch(() => undefined);
  }

  call<Name extends keyof SearchWork>(name: Name, ...args: Argument<Name>): Promise<Value<Name>> {
    const called = this.#thread.ask({ name, argument: args[0] }) as Promise<Value<Name>>;
    this.#last = called;
    return called;
  }

  /** Keeps the process from ending before {@link end}. */
  hold(): void {
    this.#thread.hold();
  }

  /** Waits for what it does: it may have started a program, which it ends. */
  async end(): Promise<void> {
    this.hold();
    await this.#last.catch(() => undefined);
    await this.#thread.end();
  }
}
