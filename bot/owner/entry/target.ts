import { existsSync } from 'node:fs';
import { readJournal } from '../../content/contentFolder.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { chosenAnswer } from '../../message/topic.ts';
import { talk } from '../../talk/talk.ts';
import type { Command } from '../dialogue/command.ts';
import type { EntryTools } from './entryTools.ts';
import { goneWords } from './unread.ts';

/**
 * The entry of the message that is replied to; else the newest of the chat, else the newest draft of the journal. Words
 * say why there is none.
 */
export async function targetOf(
  command: Pick<Command, 'message' | 'about' | 'request'>,
  tools: EntryTools,
): Promise<Draft | string> {
  const { store, drafts, changes, clock } = tools;
  // Handled again, it is about the same one: what was newest may be published or away by now.
  const changed = changes.fileOf(command.request);
  if (changed !== undefined) return store.ensure(changed, clock.now());
  const target = await meantBy(command, tools);
  return typeof target === 'string' || existsSync(drafts.path(target.file))
    ? target
    : goneWords(target.file);
}

async function meantBy(
  { message, about }: Pick<Command, 'message' | 'about'>,
  { store, dialogue, drafts, clock, config }: EntryTools,
): Promise<Draft | string> {
  if (about) return about;
  const chatId = message.chat.id;
  const addressed = chosenAnswer(message);
  if (addressed) {
    const draft = store.byMessage({ chatId, messageId: addressed.message_id });
    return draft ?? talk('noDraftOfMessage');
  }
  const recent = dialogue
    .recent({ chatId, messageId: message.message_id })
    .find(({ file }) => existsSync(drafts.path(file)));
  if (recent) return recent;
  const { journal } = await readJournal(config.contentFolder);
  const newest = journal.entries.find((entry) => entry.draft);
  return newest ? store.ensure(newest.file, clock.now()) : talk('noDraftYet');
}
