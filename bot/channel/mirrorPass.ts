import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Entry } from '#journal/entry.ts';
import { editFrontMatter } from '#journal/frontMatter.ts';
import { isPublished } from '#journal/gate.ts';
import { parseMoment } from '#journal/moment.ts';
import { absoluteAddress } from '#journal/permalink.ts';
import { type ReadJournal, readJournal } from '../contentFolder.ts';
import { writeFileAtomic } from '../files.ts';
import type { Lock } from '../lock.ts';
import { type Log, messageOf } from '../log.ts';
import { type Channel, postAddress, postIds } from './channel.ts';
import { channelPost, type Picture, type PostContext } from './channelPost.ts';
import type { NewDelivery } from './delivery.ts';
import { type MirroredEntry, type MirrorPlan, planMirror } from './mirror.ts';
import type { Outbox } from './outbox.ts';

/** Raise it when posts are built differently: copies made by an older one are then edited. */
const postVersion = '1';
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
  readonly asked: 'picture' | 'pathOf';
  readonly file: string;
  readonly answer: string | undefined;
}

/** What one look at the journal found. */
interface Look {
  readonly entries: readonly MirroredEntry[];
  readonly unread: readonly string[];
}

/** One look at the journal, for the mirror. Keeps digests of pictures and posts between looks. */
export class MirrorPass {
  readonly #contentFolder: string;
  readonly #channel: Channel;
  readonly #outbox: Outbox;
  readonly #lock: Lock;
  readonly #log: Log;
  readonly #pictures = new Map<string, { digest: string; modified: number; bytes: number }>();
  readonly #entries = new Map<
    string,
    { key: string; seen: readonly Seen[]; mirrored: MirroredEntry }
  >();

  constructor(contentFolder: string, channel: Channel, outbox: Outbox, lock: Lock, log: Log) {
    this.#contentFolder = contentFolder;
    this.#channel = channel;
    this.#outbox = outbox;
    this.#lock = lock;
    this.#log = log;
  }

  /** Plans without doing anything. */
  async plan(now: number): Promise<MirrorPlan> {
    return this.#planOf(await this.#look(now));
  }

  /**
   * Queues everything that makes the channel equal to the journal.
   *
   * @throws {SuspiciousRemovalError} before anything is queued, unless `allowRemovals`.
   */
  async queue(now: number, allowRemovals = false): Promise<MirrorPlan> {
    let look = await this.#look(now);
    if (this.#planOf(look).deliveries.some(isRemoval)) {
      // A file that is being replaced is away for a moment: what is taken down has been missing twice.
      await setTimeout(secondLookMilliseconds);
      look = await this.#look(now);
    }
    // Planned and queued in one transaction: a delivery that ends in between would be planned a second time.
    return this.#outbox.inTransaction(() => {
      const plan = this.#planOf(look);
      this.#refuseSuspiciousRemovals(plan, allowRemovals);
      this.#queuePlan(plan, now);
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
    const mirrored = entries.filter(
      (entry) => isPublished(entry, now) && entry.mirror !== false && entry.date.at >= since,
    );
    const paths = new Map([...entries, ...pages].map((one) => [one.file, one.path]));
    // Oldest first, so that a channel that is filled at once reads in the right order.
    return {
      unread: read.unread,
      entries: mirrored.toReversed().map((entry) => this.#mirrored(entry, read, paths)),
    };
  }

  #planOf({ entries, unread }: Look): MirrorPlan {
    const gone = this.#outbox.takenDown();
    return planMirror({
      channelId: this.#channel.id,
      entries: entries.map((entry) => ({
        ...entry,
        syndicated: entry.syndicated.filter((id) => !gone.get(entry.id)?.has(id)),
      })),
      copies: this.#outbox.copies(),
      open: this.#outbox.open(),
      failed: this.#outbox.failed(),
      unread,
    });
  }

  /** An entry as the channel should show it; parsed again only if it, or something that it refers to, has changed. */
  #mirrored(entry: Entry, read: ReadJournal, paths: ReadonlyMap<string, string>): MirroredEntry {
    const look: PostContext = {
      siteUrl: read.journal.site.url,
      picture: (file) => (read.hasFile(file) ? this.#picture(file, read.onDisk(file)) : undefined),
      pathOf: (file) => paths.get(file),
    };
    const { title, tldr, summary, mirror, path, body, syndication } = entry;
    const key = JSON.stringify([
      entry.id,
      title,
      tldr,
      summary,
      mirror,
      path,
      body,
      syndication,
      look.siteUrl,
    ]);
    const known = this.#entries.get(entry.file);
    if (
      known?.key === key &&
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
    });
    const mirrored: MirroredEntry = {
      id: entry.id,
      file: entry.file,
      contentHash: sha256(JSON.stringify([postVersion, messages])).slice(0, 32),
      messages,
      page: entry.kind === 'article' ? absoluteAddress(entry.path, look.siteUrl) : undefined,
      syndicated: postIds(this.#channel, syndication),
    };
    this.#entries.set(entry.file, { key, seen, mirrored });
    return mirrored;
  }

  #picture(file: string, path: string): Picture {
    const { mtimeMs: modified, size: bytes } = statSync(path);
    const known = this.#pictures.get(file);
    if (known?.modified === modified && known.bytes === bytes)
      return { file, digest: known.digest };
    const digest = sha256(readFileSync(path)).slice(0, 16);
    this.#pictures.set(file, { digest, modified, bytes });
    return { file, digest };
  }

  #refuseSuspiciousRemovals(plan: MirrorPlan, allowed: boolean): void {
    const removals = plan.deliveries.filter(isRemoval).length;
    const copies = this.#outbox.copies(this.#channel.id).length;
    if (!allowed && removals > 2 && removals > copies / 2) {
      throw new SuspiciousRemovalError(removals, copies, this.#contentFolder);
    }
  }

  async #writeSyndicationBack({ journal, onDisk }: ReadJournal): Promise<string[]> {
    const held = this.#outbox.copies(this.#channel.id);
    const copies = new Map(held.map((copy) => [copy.entryId, copy]));
    const gone = this.#outbox.takenDown();
    const written: string[] = [];
    for (const entry of journal.entries) {
      const copy = copies.get(entry.id);
      const dead = gone.get(entry.id);
      if (!copy && !dead) continue;
      const own = copy
        ? copy.messages
            .flatMap((message) => message.ids)
            .map((id) => postAddress(this.#channel, id))
        : entry.syndication.filter((address) =>
            postIds(this.#channel, [address]).some((id) => !dead?.has(id)),
          );
      const others = entry.syndication.filter(
        (address) => postIds(this.#channel, [address]).length === 0,
      );
      const wanted = [...others, ...own];
      if (JSON.stringify(wanted) === JSON.stringify(entry.syndication)) continue;
      try {
        await this.#lock.run(async () => {
          const source = await readFile(onDisk(entry.file), 'utf8');
          const syndication = wanted.length > 0 ? wanted : undefined;
          await writeFileAtomic(onDisk(entry.file), editFrontMatter(source, { syndication }));
        });
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

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function isRemoval(delivery: NewDelivery): boolean {
  return delivery.contentHash === '';
}
