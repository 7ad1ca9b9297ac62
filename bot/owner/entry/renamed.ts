import { existsSync } from 'node:fs';
import { isByHand } from '../../content/byHand.ts';
import { readEntries } from '../../content/contentFolder.ts';
import { hasBlock } from '../../drafts/pieceText.ts';
import type { EntryTools } from './entryTools.ts';

/** A message, and the one that it answers, as far as their drafts are concerned. */
interface Said {
  readonly chat: { readonly id: number };
  readonly message_id: number;
  readonly reply_to_message?: { readonly message_id: number } | undefined;
}

/**
 * Has drafts follow their files where those were renamed by hand: that of a message, of the one that it answers, and the
 * newest of the chat. The one file that nobody's draft is, and that has all of their messages' words, is theirs.
 *
 * @throws {JournalError} where the journal cannot be read.
 */
export async function followRenamed(
  { chat: { id: chatId }, message_id: messageId, reply_to_message: answered }: Said,
  {
    changes,
    config,
    dialogue,
    drafts,
    store,
  }: Pick<EntryTools, 'changes' | 'config' | 'dialogue' | 'drafts' | 'store'>,
): Promise<void> {
  const gone = [
    store.byMessage({ chatId, messageId }),
    answered && store.byMessage({ chatId, messageId: answered.message_id }),
    dialogue.recent({ chatId, messageId: Number.MAX_SAFE_INTEGER })[0],
  ]
    .filter((draft) => draft !== undefined)
    .filter(({ file }) => !existsSync(drafts.path(file)) && !changes.isDiscarded(file))
    .map((draft) => ({ draft, pieces: store.markdownOf(draft) }))
    .filter(({ pieces }) => pieces.length > 0);
  if (gone.length === 0) return;
  const { journal } = await readEntries(config.contentFolder);
  const unknown = journal.entries.filter(
    ({ file }) => !isByHand(file) && store.byFile(file) === undefined,
  );
  for (const { draft, pieces } of gone) {
    const [found, ...others] = unknown.filter(({ body }) =>
      pieces.every((piece) => hasBlock(`\n\n${body}`, piece)),
    );
    if (found && others.length === 0) store.rename(draft, found.file);
  }
}
