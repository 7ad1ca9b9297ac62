import type { ButtonValues } from '../../button/buttonKinds.ts';
import type { Press } from '../../button/press.ts';
import type { Decision, EntryName } from '../../mirror/mirrorMemory.ts';
import {
  answerButtons,
  type MirrorAnswer,
  type MirrorQuestion,
} from '../../mirror/mirrorQuestions.ts';
import { answerButton, replaceText, tellPresser } from '../../notify/replies.ts';
import type { MirrorAnswerTools } from './dialogueTools.ts';

const decisions: Readonly<Partial<Record<`${MirrorQuestion} ${MirrorAnswer}`, Decision>>> = {
  'posts all': 'post',
  'posts from-now': 'pass-over',
  'removals down': 'take-down',
  'removals keep': 'keep',
};

/** Does what the owner has answered to a question of the mirror. One that has changed since is not answered by it. */
export async function answerMirror(
  press: Press,
  { question: kind, version, answer }: ButtonValues<'mirror'>,
  tools: MirrorAnswerTools,
): Promise<void> {
  const { api, notices } = tools;
  const question = notices.question(kind);
  if (question?.version !== version)
    return tellPresser(press, 'That is settled, or has changed since.', api);
  if (answer === 'later') return leaveOpen(press, kind, version, tools);
  const text = decide(kind, answer, question.about, tools);
  if (text === undefined) return tellPresser(press, 'I do not know this button.', api);
  await notices.settle(kind, text);
  await answerButton(press, text, api);
  await tools.mirror();
}

async function leaveOpen(
  press: Press,
  kind: MirrorQuestion,
  version: number,
  { api }: MirrorAnswerTools,
): Promise<void> {
  const text =
    kind === 'posts'
      ? 'Not now: none of these is posted. What you publish here goes out. The buttons stay.'
      : 'Not now: the channel stays as it is. The buttons stay.';
  await answerButton(press, text, api);
  if (press.text === undefined) return;
  const words = `${press.text}\n\n${text}`;
  await replaceText(api, press, words, answerButtons(kind, version, 'later'));
}

/** @returns the words for the owner; undefined where there is no such answer. */
function decide(
  kind: MirrorQuestion,
  answer: MirrorAnswer,
  about: readonly string[],
  { memory, channel }: MirrorAnswerTools,
): string | undefined {
  if (!channel) return undefined;
  if (kind === 'journal') {
    if (answer !== 'go') return undefined;
    memory.shows(channel.id, about[0] ?? '');
    return `The channel shows ${about[0]} from now on.`;
  }
  const decision = decisions[`${kind} ${answer}`];
  if (decision === undefined) return undefined;
  memory.decide(channel.id, decision, about.map(entryNamed));
  if (decision === 'take-down') memory.forgetQuietRemovals(channel.id);
  return wordsOf(decision, about.length);
}

function entryNamed(name: string): EntryName {
  const [entryId = '', file = ''] = JSON.parse(name) as string[];
  return { entryId, file };
}

function wordsOf(decision: Decision, count: number): string {
  const [they, stay] = count === 1 ? ['It', 'stays'] : [`These ${count}`, 'stay'];
  switch (decision) {
    case 'post':
      return `${they} ${count === 1 ? 'goes' : 'go'} out, oldest first.`;
    case 'pass-over':
      return `Only from now on: ${they.toLowerCase()} ${stay} out of the channel. "channel: {since: …}" in site.yaml says the same for good; "npm run mirror -- --all" posts them after all.`;
    case 'take-down':
      return `${they} ${count === 1 ? 'is' : 'are'} taken down.`;
    case 'keep':
      return `${they} ${stay} in the channel, and nothing is done about it until the entry is back.`;
    default: {
      const never: never = decision;
      return never;
    }
  }
}
