import type { ApiResponse } from '@grammyjs/types';
import type { CallParameters, FaultKind } from './faults.ts';

/** One request of the bot, as it was made and as it ended. */
export type Call = {
  readonly method: string;
  readonly parameters: CallParameters;
  /** When it came, on the double's clock. */
  readonly at: number;
  /** Whether the request was carried out, whatever the client was told. */
  isCommitted: boolean;
  /** What the client was told; undefined while it waits, and after a reset or a hang. */
  answer?: ApiResponse<unknown>;
  /** The fault that hit it. */
  fault?: FaultKind;
  /** Whether the double is done with it. */
  isDone: boolean;
};

/** Is told of each call when the double is done with it. */
export type CallListener = (call: Call) => void;

const WAIT_MILLISECONDS = 5000;

/** Every request, in the order of arrival. */
export class CallLog {
  readonly #calls: Call[] = [];
  readonly #listeners = new Set<CallListener>();

  /** Notes that a request came. */
  begin(method: string, parameters: CallParameters, at: number): Call {
    const call: Call = { method, parameters, at, isCommitted: false, isDone: false };
    this.#calls.push(call);
    return call;
  }

  /** Notes that the double is done with a request. */
  end(call: Call): void {
    call.isDone = true;
    for (const listener of this.#listeners) listener(call);
  }

  /** Tells a listener of each call that ends; returns how to stop that. */
  onEnded(listener: CallListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** All calls, or those of one method. */
  all(method?: string): readonly Call[] {
    return method === undefined
      ? [...this.#calls]
      : this.#calls.filter((call) => call.method === method);
  }

  /** Forgets what was logged. */
  clear(): void {
    this.#calls.length = 0;
  }

  /** The next call of a method that ends from now on; fails when none does in time. */
  next(
    method: string,
    match: (call: Call) => boolean = () => true,
    timeoutMilliseconds = WAIT_MILLISECONDS,
  ): Promise<Call> {
    const { promise, resolve, reject } = Promise.withResolvers<Call>();
    const stop = this.onEnded((call) => {
      if (call.method === method && match(call)) resolve(call);
    });
    const timer = setTimeout(
      () => reject(new Error(`no call of ${method} in ${timeoutMilliseconds} ms`)),
      timeoutMilliseconds,
    );
    return promise.finally(() => {
      stop();
      clearTimeout(timer);
    });
  }
}
