import { createHash } from 'node:crypto';
import type { Entry } from '#journal/entry.ts';
import { editFrontMatter } from '#journal/frontMatter.ts';
import { isPublished } from '#journal/gate.ts';
import { parseMoment } from '#journal/moment.ts';
import type { Names } from '#journal/names.ts';
import { absoluteAddress } from '#journal/permalink.ts';
import type { Clock } from '../clock.ts';
import { type ReadJournal, readJournal } from '../contentFolder.ts';
import { changeFile } from '../files.ts';
import type { Lock } from '../lock.ts';
import { type Log, messageOf } from '../log.ts';
import { copiesAsPosted } from './asPosted.ts';
import { type Channel, postAddress, postIds } from './channel.ts';
import { channelPost, type PostContext } from './channelPost.ts';
import type { NewDelivery } from './delivery.ts';
import type { DirectPosts } from './directPosts.ts';
import { type MirroredEntry, type MirrorPlan, planMirror } from './mirror.ts';
import { namesOf } from './namesOf.ts';
import type { Outbox } from './outbox.ts';
import type { Pictures } from './pictures.ts';

/** Raise it when posts are built differently: copies made by an older one are then edited. */
const postVersion = '2';
const secondLookMilliseconds = 300;

/** Thrown where a plan would take down so much that a mistake is likelier than an intention. */
export class SuspiciousRemovalError extends Error {
  constructor(removals: number, copies: number, contentFolder: string) {
    super(
      `Nothing was mirrored: ${removals} of ${copies} posts would be taken down, because their entries are not in ${contentFolder}. If that is meant, run "npm run mirror -- --allow-removals"; otherwise look at JOURNAL_CONTENT.`,
    );
    this.name = 'SuspiciousRemovalError';
  }
}

/** Something that an entry's post took from elsewhere in the content folder. */
interface Seen {
  readonly asked: 'picture' | 'pathOf' | 'named';
  readonly file: string;
  readonly answer: string | undefined;
}

/** What one look at the journal found. */
interface Look {
  readonly entries: readonly MirroredEntry[];
  readonly unread: readonly string[];
}

/** What a look takes beside the journal and the outbox. */
export interface MirrorTools {
  readonly lock: Lock;
  readonly clock: Clock;
  readonly log: Log;
  readonly pictures: Pictures;
  readonly directPosts: DirectPosts;
}

/** What the post of an entry may refer to, at one look. */
interface Surroundings {
  readonly read: ReadJournal;
  readonly paths: ReadonlyMap<string, string>;
  names(): Names;
}

/** One look at the journal, for the mirror. Keeps digests of pictures and posts between looks. */
export class MirrorPass {
  readonly #contentFolder: string;
  readonly #channel: Channel;
  readonly #outbox: Outbox;
  readonly #lock: Lock;
  readonly #clock: Clock;
  #surroundings: Surroundings | undefined;
  readonly #log: Log;
  readonly #pictures: Pictures;
  readonly #directPosts: DirectPosts;
  readonly #entries = new Map<
    string,
    { entry: Entry; siteUrl: string; seen: readonly Seen[]; mirrored: MirroredEntry }
  >();

  constructor(
    contentFolder: string,
    channel: Channel,
    outbox: Outbox,
    { lock, clock, log, pictures, directPosts }: MirrorTools,
  ) {
    this.#contentFolder = contentFolder;
    this.#channel = channel;
    this.#outbox = outbox;
    this.#lock = lock;
    this.#clock = clock;
    this.#log = log;
    this.#pictures = pictures;
    this.#directPosts = directPosts;
  }

  /** The post of an entry as the latest look has it. */
  readonly #messagesOf = (entry: Entry): MirroredEntry['messages'] =>
    this.#surroundings ? channelPost(entry, this.#contextOf(this.#surroundings)) : [];

  /** Plans without doing anything. */
  async plan(now: number): Promise<MirrorPlan> {
    return this.#planOf(await this.#look(now));
  }

