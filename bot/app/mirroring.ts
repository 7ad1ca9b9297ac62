import { isNothingDone } from '../mirror/guard.ts';
import { unfinishedWords } from '../mirror/heldWords.ts';
import type { MirrorParts } from '../mirror/mirrorParts.ts';
import type { MirrorOutcome } from '../mirror/mirrorPass.ts';
import { tellOfLook } from '../mirror/mirrorQuestions.ts';
import { talk } from '../talk/talk.ts';
import type { Ground } from './ground.ts';
import type { Upkeep } from './upkeep.ts';

/** What a look at the journal takes. */
interface LookTools extends Ground, MirrorParts {
  readonly upkeep: Upkeep;
  tell(text: string): Promise<unknown>;
  /** There may be something to deliver. */
  wake(): void;
}

/**
 * What looks at the journal and brings the channel up to date; nothing moves while git is in the middle of something.
 *
 * @returns a function that says why it did not, for the owner.
 */
export function mirroring(tools: LookTools): () => Promise<string | undefined> {
  const { tree, notices, upkeep, pass } = tools;
  return async () => {
    const unfinished = await tree.unfinished();
    if (!unfinished) {
      if (await notices.over('unfinished', talk('gitFinished'))) upkeep.tryAgainSoon();
      return look(tools);
    }
    pass?.close();
    await notices.tell('unfinished', () => unfinishedWords(unfinished));
    return unfinishedWords(unfinished);
  };
}

async function look(tools: LookTools): Promise<string | undefined> {
  const { config, channel, clock, signal, pass, pictures, notices, upkeep, tell, wake } = tools;
  const due = await upkeep.lookAtSchedule();
  let outcome: MirrorOutcome | undefined;
  try {
    outcome = await pass?.queue(clock.now(), { due, signal });
  } finally {
    wake();
    await upkeep.carryOnDue(due);
  }
  if (outcome && channel) await tellOfLook(outcome, { ...tools, ...config, channel }, notices);
  for (const file of pictures.takeUntold()) await tell(talk('unreadablePicture', { file }));
  if (outcome && isNothingDone(outcome)) return talk('waitsForAnswer');
  await upkeep.syndicate();
  return undefined;
}
