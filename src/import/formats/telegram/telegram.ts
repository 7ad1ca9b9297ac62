import type { Format, OpenedExport } from '../../format/format.ts';
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
export const telegram: Format = {
  name: 'telegram',
  label: 'an export of Telegram Desktop',
  looksLike: 'result.json ("Export chat history", in the form "Machine-readable JSON")',
  recognises: async (source) => {
    for (const name of candidates(source))
      for await (const chat of chatsIn(source, name)) if (chat) return 2;
    return 0;
  },
  open: async (source) => openTelegram(source),
};

/** The files of that name; one that was given another name stands alone. */
function candidates({ names }: Source): readonly string[] {
  const named = names.filter((one) => listName.test(one));
  const isAlone = names.length === 1 && names.every((one) => /\.json$/i.test(one));
  return named.length === 0 && isAlone ? names : named;
}

async function openTelegram(source: Source): Promise<OpenedExport> {
  const all: { readonly file: string; readonly chats: readonly (Chat | undefined)[] }[] = [];
  for (const file of candidates(source)) {
    const chats: (Chat | undefined)[] = [];
    for await (const chat of chatsIn(source, file)) chats.push(chat);
    all.push({ file, chats });
  }
  if (all.every(({ chats }) => chats.every((chat) => !chat)))
    throw new Error(
      `${source.name} has no history of a chat that can be read. Expected the folder that Telegram Desktop exports in the form "Machine-readable JSON", with result.json in it.`,
    );
  return {
    async *items(): AsyncIterable<ImportedItem> {
      for (const { file, chats } of all) yield* itemsOf(source, file, chats);
    },
  };
}

async function* itemsOf(
  source: Source,
  file: string,
  chats: readonly (Chat | undefined)[],
): AsyncIterable<ImportedItem> {
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
