import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedDocument, ImportedItem, LeftOut } from '../../item/item.ts';
import { Notes } from '../../item/notes.ts';
import { exportedJson, isRecord, jsonIn } from '../../source/json.ts';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';
import { conversationOf } from './conversation.ts';
import {
  albumsOf,
  type History,
  historiesIn,
  isChannel,
  type Message,
  textAt,
  timeOf,
} from './history.ts';
import { htmlOfMessages } from './parts.ts';

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
    const [name] = source.names.filter((one) => listName.test(one));
    if (name === undefined) return 0;
    const { text } = await readSourceText(source, name);
    const read = jsonIn(text);
    return (read === undefined ? beginsAsExport(text) : historiesIn(read).length > 0) ? 2 : 0;
  },
  open: async (source) => openTelegram(source),
};

async function historiesOf(source: Source, name: string): Promise<History[]> {
  const { text } = await readSourceText(source, name);
  return historiesIn(exportedJson(text, name, beginsAsExport));
}

/** Whether a text begins as an export does, be it whole or not. */
function beginsAsExport(text: string): boolean {
  return /^\s*\{[^{[]*"(?:messages|chats|type)"\s*:/.test(text.slice(0, 4096));
}

async function openTelegram(source: Source): Promise<OpenedExport> {
  const all: { readonly folder: string; readonly histories: readonly History[] }[] = [];
  for (const name of source.names.filter((one) => listName.test(one)))
    all.push({
      folder: name.slice(0, name.lastIndexOf('/') + 1),
      histories: await historiesOf(source, name),
    });
  if (all.every(({ histories }) => histories.length === 0))
    throw new Error(
      `${source.name} has no history of a chat that can be read. Expected the folder that Telegram Desktop exports in the form "Machine-readable JSON", with result.json in it.`,
    );
  return {
    async *items(): AsyncIterable<ImportedItem> {
      for (const { folder, histories } of all)
        for (const history of histories) yield* itemsOf(history, folder);
    },
  };
}

function* itemsOf(history: History, folder: string): Iterable<ImportedItem> {
  const said = history.messages.filter((message) => message['type'] === 'message');
  if (isChannel(history)) {
    yield { is: 'site', title: history.name };
    for (const album of albumsOf(said)) yield postOf(album, history, folder);
  } else if (said.length > 0) yield conversation(said, history, folder);
  yield* notices(history, history.messages.length - said.length);
}

function where(history: History, message: Message): string {
  return `${history.name}: message ${textAt(message, 'id') ?? '?'}`;
}

/** An address that followers of the channel can open; the bot knows its channel by it. */
function address({ id }: History, message: unknown): string {
  return `https://t.me/c/${id}/${String(message)}`;
}

function postOf(album: readonly Message[], history: History, folder: string): ImportedItem {
  const [first = {}] = album;
  const notes = new Notes();
  const html = htmlOfMessages(album, notes);
  if (html === '')
    return {
      is: 'left',
      where: where(history, first),
      what: 'message',
      why: 'nothing is in it that can be shown',
    };
  const edited = album.flatMap((message) => timeOf(message, 'edited') ?? []).sort();
  const answered = textAt(first, 'reply_to_message_id');
  return {
    is: 'document',
    kind: 'note',
    where: where(history, first),
    key: `${history.id}/${textAt(first, 'id') ?? ''}`,
    date: timeOf(first, 'date'),
    updated: edited.at(-1),
    tags: tagsOf(album),
    state: 'published',
    inReplyTo: answered === undefined ? undefined : address(history, answered),
    syndication: album.map((message) => address(history, message['id'])),
    body: { is: 'html', text: html },
    folder,
    notes: notes.all,
  } satisfies ImportedDocument;
}

/** Hashtags are tags, and stay where they were in the text. */
function tagsOf(album: readonly Message[]): string[] {
  const entities = album.flatMap((message): readonly unknown[] =>
    Array.isArray(message['text_entities']) ? message['text_entities'] : [],
  );
  return entities.flatMap((one) => {
    if (!isRecord(one) || one['type'] !== 'hashtag') return [];
    const { text } = one;
    return typeof text === 'string' ? [text.slice(1)] : [];
  });
}

function conversation(said: readonly Message[], history: History, folder: string): ImportedItem {
  const notes = new Notes();
  const [first = {}] = said;
  const html = conversationOf(said, notes);
  notes.changed('names of people', 'they are as they were in the chat: ask before you publish');
  return {
    is: 'document',
    kind: 'note',
    where: history.name,
    key: history.id,
    slug: history.name,
    date: timeOf(first, 'date'),
    state: 'draft',
    body: { is: 'html', text: html },
    folder,
    notes: notes.all,
  };
}

function* notices({ name }: History, count: number): Iterable<LeftOut> {
  if (count > 0)
    yield {
      is: 'left',
      where: name,
      what: 'notice',
      why: `${count} of Telegram's own, such as who joined or what was pinned`,
    };
}
