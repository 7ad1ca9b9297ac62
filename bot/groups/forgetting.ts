import type { HandlerTools } from '../chat/handlerTools.ts';
import { findHomes } from '../comments/commenting.ts';
import { messageOf } from '../log.ts';

/** What nobody picked is kept for this long. */
export const rememberedMilliseconds = 48 * 60 * 60 * 1000;

const lookMilliseconds = 60_000;

/** Forgets what is too old, and finds the entries of comments that came early, until `signal` aborts. */
export async function lookAfterGroups(tools: HandlerTools, signal: AbortSignal): Promise<void> {
  const { clock, log } = tools;
  while (!signal.aborted) {
    try {
      forgetOld(tools);
      await findHomes(tools);
    } catch (error) {
      log.error('the groups could not be looked after', { reason: messageOf(error) });
    }
    await clock.sleep(lookMilliseconds, signal);
  }
}

/** Forgets messages of groups that nobody picked in time. */
export function forgetOld({ groups, comments, clock }: HandlerTools): void {
  const before = clock.now() - rememberedMilliseconds;
  const forgotten =
    groups.store.forgetBefore(before) + comments.store.forgetBefore(Math.floor(before / 1000));
  if (forgotten > 0) groups.store.scrub();
}
