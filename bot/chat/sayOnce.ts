import { classify } from '../channel/failure.ts';
import type { MessagePlace } from '../drafts/draftStore.ts';
import type { HandlerTools } from './handlerTools.ts';

/** Says something about a message: once, or twice where nobody knows whether the first time arrived. */
export function sayOnce(
  place: MessagePlace,
  about: string,
  { waiting, clock }: HandlerTools,
  say: () => Promise<void>,
): Promise<void> {
  const isUnknown = (error: unknown) => classify(error).kind === 'unknown';
  return waiting.sayOnce(place, about, clock.now(), say, isUnknown);
}
