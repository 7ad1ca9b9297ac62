import { type Clock, pause } from '../../bot/base/clock.ts';

/** A clock that stands still until the test moves it on. */
export interface ManualClock extends Clock {
  /** Moves time on, or back, and wakes whoever waited for it. A clock that is put back makes no sleep longer. */
  advance(milliseconds: number): void;
  /** How many wait for it. */
  sleeping(): number;
}

const start = Date.parse('2026-03-01T12:00:00Z');

export function manualClock(): ManualClock {
  let time = start;
  const sleepers = new Set<{ until: number; readonly wake: () => void }>();
  return {
    now: () => time,
    // Nobody else is at work in most tests: as long as others need to be let on.
    pause: (milliseconds, signal) => pause(milliseconds / 10, signal),
    sleeping: () => sleepers.size,
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
      }),
    advance(milliseconds) {
      time += milliseconds;
      for (const sleeper of [...sleepers]) {
        if (milliseconds < 0) sleeper.until += milliseconds;
        if (sleeper.until <= time) sleeper.wake();
      }
    },
  };
}
