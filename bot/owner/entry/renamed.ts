import { existsSync } from 'node:fs';
import { isByHand } from '../../content/byHand.ts';
import { readEntries } from '../../content/contentFolder.ts';
import { hasBlock } from '../../drafts/pieceText.ts';
import type { EntryTools } from './entryTools.ts';

/**
 * Has the newest drafts of a chat follow their files, where those were renamed by hand: the one file that nobody's draft
 * is, and that has all of their messages' words, is theirs.
 *
 * @throws {JournalError} where the journal cannot be read.
 */
export async function followRenamed(
  chatId: number,
  {
    changes,
    config,
    dialogue,
    drafts,
    store,
  }: Pick<EntryTools, 'changes' | 'config' | 'dialogue' | 'drafts' | 'store'>,
): Promise<void> {
  const gone = dialogue
    .recent({ chatId, messageId: Number.MAX_SAFE_INTEGER })
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
