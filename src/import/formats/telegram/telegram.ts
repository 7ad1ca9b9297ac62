import { formatOf } from '../../format/format.ts';
import { htmlText } from '../../html/tree/htmlText.ts';
import type { ImportedDocument, ImportedItem } from '../../item/item.ts';
import { brokenItem, leftOut } from '../../item/leftOut.ts';
import { Notes } from '../../item/notes.ts';
import { folderOf } from '../../item/oldPath.ts';
import { isRecord, textIn } from '../../source/json.ts';
import type { Source } from '../../source/source.ts';
import {
  type Chat,
  chatsIn,
  historyParts,
  isChannel,
  isOfAlbum,
  type Message,
  timeOf,
} from './history.ts';
import { htmlOfMessages } from './parts.ts';

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
  let open: OpenChat | undefined;
  for await (const part of historyParts(source, file, chats)) {
    if (part.is === 'message') {
      if (open) yield* taken(part.message, open);
    } else if (part.is === 'broken') yield brokenItem(part, file, 'message');
    else {
      if (open) yield* ended(open);
      open = { chat: part.chat, folder, said: [], notices: 0, unsupported: 0 };
      if (isChannel(part.chat)) yield { is: 'site', title: part.chat.name };
    }
  }
  if (open) yield* ended(open);
}

/** A chat whose messages are read as they come: they are notes of a channel, or one conversation at the end. */
interface OpenChat {
  readonly chat: Chat;
  /** That of the export, where its pictures are. */
  readonly folder: string;
  /** Messages of which nothing came yet: an album that may go on, or a whole conversation. */
  said: Message[];
  notices: number;
  unsupported: number;
}

function* taken(message: Message, open: OpenChat): Iterable<ImportedItem> {
  if (message['type'] === 'unsupported') open.unsupported += 1;
  else if (message['type'] !== 'message') open.notices += 1;
  else if (!isChannel(open.chat) || isOfAlbum(message, open.said)) open.said.push(message);
  else {
    if (open.said.length > 0) yield postOf(open.said, open.chat, open.folder);
    open.said = [message];
  }
}

function* ended({ chat, folder, said, notices, unsupported }: OpenChat): Iterable<ImportedItem> {
  const made = isChannel(chat) ? postOf : conversation;
  if (said.length > 0) yield made(said, chat, folder);
  const ofItself = `${notices} of Telegram's own, such as who joined or what was pinned`;
  if (notices > 0) yield leftOut(chat.name, 'notice', ofItself);
  const why = `${unsupported} of a kind that the program which exported them did not know: export with a newer one`;
  if (unsupported > 0) yield leftOut(chat.name, 'message', why);
}

/** An address that followers of the channel can open; the bot knows its channel by it. */
function address({ id }: Chat, message: unknown): string {
  return `https://t.me/c/${id}/${String(message)}`;
}

function postOf(album: readonly Message[], chat: Chat, folder: string): ImportedItem {
  const [first = {}] = album;
  const notes = new Notes();
  const where = `${chat.name}: message ${textIn(first, 'id') ?? '?'}`;
  const html = htmlOfMessages(album, notes);
  if (html === '') return leftOut(where, 'message', 'nothing is in it that can be shown');
  const edited = album.flatMap((message) => timeOf(message, 'edited') ?? []).sort();
  const answered = textIn(first, 'reply_to_message_id');
  const author = textIn(first, 'author');
  return {
    is: 'document',
    kind: 'note',
    where,
    key: `${chat.id}/${textIn(first, 'id') ?? ''}`,
    date: timeOf(first, 'date'),
    updated: edited.at(-1),
    tags: tagsOf(album),
    authors: author === undefined ? [] : [author],
    state: 'published',
    inReplyTo: answered === undefined ? undefined : address(chat, answered),
    syndication: album.map((message) => address(chat, message['id'])),
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
    const isTag = isRecord(one) && one['type'] === 'hashtag';
    return isTag ? (textIn(one, 'text')?.slice(1) ?? []) : [];
  });
}

/** Messages as one quotation, in which each turn begins with a bold name and a colon. */
function conversationOf(messages: readonly Message[], notes: Notes): string {
  let last: string | undefined;
  const turns = messages.map((message) => {
    const html = htmlOfMessages([message], notes);
    if (html === '') return '';
    const name = textIn(message, 'from') ?? 'Deleted account';
    const isOn = name === last;
    last = name;
    return isOn ? html : withName(name, html);
  });
  return `<blockquote>${turns.join('')}</blockquote>`;
}

function withName(name: string, html: string): string {
  // A typed colon is escaped when it is written, so that it makes nobody speak: this one is to.
  const speaker = `<b>${htmlText(name.replace(/[\\\s]+$/, ''))}<markdown-text>:</markdown-text></b>`;
  return html.startsWith('<p>') && !html.startsWith('<p><img')
    ? html.replace('<p>', `<p>${speaker} `)
    : `<p>${speaker}</p>${html}`;
}

function conversation(said: readonly Message[], chat: Chat, folder: string): ImportedItem {
  const notes = new Notes();
  const [first = {}] = said;
  const html = conversationOf(said, notes);
  notes.changed('names of people', 'they are as they were in the chat: ask before you publish');
  return {
    is: 'document',
    kind: 'note',
    where: chat.name,
    key: chat.id,
    slug: chat.name,
    date: timeOf(first, 'date'),
    state: 'draft',
    body: { is: 'html', text: html },
    folder,
    notes: notes.all,
  };
}
