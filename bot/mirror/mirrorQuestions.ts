import { button, type Keyboard, keyboardOf } from '../button/button.ts';
import type { ButtonValues } from '../button/buttonKinds.ts';
import type { Notices } from '../notify/notices.ts';
import { type PlainKey, talk } from '../talk/talk.ts';
import { isNothingDone } from './guard.ts';
import {
  faultsWords,
  type HeldPlace,
  journalWords,
  postsWords,
  removalsWords,
} from './heldWords.ts';
import { nameOf } from './mirrorMemory.ts';
import type { MirrorOutcome } from './mirrorPass.ts';

/** What the mirror may ask. */
export type MirrorQuestion = ButtonValues<'mirror'>['question'];

/** What it may be answered. */
export type MirrorAnswer = ButtonValues<'mirror'>['answer'];

/** The questions of the mirror, with the answers that each may get. */
const mirrorAnswers: Readonly<
  Record<MirrorQuestion, Readonly<Partial<Record<MirrorAnswer, PlainKey>>>>
> = {
  posts: { all: 'allButton', 'from-now': 'fromNowButton', later: 'laterButton' },
  removals: { down: 'takeDownButton', keep: 'keepButton' },
  journal: { go: 'sameJournalButton', later: 'laterButton' },
};

/** The buttons under a question. After "Not now" all others stay. */
export function answerButtons(
  kind: MirrorQuestion,
  version: number,
  without?: MirrorAnswer,
): Keyboard {
  const labels = Object.entries(mirrorAnswers[kind]) as [MirrorAnswer, PlainKey][];
  const rows = labels
    .filter(([answer]) => answer !== without)
    .map(([answer, label]) => [button(talk(label), 'mirror', { question: kind, version, answer })]);
  return keyboardOf(...rows);
}

/** Asks the owner what a look held back, and tells what it passed over: each once. */
export async function tellOfLook(
  outcome: MirrorOutcome,
  place: HeldPlace,
  notices: Notices,
): Promise<void> {
  const { held, faults } = outcome;
  const ask = (kind: MirrorQuestion, about: readonly string[], words: () => string) =>
    about.length === 0
      ? notices.settle(kind, talk('nothingToChoose'))
      : notices.ask(kind, about, words(), (version) => answerButtons(kind, version));
  if (faults.length === 0) await notices.over('unread', talk('allReadAgain'));
  else await notices.tell('unread', () => faultsWords(faults));
  await ask('journal', held.journal ? [held.journal.found] : [], () =>
    journalWords(outcome, place),
  );
  if (held.journal) return;
  await ask('removals', held.removals.map(nameOf), () => removalsWords(outcome, place));
  if (isNothingDone(outcome)) return;
  await ask('posts', held.posts.map(nameOf), () => postsWords(outcome, place));
}
