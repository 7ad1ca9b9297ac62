import { readFile } from 'node:fs/promises';
import type { Message } from 'grammy/types';
import { readEntry } from '#journal/content/entry.ts';
import { button, type Keyboard, keyboardOf } from '../../button/button.ts';
import { readSite } from '../../content/contentFolder.ts';
import type { Draft, MessagePlace } from '../../drafts/draftStore.ts';
import { chatTextOf } from '../../message/contribution.ts';
import { openLine } from '../../message/openText.ts';
import { isReplaced, placeOf, replaceText, reply } from '../../notify/replies.ts';
import { cutShort, talk } from '../../talk/talk.ts';
import { altButton, undescribed } from '../dialogue/altQuestions.ts';
import type { Composition } from '../dialogue/dialogue.ts';
import { measureFile, nameOf } from './entryCard.ts';
import type { EntryTools } from './entryTools.ts';

/**
 * Shows in the one message of an article that something was added to it.
 *
 * @returns whether the message was part of an article under way; otherwise it needs an answer of its own.
 */
export async function showAdded(
  message: Message,
  draft: Draft,
  trouble: string,
  tools: EntryTools,
): Promise<boolean> {
  const composition = tools.dialogue.compositionAt(placeOf(message));
  if (!composition?.isOpen || composition.draft.id !== draft.id) return false;
  const words = snippetOf(message);
  tools.dialogue.added(composition, words);
  await showProgress({ ...composition, lastAdded: words }, tools, placeOf(message), trouble);
  return true;
}

/** Ends the article of a chat if it is this one: what is published or away takes no more messages on its own. */
export async function endArticle(
  draft: Draft,
  place: MessagePlace,
  tools: EntryTools,
): Promise<void> {
  const { dialogue } = tools;
  if (dialogue.openComposition(place.chatId)?.draft.id === draft.id)
    dialogue.endCompositions(place);
  const ended = dialogue.compositionEndedBy(place);
  if (ended?.draft.id === draft.id) await showEnd(ended, tools);
}

/** Says in the message of an article that it has ended, if that message is there. */
export async function showEnd(ended: Composition, tools: EntryTools): Promise<void> {
  const { chatId, progressMessage } = ended;
  if (progressMessage === undefined) return;
  const shown = { chatId, messageId: progressMessage };
  await replaceText(tools.api, shown, await progressText(ended, tools));
}

/** Brings the message that shows an article's progress up to date; where it is gone, there is a new one, below `to`. */
export async function showProgress(
  composition: Composition,
  tools: EntryTools,
  to: MessagePlace,
  trouble = '',
): Promise<void> {
  const { api, dialogue, store } = tools;
  const { chatId, draft, progressMessage } = composition;
  const text = `${await progressText(composition, tools)}${trouble}`;
  const keyboard = composition.isOpen ? await progressButtons(draft, tools) : undefined;
  if (progressMessage !== undefined) {
    const shown = { chatId, messageId: progressMessage };
    if (await isReplaced(api, shown, text, keyboard)) return;
  }
  const messageId = await reply(api, to, text, keyboard);
  dialogue.showsProgress(composition, messageId);
  store.acknowledged({ chatId, messageId }, draft);
}

async function progressText(
  { draft, isOpen, lastAdded }: Composition,
  tools: EntryTools,
): Promise<string> {
  const source = await readFile(tools.drafts.path(draft.file), 'utf8').catch(() => '');
  const site = await readSite(tools.config.contentFolder);
  const { entry } = readEntry(draft.file, source, site);
  return [
    talk('articleLine', { name: entry ? nameOf(entry) : draft.file }),
    draft.file,
    await measureFile(tools.drafts.path(draft.file), draft.file),
    ...(lastAdded === '' ? [] : [talk('lastAdded', { words: lastAdded })]),
    talk(isOpen ? 'articleOpen' : 'articleEnded'),
  ].join('\n');
}

async function progressButtons(draft: Draft, tools: EntryTools): Promise<Keyboard> {
  const values = { draft: draft.id };
  const lacksAlt = (await undescribed(draft, tools)).length > 0;
  return keyboardOf(
    [button(talk('doneButton'), 'done', values), button(talk('showButton'), 'show', values)],
    lacksAlt ? [altButton(draft)] : [],
  );
}

function snippetOf(message: Message): string {
  const words = openLine(chatTextOf(message));
  return words === '' ? talk(message.photo ? 'addedPicture' : 'addedFile') : cutShort(60, words);
}
