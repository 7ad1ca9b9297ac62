import type { Clock } from '../base/clock.ts';
import { classify } from '../base/failure.ts';
import type { MessagePlace } from '../drafts/draftStore.ts';
import type { Waiting } from '../drafts/waiting.ts';

/** What saying something once takes. */
interface SayTools {
  readonly waiting: Waiting;
  readonly clock: Clock;
}

/** Says something about a message: once, or twice where nobody knows whether the first time arrived. */
export function sayOnce(
  place: MessagePlace,
  about: string,
  { waiting, clock }: SayTools,
  say: () => Promise<void>,
): Promise<void> {
  const isUnknown = (error: unknown) => classify(error).kind === 'unknown';
  return waiting.sayOnce(place, about, clock.now(), say, isUnknown);
}