  /**
   * Queues everything that makes the channel equal to the journal.
   *
   * @throws {SuspiciousRemovalError} before anything is queued, unless `allowRemovals`.
   */
  async queue(
    now: number,
    allowRemovals = false,
    signal = new AbortController().signal,
  ): Promise<MirrorPlan> {
    let look = await this.#look(now);
    if (this.#planOf(look).deliveries.some(isRemoval)) {
      // A file that is being replaced is away for a moment: what is taken down has been missing twice.
      await this.#clock.sleep(secondLookMilliseconds, signal);
      look = await this.#look(now);
    }
    // Planned and queued in one transaction: a delivery that ends in between would be planned a second time.
    return this.#outbox.inTransaction(() => {
      const plan = this.#planOf(look);
      this.#refuseSuspiciousRemovals(plan, allowRemovals);
      this.#queuePlan(plan, now);
      this.#outbox.looked(now);
      return plan;
    });
  }

  #queuePlan(plan: MirrorPlan, now: number): void {
    for (const { delivery, entryId, file } of plan.handedOver)
      this.#outbox.handOver(delivery, entryId, file);
    for (const { copy, formerId } of plan.adoptions) {
      if (formerId !== undefined) this.#outbox.renameCopy(formerId, copy);
      this.#outbox.saveCopy(copy);
    }
    for (const copy of plan.asPosted ?? []) {
      this.#outbox.saveCopy(copy);
      const ids = copy.messages.flatMap((message) => message.ids);
      this.#directPosts.established(copy.channelId, ids, copy.contentHash);
    }
    for (const copy of plan.moved) this.#outbox.saveCopy(copy);
    for (const delivery of plan.withdrawn) this.#outbox.withdraw(delivery);
    for (const delivery of plan.deliveries) this.#outbox.enqueue(delivery, now);
  }

  /** Brings `syndication` in the entries' files up to date with what the channel holds. */
  async writeSyndicationBack(): Promise<string[]> {
    return this.#writeSyndicationBack(await this.#read());
  }

  // Under the lock: while the publish hook pulls, files come and go.
  #read(): Promise<ReadJournal> {
    return this.#lock.run(() => readJournal(this.#contentFolder));
  }

  async #look(now: number): Promise<Look> {
    const read = await this.#read();
    const { site, entries, pages } = read.journal;
    const since =
      site.channel?.since === undefined
        ? Number.NEGATIVE_INFINITY
        : (parseMoment(site.channel.since, site.timeZone)?.at ?? Number.NEGATIVE_INFINITY);
    const known = this.#outbox.knownEntries(this.#channel.id);
    const latest = Math.max(now, this.#outbox.latestLook() ?? now);
    const mirrored = entries.filter(
      (entry) =>
        // A clock that was put back unpublishes nothing that it had published.
        isPublished(entry, known.has(entry.id) ? latest : now) &&
        entry.mirror !== false &&
        entry.date.at >= since,
    );
    const paths = new Map([...entries, ...pages].map((one) => [one.file, one.path]));
    let namesSeen: Names | undefined;
    const names = () => (namesSeen ??= namesOf(read.journal, now));
    this.#surroundings = { read, paths, names };
    // Oldest first, so that a channel that is filled at once reads in the right order.
    const look = () =>
      mirrored.toReversed().map((entry) => this.#mirrored(entry, read, paths, names));
    const first = look();
    return { unread: read.unread, entries: (await this.#pictures.examine()) ? look() : first };
  }

  #planOf(look: Look): MirrorPlan {
    const gone = this.#outbox.takenDown();
    const posts = this.#directPosts.all(this.#channel.id);
    // Between the writing of a post's note and the news of it nobody could say which of them is the newer.
    const taking = new Set(posts.flatMap((post) => (post.state === 'taking' ? [post.file] : [])));
    const entries = look.entries
      .filter((entry) => !taking.has(entry.file))
      .map((entry) => {
        const dead = gone.get(entry.id);
        const alive = entry.syndicated.filter((id) => !dead?.has(id));
        return dead ? { ...entry, syndicated: alive } : entry;
      });
    const held = this.#outbox.copies();
    const channelId = this.#channel.id;
    const own = held.filter((copy) => copy.channelId === channelId);
    const asPosted = copiesAsPosted({ channelId, entries, copies: own, posts });
    const ids = new Set(asPosted.map((copy) => copy.entryId));
    const others = held.filter((copy) => copy.channelId !== channelId || !ids.has(copy.entryId));
    const plan = planMirror({
      channelId,
      entries,
      copies: [...others, ...asPosted],
      open: this.#outbox.open(),
      failed: this.#outbox.failed(),
      unread: [...look.unread, ...own.flatMap(({ file }) => (taking.has(file) ? [file] : []))],
    });
    return { ...plan, asPosted };
  }

  /** An entry as the channel should show it; parsed again only if it, or something that it refers to, has changed. */
  #mirrored(
    entry: Entry,
    read: ReadJournal,
    paths: ReadonlyMap<string, string>,
    names: () => Names,
  ): MirroredEntry {
    const look = this.#contextOf({ read, paths, names });
    const known = this.#entries.get(entry.file);
    if (
      known?.entry === entry &&
      known.siteUrl === look.siteUrl &&
      known.seen.every((one) => one.answer === JSON.stringify(look[one.asked](one.file)))
    ) {
      return known.mirrored;
    }
    const seen: Seen[] = [];
    const noting = (asked: Seen['asked']) => (file: string) => {
      const answer = look[asked](file);
      seen.push({ asked, file, answer: JSON.stringify(answer) });
      return answer;
    };
    const messages = channelPost(entry, {
      siteUrl: look.siteUrl,
      picture: noting('picture') as PostContext['picture'],
      pathOf: noting('pathOf') as PostContext['pathOf'],
      named: noting('named') as PostContext['named'],
    });
    const mirrored = mirroredOf(
      {
        id: entry.id,
        file: entry.file,
        contentHash: sha256(JSON.stringify([postVersion, messages])).slice(0, 32),
        page: entry.kind === 'article' ? absoluteAddress(entry.path, look.siteUrl) : undefined,
        syndicated: postIds(this.#channel, entry.syndication),
      },
      entry,
      this.#messagesOf,
    );
    this.#entries.set(entry.file, { entry, siteUrl: look.siteUrl, seen, mirrored });
    return mirrored;
  }

  #contextOf({ read, paths, names }: Surroundings): PostContext {
    return {
      siteUrl: read.journal.site.url,
      picture: (file) =>
        read.hasFile(file) ? this.#pictures.find(file, read.onDisk(file)) : undefined,
      pathOf: (file) => paths.get(file),
      named: (name) => {
        const found = names().find(name);
        return found.is === 'found' ? found.path : undefined;
      },
    };
  }

  #refuseSuspiciousRemovals(plan: MirrorPlan, allowed: boolean): void {
    const removals = plan.deliveries.filter(isRemoval).length;
    const copies = this.#outbox.copies(this.#channel.id).length;
    if (!allowed && removals > 2 && removals > copies / 2) {
      throw new SuspiciousRemovalError(removals, copies, this.#contentFolder);
    }
  }

  async #writeSyndicationBack({ journal, onDisk }: ReadJournal): Promise<string[]> {
    const copies = this.#outbox.copyIds(this.#channel.id);
    const gone = this.#outbox.takenDown();
    const written: string[] = [];
    for (const entry of journal.entries) {
      const ids = copies.get(entry.id);
      const dead = gone.get(entry.id);
      if (!ids && !dead) continue;
      const own = ids
        ? ids.map((id) => postAddress(this.#channel, id))
        : entry.syndication.filter((address) =>
            postIds(this.#channel, [address]).some((id) => !dead?.has(id)),
          );
      const others = entry.syndication.filter(
        (address) => postIds(this.#channel, [address]).length === 0,
      );
      const wanted = [...others, ...own];
      if (JSON.stringify(wanted) === JSON.stringify(entry.syndication)) continue;
      try {
        const syndication = wanted.length > 0 ? wanted : undefined;
        await this.#lock.run(() =>
          changeFile(
            onDisk(entry.file),
            (source) => source && editFrontMatter(source, { syndication }),
          ),
        );
        written.push(entry.file);
      } catch (error) {
        // The others are written all the same; the post is known without it.
        this.#log.warn('syndication could not be written', {
          file: entry.file,
          reason: messageOf(error),
        });
      }
    }
    return written;
  }
}

/**
 * The messages are made when they are asked for: where nothing changed, the digest is enough. A function of its own, so
 * that what it keeps is the entry, and not all that one look at a journal read.
 */
function mirroredOf(
  known: Omit<MirroredEntry, 'messages' | 'plainBody'>,
  entry: Entry,
  messagesOf: (entry: Entry) => MirroredEntry['messages'],
): MirroredEntry {
  return {
    ...known,
    get messages() {
      return messagesOf(entry);
    },
    get plainBody() {
      return isPlain(entry) ? entry.body : undefined;
    },
  };
}

/** A note that says nothing beside its body, as a post that became one does. */
function isPlain({ kind, title, tldr, mirror }: Entry): boolean {
  return kind === 'note' && title === undefined && tldr === undefined && mirror === true;
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isRemoval(delivery: NewDelivery): boolean {
  return delivery.contentHash === '';
}
