import { existsSync } from 'node:fs';
import type { Entry } from '#journal/content/entry.ts';
import { isByHand } from '../../content/byHand.ts';
import { readEntries } from '../../content/contentFolder.ts';
import { dateOf } from '../../content/matter.ts';
import { hasBlocks } from '../../drafts/pieceText.ts';
import type { EntryTools } from './entryTools.ts';

/** So much, word for word, is no chance. */
const tellingLength = 40;

/** A message, and the one that it answers, as far as their drafts are concerned. */
interface Said {
  readonly chat: { readonly id: number };
  readonly message_id: number;
  readonly reply_to_message?: { readonly message_id: number } | undefined;
}

/**
 * Has drafts follow their files where those were renamed by hand: that of a message, of the one that it answers, and the
 * newest of the chat. The one file that nobody's draft is, has all of their messages' words, and a date that theirs is
 * known to have had, is theirs: a few words may stand in any text. Where none has that date, and they are many, and most
 * of it, the date may be another.
 *
 * @throws {JournalError} where the journal cannot be read.
 */
export async function followRenamed(
  { chat: { id: chatId }, message_id: messageId, reply_to_message: answered }: Said,
  tools: EntryTools,
): Promise<void> {
  const { changes, config, dialogue, drafts, store } = tools;
  const meant = [
    store.byMessage({ chatId, messageId }),
    answered && store.byMessage({ chatId, messageId: answered.message_id }),
    dialogue.recent({ chatId, messageId: Number.MAX_SAFE_INTEGER })[0],
  ].filter((draft) => draft !== undefined);
  // One that is meant twice is looked for once: it is another file by then.
  const gone = [...new Map(meant.map((draft) => [draft.id, draft])).values()]
    .filter(({ file }) => !existsSync(drafts.path(file)) && !changes.isDiscarded(file))
    .map((draft) => ({ draft, pieces: store.markdownOf(draft) }))
    .filter(({ pieces }) => pieces.length > 0);
  if (gone.length === 0) return;
  const { journal } = await readEntries(config.contentFolder);
  for (const { draft, pieces } of gone) {
    const { length } = pieces.join('');
    const isMostOf = ({ body }: Entry) => length >= tellingLength && 2 * length >= body.length;
    const isOfIts = wasDated(changes.textsOf(draft.file), draft.file, journal.site.timeZone);
    const alike = journal.entries.filter(
      (entry) =>
        !isByHand(entry.file) &&
        store.byFile(entry.file) === undefined &&
        pieces.every((piece) => hasBlocks(`\n\n${entry.body}`, piece)),
    );
    const dated = alike.filter(isOfIts);
    const [found, ...others] = dated.length > 0 ? dated : alike.filter(isMostOf);
    if (found && others.length === 0) store.rename(draft, found.file);
  }
}

/** Whether an entry has a date of one of these texts, if there are any. */
function wasDated(texts: readonly string[], file: string, timeZone: string) {
  const dates = texts.map((text) => dateOf(text, file, timeZone));
  return ({ date }: Entry) => texts.length === 0 || dates.some((one) => one?.at === date.at);
}
