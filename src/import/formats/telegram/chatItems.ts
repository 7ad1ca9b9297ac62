import { htmlText } from '../../html/tree/htmlText.ts';
import type { ImportedDocument, ImportedItem, LeftOut } from '../../item/item.ts';
import { Notes } from '../../item/notes.ts';
import { isRecord, textIn } from '../../source/json.ts';
import { type Chat, isChannel, isOfAlbum, type Message, timeOf } from './history.ts';
import { htmlOfMessages } from './parts.ts';

/** Turns the messages of one chat into items, as they come: notes of a channel, or one conversation at the end. */
export class ChatItems {
  readonly #chat: Chat;
  readonly #folder: string;
  /** Messages of which nothing came yet: an album that may go on, or a whole conversation. */
  #said: Message[] = [];
  #notices = 0;
  #unsupported = 0;

  /** `folder` is that of the export, where its pictures are. */
  constructor(chat: Chat, folder: string) {
    this.#chat = chat;
    this.#folder = folder;
  }

  begin(): ImportedItem[] {
    return isChannel(this.#chat) ? [{ is: 'site', title: this.#chat.name }] : [];
  }

  add(message: Message): ImportedItem[] {
    if (message['type'] === 'unsupported') this.#unsupported += 1;
    else if (message['type'] !== 'message') this.#notices += 1;
    else {
      const isOn = !isChannel(this.#chat) || isOfAlbum(message, this.#said);
      const posts = isOn ? [] : this.#post();
      this.#said.push(message);
      return posts;
    }
    return [];
  }

  end(): ImportedItem[] {
    const documents = isChannel(this.#chat) ? this.#post() : this.#conversation();
    return [...documents, ...this.#left()];
  }

  #post(): ImportedItem[] {
    const album = this.#said;
    this.#said = [];
    return album.length === 0 ? [] : [postOf(album, this.#chat, this.#folder)];
  }

  #conversation(): ImportedItem[] {
    return this.#said.length === 0 ? [] : [conversation(this.#said, this.#chat, this.#folder)];
  }

  #left(): LeftOut[] {
    const left = (what: string, count: number, why: string): LeftOut[] =>
      count === 0 ? [] : [{ is: 'left', where: this.#chat.name, what, why: `${count} ${why}` }];
    return [
      ...left('notice', this.#notices, "of Telegram's own, such as who joined or what was pinned"),
      ...left(
        'message',
        this.#unsupported,
        'of a kind that the program which exported them did not know: export with a newer one',
      ),
    ];
  }
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
  if (html === '')
    return { is: 'left', where, what: 'message', why: 'nothing is in it that can be shown' };
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
