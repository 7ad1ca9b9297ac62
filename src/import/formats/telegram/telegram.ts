import { formatOf } from '../../format/format.ts';
import type { ImportedItem } from '../../item/item.ts';
import { brokenItem } from '../../item/leftOut.ts';
import { folderOf } from '../../item/oldPath.ts';
import type { Source } from '../../source/source.ts';
import { ChatItems } from './chatItems.ts';
import { type Chat, chatsIn, historyParts } from './history.ts';

const listName = /(?:^|\/)result[^/]*\.json$/;

/**
 * Telegram Desktop's export in JSON. Each post of a channel is a note that has its post already; any other chat is the
 * draft of one conversation.
 */
export const telegram = formatOf({
  name: 'telegram',
  label: 'an export of Telegram Desktop',
  looksLike: 'result.json ("Export chat history", in the form "Machine-readable JSON")',
  find: histories,
  lacks:
    'has no history of a chat that can be read. Expected the folder that Telegram Desktop exports in the form "Machine-readable JSON", with result.json in it.',
  open: async (source, files) => ({
    async *items(): AsyncIterable<ImportedItem> {
      for (const one of files) yield* itemsOf(source, one);
    },
  }),
});

/** A file, and the chats whose histories are in it; undefined for one that nobody can name. */
interface Histories {
  readonly file: string;
  readonly chats: readonly (Chat | undefined)[];
}

/** The files of that name; one that was given another name stands alone. */
async function histories(source: Source): Promise<Histories[]> {
  const { names } = source;
  const named = names.filter((one) => listName.test(one));
  const isAlone = names.length === 1 && names.every((one) => /\.json$/i.test(one));
  const all: Histories[] = [];
  for (const file of named.length === 0 && isAlone ? names : named) {
    const chats: (Chat | undefined)[] = [];
    for await (const chat of chatsIn(source, file)) chats.push(chat);
    all.push({ file, chats });
  }
  return all.some(({ chats }) => chats.some((chat) => chat)) ? all : [];
}

async function* itemsOf(source: Source, { file, chats }: Histories): AsyncIterable<ImportedItem> {
  const folder = folderOf(file);
  let items: ChatItems | undefined;
  for await (const part of historyParts(source, file, chats)) {
    if (part.is === 'message') yield* items?.add(part.message) ?? [];
    else if (part.is === 'broken') yield brokenItem(part, file, 'message');
    else {
      yield* items?.end() ?? [];
      items = new ChatItems(part.chat, folder);
      yield* items.begin();
    }
  }
  yield* items?.end() ?? [];
}
