import { setTimeout as sleepFor } from 'node:timers/promises';

/** Time as the bot sees it; tests put their own in its place. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after that time, or at once when `signal` aborts. Never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** The same for what other programs need a moment to do: a real one, for tests as well. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** Waits in real time. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return sleepFor(milliseconds, undefined, { signal }).then(
    () => undefined,
    () => undefined,
  );
}

/** The clock of the machine. */
export const systemClock: Clock = { now: () => Date.now(), sleep: pause, pause };
