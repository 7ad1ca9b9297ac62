import { setTimeout as sleepFor } from 'node:timers/promises';

/** Time as the bot sees it; tests put their own in its place. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after that time, or at once when `signal` aborts. Never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    sleepFor(milliseconds, undefined, { signal }).then(
      () => undefined,
      () => undefined,
    ),
};
