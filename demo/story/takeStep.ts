import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../../src/files/replaceFile.ts';
import type { StandingMessage } from '../../telegram-double/index.ts';
import type { Cast } from '../chat/cast.ts';
import { said } from '../chat/grantWish.ts';
import { answers, factsOf, freshEntries, isConversation, type Sources } from './facts.ts';
import type { StepName } from './steps.ts';

/** What is done for somebody who lets the story do it. */
export interface Stage extends Sources {
  readonly contentFolder: string;
}

const ownWords =
  'The lift is **slow** today. Dona Amélia says that it always was, and that it is ||only shy||.';
const change = [/\bslow\b/, 'late'] as const;
const conversation = [
  ['1003', 'I have found what it was in the sink.'],
  ['1002', 'Do not tell us.'],
  ['1003', 'A fork. It had been there since the wedding.'],
] as const;
const answer =
  'It was never shy with me. It stopped between two floors and waited until I was **done**.';

/** Does what a step asks for. @returns the page to show, where it is about looking at one. */
export async function takeStep(step: StepName, stage: Stage): Promise<string | undefined> {
  const { cast } = stage;
  const { note, comment } = factsOf(stage);
  switch (step) {
    case 'say':
      await cast.owner.sends(cast.owner, said(ownWords));
      return undefined;
    case 'draft':
    case 'see':
    case 'edited':
      return note?.path;
    case 'publish':
      await pressNewest(cast, 'Publish', note?.file);
      return undefined;
    case 'edit':
      if (note) await changeWord(join(stage.contentFolder, note.file));
      return undefined;
    case 'pick':
      return pickConversation(stage);
    case 'answer':
      return answerPost(stage);
    case 'allow':
      await pressNewest(cast, 'Allow', undefined);
      return undefined;
    case 'comment':
      return comment && `${comment.path}#comments--all`;
    default:
      return step satisfies never;
  }
}

/** Presses the newest button with these words, below a message that names a file where one is given. */
async function pressNewest(cast: Cast, words: string, file: string | undefined): Promise<void> {
  const holders = cast.api.botMessages(cast.owner).filter(({ buttons }) => buttons.includes(words));
  const holder = holders.findLast(({ text }) => file === undefined || text.includes(file));
  if (!holder) throw new Error(`there is no button "${words}" yet; wait a moment`);
  await cast.owner.presses(holder.message, words);
}

async function changeWord(file: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [pattern, word] = change;
  const changed = pattern.test(text)
    ? text.replace(pattern, word)
    : `${text.trimEnd()} Or so it says.\n`;
  replaceFile(file, changed);
}

async function pickConversation({ cast }: Stage): Promise<undefined> {
  const { api, owner, chats } = cast;
  let last: StandingMessage['message'] | undefined;
  for (const [id, words] of conversation)
    last = await api.person(Number(id)).sends(chats.group, words);
  if (last) await owner.replies(last, '/draft 3');
  return undefined;
}

/** Answers the post of the note that the story is about, else the newest. */
async function answerPost(stage: Stage): Promise<undefined> {
  const { cast } = stage;
  if (answers(cast).length > 0) return undefined;
  const posts = cast.api
    .messages(cast.chats.comments)
    .filter(({ message }) => message.is_automatic_forward === true);
  const own = freshEntries(stage).find((one) => !isConversation(one));
  const post =
    posts.find(({ text }) => own !== undefined && text.includes(own.path)) ?? posts.at(-1);
  if (!post) throw new Error('the channel has no post yet; publish something first');
  await cast.api.person(1003).replies(post.message, said(answer));
  return undefined;
}
