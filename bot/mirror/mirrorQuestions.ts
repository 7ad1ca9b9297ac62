import { button, type Keyboard, keyboardOf } from '../button/button.ts';
import type { ButtonValues } from '../button/buttonKinds.ts';
import type { Notices } from '../notify/notices.ts';
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
  Record<MirrorQuestion, Readonly<Partial<Record<MirrorAnswer, string>>>>
> = {
  posts: { all: 'All, oldest first', 'from-now': 'Only from now on', later: 'Not now' },
  removals: { down: 'Take them down', keep: 'Keep them' },
  journal: { go: 'It is the same journal', later: 'Not now' },
};

/** The buttons under a question. After "Not now" all others stay. */
export function answerButtons(
  kind: MirrorQuestion,
  version: number,
  without?: MirrorAnswer,
): Keyboard {
  const labels = Object.entries(mirrorAnswers[kind]) as [MirrorAnswer, string][];
  const rows = labels
    .filter(([answer]) => answer !== without)
    .map(([answer, label]) => [button(label, 'mirror', { question: kind, version, answer })]);
  return keyboardOf(...rows);
}

const settledWords = 'That is settled: there is nothing left to choose.';

/** Asks the owner what a look held back, and tells what it passed over: each once. */
export async function tellOfLook(
  outcome: MirrorOutcome,
  place: HeldPlace,
  notices: Notices,
): Promise<void> {
  const { held, faults } = outcome;
  const ask = (kind: MirrorQuestion, about: readonly string[], words: () => string) =>
    about.length === 0
      ? notices.settle(kind, settledWords)
      : notices.ask(kind, about, words(), (version) => answerButtons(kind, version));
  if (faults.length === 0) await notices.over('unread', 'All entries can be read again.');
  else await notices.tell('unread', faultsWords(faults));
  await ask('journal', held.journal ? [held.journal.found] : [], () =>
    journalWords(outcome, place),
  );
  if (held.journal) return;
  await ask('removals', held.removals.map(nameOf), () => removalsWords(outcome, place));
  if (isNothingDone(outcome)) return;
  await ask('posts', held.posts.map(nameOf), () => postsWords(outcome, place));
}
