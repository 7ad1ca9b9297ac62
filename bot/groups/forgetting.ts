import type { Clock } from '../base/clock.ts';
import { messageOf } from '../base/log.ts';
import { findHomes } from '../comments/commenting.ts';
import { tellOwner } from '../notify/tellOwner.ts';
import { inJournalsLanguage } from '../talk/journalTalk.ts';
import { talk } from '../talk/talk.ts';
import type { GroupTools } from './groupTools.ts';

/** What nobody picked is kept for this long. */
const rememberedMilliseconds = 48 * 60 * 60 * 1000;

/** A question about a pick is open for this long; so long is known what an answer that comes late was about. */
const questionMilliseconds = 30 * 24 * 60 * 60 * 1000;

const lookMilliseconds = 60_000;

/** Forgets what is too old, and finds the entries of comments that came early, until `signal` aborts. */
export async function lookAfterGroups(tools: GroupTools, signal: AbortSignal): Promise<void> {
  const { clock, log } = tools;
  while (!signal.aborted) {
    try {
      await inJournalsLanguage(tools.config.contentFolder, () => lookOnce(tools));
    } catch (error) {
      log.error('the groups could not be looked after', { reason: messageOf(error) });
    }
    await clock.sleep(lookMilliseconds, signal);
  }
}

async function lookOnce(tools: GroupTools): Promise<void> {
  forgetOld(tools);
  await forgetUnanswered(tools);
  await findHomes(tools);
}

/** Forgets messages of groups that nobody picked in time, and what was done with picks long ago. */
function forgetOld({ groups, comments, clock }: GroupTools): void {
  const before = clock.now() - rememberedMilliseconds;
  const seconds = Math.floor(before / 1000);
  const forgotten =
    groups.store.forgetBefore(before) +
    comments.store.forgetBefore(seconds) +
    groups.picks.forgetContents(seconds) +
    groups.picks.forgetBefore(questionsBefore(clock));
  if (forgotten > 0) groups.store.scrub();
}

/** What waits for a name that nobody gives is let go, with a word to the owner. */
async function forgetUnanswered(tools: GroupTools): Promise<void> {
  const { groups, clock } = tools;
  for (const pick of groups.picks.askingSince(questionsBefore(clock))) {
    const text = talk('pickExpired', { group: pick.groupTitle });
    if (await tellOwner(tools, text)) groups.picks.forget(pick);
  }
}

function questionsBefore(clock: Clock): number {
  return Math.floor((clock.now() - questionMilliseconds) / 1000);
}
