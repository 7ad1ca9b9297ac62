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
