import type { Entry } from '#journal/content/entry.ts';
import type { StandingMessage } from '../../telegram-double/index.ts';
import type { Cast } from '../chat/cast.ts';
import { entriesOf, type Texts } from '../folder/pageAddress.ts';
import type { Facts } from './steps.ts';

/** What cannot be read from files and chats: what was looked at, and what a file said when it was published. */
export class Witness {
  readonly #seen = new Map<string, number>();
  readonly #published = new Map<string, { readonly body: string; readonly at: number }>();

  /** A page was shown at a moment, in milliseconds since 1970. */
  sees(path: string, at: number): void {
    this.#seen.set(path, at);
  }

  /** When a page was last shown; 0 for never. */
  seenAt(path: string): number {
    return this.#seen.get(path) ?? 0;
  }

  /** What a published entry said when it was first met, and when that was. */
  published({ file, body }: Entry, now: number): { readonly body: string; readonly at: number } {
    const first = this.#published.get(file) ?? { body, at: now };
    this.#published.set(file, first);
    return first;
  }

  /** A draft has no words of its publishing. */
  forget(entry: Entry): void {
    this.#published.delete(entry.file);
  }
}

/** What facts are drawn from. */
export interface Sources {
  readonly cast: Cast;
  readonly texts: Texts;
  /** The texts of the journal as it was copied. */
  readonly sample: Readonly<Record<string, string>>;
  readonly witness: Witness;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** When a file changed last, in milliseconds since 1970; 0 where it did not since the start. */
  changedAt(file: string): number;
}

/** How far somebody got. */
export function factsOf(sources: Sources): Facts {
  const fresh = freshEntries(sources);
  const spoken = fresh.filter(isConversation);
  const notes = fresh.filter((one) => !isConversation(one));
  const note = notes.find(({ draft }) => !draft) ?? notes[0];
  return {
    note: note && noteFacts(note, sources),
    isPicked: spoken.length > 0,
    isAnswered: answers(sources.cast).length > 0,
    comment: commentFacts(sources),
  };
}

/** The entries that are not of the sample, the oldest first. */
export function freshEntries({ texts, sample }: Pick<Sources, 'texts' | 'sample'>): Entry[] {
  const fresh = new Map([...texts].filter(([file]) => file === 'site.yaml' || !(file in sample)));
  return entriesOf(fresh).sort((a, b) => a.date.at - b.date.at);
}

/** Whether an entry is a conversation: a quotation in which two speak. */
export function isConversation({ body }: Entry): boolean {
  const names = [...body.matchAll(/^> \*\*(.+?):\*\*/gm)].map(([, name]) => name);
  return new Set(names).size > 1;
}

function noteFacts(note: Entry, sources: Sources): NonNullable<Facts['note']> {
  const { witness, now } = sources;
  const { file, path, draft } = note;
  if (draft) witness.forget(note);
  const first = draft ? undefined : witness.published(note, now);
  const seenAt = witness.seenAt(path);
  const post = postOf(note, sources.cast);
  return {
    file,
    path,
    isDraft: draft,
    isDraftSeen: draft && seenAt > 0,
    isPublishedSeen: first !== undefined && seenAt >= first.at - noticeMilliseconds,
    isChanged: first !== undefined && (first.body !== note.body || post?.isEdited === true),
    post: post && { isEdited: post.isEdited },
  };
}

/** An open page is loaded anew as soon as its file is written, perhaps before that was noticed here. */
const noticeMilliseconds = 400;

/** The post of an entry in the channel. */
function postOf({ path }: Entry, { api, chats }: Cast): StandingMessage | undefined {
  return api
    .messages(chats.channel)
    .find(({ text, entities }) =>
      entities.some(({ type, offset, length }) =>
        type === 'url' ? pathAt(text.slice(offset, offset + length)) === path : false,
      ),
    );
}

function pathAt(address: string): string | undefined {
  const pathname = URL.parse(address)?.pathname;
  return pathname && decodeURI(pathname);
}

/** What others than the owner answered below posts of the channel. */
export function answers({ api, chats, owner }: Cast): StandingMessage[] {
  const all = api.messages(chats.comments);
  const posts = new Set(all.filter((one) => one.message.is_automatic_forward).map(({ id }) => id));
  return all.filter(({ message, byBot }) => {
    const { from, message_thread_id: thread } = message;
    return !byBot && from?.id !== owner.id && thread !== undefined && posts.has(thread);
  });
}

function commentFacts(sources: Sources): Facts['comment'] {
  const { texts, sample, witness, changedAt } = sources;
  const files = [...texts].filter(
    ([file, text]) =>
      file.startsWith('comments/') && text !== sample[file] && /^ +- id:/m.test(text),
  );
  const newest = files.toSorted(([a], [b]) => changedAt(b) - changedAt(a))[0];
  if (!newest) return undefined;
  const [file, text] = newest;
  const [, id] = /^entry: *["']?(\/[^\s"']*)/m.exec(text) ?? [];
  const path = entriesOf(texts).find((entry) => entry.id === id)?.path;
  if (path === undefined) return undefined;
  return {
    path,
    isSeen: witness.seenAt(path) >= Math.max(changedAt(file) - noticeMilliseconds, 1),
  };
}
