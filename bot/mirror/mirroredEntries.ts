import { hash } from 'node:crypto';
import { absoluteAddress } from '#journal/address/base.ts';
import { type NamedDocument, Names } from '#journal/address/names.ts';
import type { Entry } from '#journal/content/entry.ts';
import type { Journal } from '#journal/content/journal.ts';
import type { Fault } from '#journal/fault/fault.ts';
import { publicJournal } from '#journal/public/publicJournal.ts';
import type { ReadJournal } from '../content/contentFolder.ts';
import { isAsRecalled } from '../content/recalled.ts';
import { type Channel, postIds } from '../outbox/channel.ts';
import { channelPost, type Medium, type PostContext } from '../post/channelPost.ts';
import { ForbiddenPictureError, type Pictures } from '../post/pictures.ts';
import type { MirroredEntry } from './mirrorState.ts';

/** Raise it when posts are built differently: copies made by an older one are then edited. */
const postVersion = '3';

/** Something that an entry's post took from elsewhere in the content folder. */
interface Seen {
  readonly asked: 'medium' | 'pathOf' | 'hasFile' | 'find';
  readonly file: string;
  readonly answer: string | undefined;
}

/** What a post was made of, and its digest: plain data, that is kept from one process to the next. */
export interface KeptPost {
  /** Digest of what all posts of a look have in common. */
  readonly common: string;
  readonly seen: readonly Seen[];
  readonly contentHash: string;
  /** The state in which the entry's file was read; undefined where it cannot be known by that. */
  readonly stamp: string | undefined;
}

/** What surrounds the entries of one look. */
interface LookContext extends PostContext {
  /** Digest of what is the same for every post: the journal's addresses, its language and words. */
  readonly common: string;
}

/** An entry as it was made ready before. */
interface Known {
  readonly entry: Entry;
  readonly post: KeptPost;
  readonly mirrored: MirroredEntry;
}

/** Entries as the channel should show them. Keeps digests of their posts from one look at the journal to the next. */
export class MirroredEntries {
  readonly #channel: Channel;
  readonly #pictures: Pictures;
  readonly #known = new Map<string, Known>();
  #recalled: ReadonlyMap<string, KeptPost> = new Map();
  #context: LookContext | undefined;
  /** The latest picture that was asked for and may not be read. */
  #forbidden: string | undefined;

  constructor(channel: Channel, pictures: Pictures) {
    this.#channel = channel;
    this.#pictures = pictures;
  }

  /** What an earlier process knew, from {@link kept}. */
  recall(posts: Iterable<readonly [file: string, post: KeptPost]>): void {
    this.#recalled = new Map(posts);
  }

