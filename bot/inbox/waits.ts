import type { Trouble } from '../base/trouble.ts';

const retryMilliseconds = [1_000, 5_000, 15_000, 60_000, 300_000];
const shortestTroubleMilliseconds = 5_000;
/** The longest wait for trouble that passes by itself. */
export const longestTroubleMilliseconds = 60_000;
const shortestLongTroubleMilliseconds = 10 * 60_000;
const longestLongTroubleMilliseconds = 24 * 60 * 60_000;
/** Trouble that others perhaps do not have holds them up for no longer. */
const holdingMilliseconds = 10 * 60_000;

/** How long an update waits for its next try, in milliseconds: the longer, the oftener it has failed. */
export function waitAfterTries(attempts: number): number {
  return retryMilliseconds[Math.min(attempts, retryMilliseconds.length) - 1] ?? 0;
}

/**
 * Until when an update waits that has been in trouble from `troubledAt` on: as long again, within bounds. Times are in
 * milliseconds since 1970. `isHolding`: what came later in its chat waits behind it.
 */
export function postponed(troubledAt: number | undefined, trouble: Trouble, now: number) {
  const since = Math.min(troubledAt ?? now, now);
  const lasted = now - since;
  const [shortest, longest] = trouble.isLong
    ? [shortestLongTroubleMilliseconds, longestLongTroubleMilliseconds]
    : [shortestTroubleMilliseconds, longestTroubleMilliseconds];
  const wait = Math.min(longest, Math.max(shortest, lasted));
  return {
    since,
    runAt: now + (trouble.waitMilliseconds ?? wait),
    isHolding:
      trouble.isMet === 'always' || (trouble.isMet === 'a while' && lasted < holdingMilliseconds),
  };
}
