import type { Press, PressHandler } from '../../button/press.ts';
import type { Decision, EntryName } from '../../mirror/mirrorMemory.ts';
import {
  answerButtons,
  type MirrorAnswer,
  type MirrorQuestion,
} from '../../mirror/mirrorQuestions.ts';
import { answerButton, replaceText, tellPresser } from '../../notify/replies.ts';
import { talk } from '../../talk/talk.ts';
import type { MirrorAnswerTools } from './dialogueTools.ts';

const decisions: Readonly<Partial<Record<`${MirrorQuestion} ${MirrorAnswer}`, Decision>>> = {
  'posts all': 'post',
  'posts from-now': 'pass-over',
  'removals down': 'take-down',
  'removals keep': 'keep',
};

/** Does what the owner has answered to a question of the mirror. One that has changed since is not answered by it. */
export const answerMirror: PressHandler<'mirror', MirrorAnswerTools> = async (
  press,
  { question: kind, version, answer },
  tools,
) => {
  const { api, notices } = tools;
  const question = notices.question(kind);
  if (question?.version !== version) return tellPresser(press, talk('settledOrChanged'), api);
  if (answer === 'later') return leaveOpen(press, kind, version, tools);
  const text = decide(kind, answer, question.about, tools);
  if (text === undefined) return tellPresser(press, talk('unknownAnswer'), api);
  await notices.settle(kind, text);
  await answerButton(press, text, api);
};

async function leaveOpen(
  press: Press,
  kind: MirrorQuestion,
  version: number,
  { api }: MirrorAnswerTools,
): Promise<void> {
  const text = talk(kind === 'posts' ? 'postsLater' : 'journalLater');
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
  { memory, channel, clock }: MirrorAnswerTools,
): string | undefined {
  if (!channel) return undefined;
  if (kind === 'journal') {
    if (answer !== 'go') return undefined;
    memory.shows(channel.id, about[0] ?? '');
    return talk('journalShown', { journal: about[0] ?? '' });
  }
  const decision = decisions[`${kind} ${answer}`];
  if (decision === undefined) return undefined;
  memory.decide(channel.id, decision, about.map(entryNamed), clock.now());
  if (decision === 'take-down') memory.forgetQuietRemovals(channel.id);
  return wordsOf(decision, about.length);
}

function entryNamed(name: string): EntryName {
  const [entryId = '', file = ''] = JSON.parse(name) as string[];
  return { entryId, file };
}

function wordsOf(decision: Decision, count: number): string {
  const flags = { setting: '"channel: {since: …}"', command: '"npm run mirror -- --all"' };
  return {
    post: talk('goesOut', { count }),
    'pass-over': talk('passedOver', { count, ...flags }),
    'take-down': talk('takenDown', { count }),
    keep: talk('keptThere', { count }),
  }[decision];
}