  /** What the next process may know of the posts of the latest look. */
  kept(): (readonly [file: string, post: KeptPost])[] {
    return [...this.#known].flatMap(([file, known]) => {
      const post = keptPost(known);
      return post ? [[file, post] as const] : [];
    });
  }

  /** Whether {@link kept} is what was recalled, and nothing else. */
  isAsRecalled(): boolean {
    return isAsRecalled(this.#known, keptPost, this.#recalled);
  }

  /** Makes entries of a journal ready for the mirror; those with a picture that may not be read are faults until it may. */
  async of(entries: readonly Entry[], read: ReadJournal, now: number) {
    const context = this.#contextOf(read, now);
    this.#context = context;
    const files = new Set(entries.map(({ file }) => file));
    for (const file of this.#known.keys()) if (!files.has(file)) this.#known.delete(file);
    const all = () => this.#all(entries, context, read);
    const first = all();
    return (await this.#pictures.examine()) ? all() : first;
  }

  #all(entries: readonly Entry[], context: LookContext, { stampOf }: Pick<ReadJournal, 'stampOf'>) {
    const faults: Fault[] = [];
    const ready = entries.flatMap((entry) => {
      this.#forbidden = undefined;
      const mirrored = this.#one(entry, context, stampOf(entry.file));
      if (this.#forbidden === undefined) return [mirrored];
      this.#known.delete(entry.file);
      faults.push(forbiddenFault(entry, this.#forbidden));
      return [];
    });
    return { entries: ready, faults };
  }

  /** The post of an entry as the latest look has it. */
  readonly #messagesOf = (entry: Entry): MirroredEntry['messages'] =>
    this.#context ? channelPost(entry, this.#context) : [];

  /** Parsed again only if the entry, or something that it refers to, has changed. */
  #one(entry: Entry, context: LookContext, stamp: string | undefined): MirroredEntry {
    const known = this.#known.get(entry.file);
    if (known?.entry === entry && isAsSeen(known.post, context)) return known.mirrored;
    const recalled = this.#recalled.get(entry.file);
    const isRecalled = stamp !== undefined && recalled?.stamp === stamp;
    const post =
      isRecalled && isAsSeen(recalled, context) ? recalled : postOf(entry, context, stamp);
    const mirrored = Object.assign(new LazyMessages(entry, this.#messagesOf), {
      id: entry.id,
      file: entry.file,
      contentHash: post.contentHash,
      page: entry.kind === 'article' ? absoluteAddress(entry.path, context.siteUrl) : undefined,
      syndicated: postIds(this.#channel, entry.syndication),
    });
    this.#known.set(entry.file, { entry, post, mirrored });
    return mirrored;
  }

  #medium(file: string, path: string): Medium | undefined {
    try {
      return this.#pictures.find(file, path);
    } catch (error) {
      if (!(error instanceof ForbiddenPictureError)) throw error;
      this.#forbidden = file;
      return undefined;
    }
  }

  #contextOf(read: ReadJournal, now: number): LookContext {
    const { site, entries, pages, words } = read.journal;
    const paths = new Map([...entries, ...pages].map((one) => [one.file, one.path]));
    let names: Names | undefined;
    const { url: siteUrl, formerly, headingIds } = site;
    return {
      siteUrl,
      formerly,
      headingIds,
      words,
      common: digestOf(JSON.stringify([siteUrl, formerly, headingIds, words])),
      medium: (file) => (read.hasFile(file) ? this.#medium(file, read.onDisk(file)) : undefined),
      pathOf: (file) => paths.get(file),
      hasFile: (file) => read.hasFile(file),
      find: (name) => {
        names ??= namesOf(read.journal, now);
        return names.find(name);
      },
    };
  }
}

/** What names in double brackets stand for, as on the site: entries to come make a name ambiguous and get no link. */
function namesOf(journal: Journal, now: number): Names {
  const shown = publicJournal(journal, { sees: 'published', now });
  const coming = publicJournal(journal, { sees: 'published', now: Number.POSITIVE_INFINITY });
  const seen = new Set<NamedDocument>([...shown.entries, ...shown.pages]);
  return new Names(new Set<NamedDocument>([...seen, ...coming.entries, ...coming.pages]), seen);
}

function forbiddenFault({ file }: Entry, picture: string): Fault {
  return {
    file,
    line: 1,
    kind: 'unreadable',
    what: `its picture ${picture} may not be read`,
    expected: 'a file that the bot has the right to read',
    cure: 'give it that right: the entry is taken up by itself then',
  };
}

/** Whether all that a post took from elsewhere is as it was. */
function isAsSeen(post: KeptPost, context: LookContext): boolean {
  return (
    post.common === context.common &&
    post.seen.every((one) => one.answer === JSON.stringify(context[one.asked](one.file)))
  );
}

function postOf(entry: Entry, context: LookContext, stamp: string | undefined): KeptPost {
  const seen: Seen[] = [];
  const messages = channelPost(entry, noting(context, seen));
  const contentHash = digestOf(JSON.stringify([postVersion, messages]));
  return { common: context.common, seen, contentHash, stamp };
}

/** A context that writes down what was asked of it. */
function noting(context: LookContext, seen: Seen[]): PostContext {
  const note = <T>(asked: Seen['asked'], file: string, answer: T): T => {
    seen.push({ asked, file, answer: JSON.stringify(answer) });
    return answer;
  };
  // Each by its name: what is added to a context is noted, or the same for every post.
  return {
    siteUrl: context.siteUrl,
    formerly: context.formerly,
    headingIds: context.headingIds,
    words: context.words,
    medium: (file) => note('medium', file, context.medium(file)),
    pathOf: (file) => note('pathOf', file, context.pathOf(file)),
    hasFile: (file) => note('hasFile', file, context.hasFile(file)),
    find: (name) => note('find', name, context.find(name)),
  };
}

/** The messages are made when they are asked for, and not kept: where nothing changed, the digest is enough. */
class LazyMessages implements Pick<MirroredEntry, 'messages' | 'plainBody'> {
  readonly #entry: Entry;
  readonly #messagesOf: (entry: Entry) => MirroredEntry['messages'];

  constructor(entry: Entry, messagesOf: (entry: Entry) => MirroredEntry['messages']) {
    this.#entry = entry;
    this.#messagesOf = messagesOf;
  }

  get messages(): MirroredEntry['messages'] {
    return this.#messagesOf(this.#entry);
  }

  get plainBody(): string | undefined {
    return isPlain(this.#entry) ? this.#entry.body : undefined;
  }
}

/** Where it is known as of when, what the next process may know of a post. */
function keptPost({ post }: Known): KeptPost | undefined {
  return post.stamp === undefined ? undefined : post;
}

/** A note that says nothing beside its body, as a post that became one does. */
function isPlain({ kind, title, tldr, cover, mirror }: Entry): boolean {
  const isBodyAlone = title === undefined && tldr === undefined && cover === undefined;
  return kind === 'note' && isBodyAlone && mirror === true;
}

function digestOf(content: string): string {
  return hash('sha256', content).slice(0, 32);
}
