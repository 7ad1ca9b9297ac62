import { freeAt, type Pace, type PastCall } from '../base/chatPace.ts';
import { talk } from '../talk/talk.ts';
import type { NewDelivery } from './delivery.ts';
import { messagesOf } from './delivery.ts';

const minuteMilliseconds = 60_000;

/** How long the calls of deliveries take at the pace of their channel, if nothing else goes there. */
export function durationMilliseconds(deliveries: readonly NewDelivery[], pace: Pace): number {
  // Nothing waits there, and no call is ever so old that it no longer counts.
  if (pace.messagesAMinute === Number.POSITIVE_INFINITY) return 0;
  let past: PastCall[] = [];
  let at = 0;
  for (const step of deliveries.flatMap(({ steps }) => steps)) {
    const messages = messagesOf(step);
    at = freeAt(past, messages, at, pace);
    past = [...past.filter((call) => call.at > at - minuteMilliseconds), { at, messages }];
  }
  return at;
}

/** About how long that is, in words. */
export function durationInWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 2) return talk('aMoment');
  if (seconds < 90) return talk('seconds', { count: Math.round(seconds) });
  if (seconds < 90 * 60) return talk('minutes', { count: Math.round(seconds / 60) });
  return talk('hours', { count: Math.round(seconds / 3600) });
}
