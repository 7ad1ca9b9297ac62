import type { Clock } from '../../bot/clock.ts';

/** A clock that stands still until the test moves it on. */
export interface ManualClock extends Clock {
  /** Moves time on, or back, and wakes whoever waited for it. */
  advance(milliseconds: number): void;
}

/** A pause as short as this ends by itself as well: nothing that a test could wait for is timed by it. */
const pauseMilliseconds = 500;

const start = Date.parse('2026-03-01T12:00:00Z');

export function manualClock(): ManualClock {
  let time = start;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => time,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          // Even a sleep of no time lets others go on.
          setImmediate(resolve);
        };
        const sleeper = { until: time + milliseconds, wake };
        sleepers.add(sleeper);
        signal.addEventListener('abort', wake, { once: true });
        if (signal.aborted || milliseconds <= 0) wake();
        else if (milliseconds < pauseMilliseconds) setTimeout(wake, milliseconds);
      }),
    advance(milliseconds) {
      time += milliseconds;
      for (const sleeper of [...sleepers]) if (sleeper.until <= time) sleeper.wake();
    },
  };
}
