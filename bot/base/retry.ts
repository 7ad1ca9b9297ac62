import type { Clock } from './clock.ts';

const retryMilliseconds = [1_000, 4_000, 12_000];

/** Tries work again that failed for a reason which may pass. @throws what the last try threw. */
export async function withRetry<T>(
  work: () => Promise<T>,
  mayPass: (error: unknown) => boolean,
  clock: Clock,
  signal: AbortSignal,
): Promise<T> {
  for (const wait of retryMilliseconds) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || !mayPass(error)) throw error;
      await clock.sleep(wait, signal);
    }
  }
  return work();
}
