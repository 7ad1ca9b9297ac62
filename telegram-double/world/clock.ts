import { setTimeout } from 'node:timers/promises';

/** Milliseconds since 1970, as `Date.now` gives them. */
export type Clock = () => number;

export const SECOND_MILLISECONDS = 1000;
export const MINUTE_MILLISECONDS = 60 * SECOND_MILLISECONDS;
export const HOUR_MILLISECONDS = 60 * MINUTE_MILLISECONDS;
export const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS;

/** Whole seconds since 1970, as Telegram dates things. */
export function unixSeconds(now: Clock): number {
  return Math.floor(now() / SECOND_MILLISECONDS);
}

/** Waits for so long, or until the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
