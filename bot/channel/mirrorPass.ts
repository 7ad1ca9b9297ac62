import { isPublished } from '#journal/gate.ts';
import { parseMoment } from '#journal/moment.ts';
import type { Clock } from '../clock.ts';
import { readJournal } from '../contentFolder.ts';
import type { Lock } from '../lock.ts';
import { copiesAsPosted } from './asPosted.ts';
import type { Channel } from './channel.ts';
import type { NewDelivery } from './delivery.ts';
import type { DirectPosts } from './directPosts.ts';
import type { Looks } from './looks.ts';
import { type MirroredEntry, type MirrorPlan, planMirror } from './mirror.ts';
import { MirroredEntries } from './mirroredEntries.ts';
import type { Outbox } from './outbox.ts';
import type { Pictures } from './pictures.ts';

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

/** What one look at the journal found. */
interface Look {
  readonly entries: readonly MirroredEntry[];
  readonly unread: readonly string[];
}

/** What a look takes beside the journal and the outbox. */
export interface MirrorTools {
  readonly lock: Lock;
  readonly clock: Clock;
  readonly looks: Looks;
  readonly pictures: Pictures;
  readonly directPosts: DirectPosts;
}

/** Looks at the journal and queues what makes the channel equal to it. */
export class MirrorPass {
  readonly #contentFolder: string;
  readonly #channel: Channel;
  readonly #outbox: Outbox;
  readonly #entries: MirroredEntries;
  readonly #tools: MirrorTools;

  constructor(contentFolder: string, channel: Channel, outbox: Outbox, tools: MirrorTools) {
    this.#contentFolder = contentFolder;
    this.#channel = channel;
    this.#outbox = outbox;
    this.#entries = new MirroredEntries(channel, tools.pictures);
    this.#tools = tools;
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
  async queue(
    now: number,
    allowRemovals = false,
    signal = new AbortController().signal,
  ): Promise<MirrorPlan> {
    let look = await this.#look(now);
    if (this.#planOf(look).deliveries.some(isRemoval)) {
      // A file that is being replaced is away for a moment: what is taken down has been missing twice.
      await this.#tools.clock.pause(secondLookMilliseconds, signal);
      look = await this.#look(now);
    }
    // Planned and queued in one transaction: a delivery that ends in between would be planned a second time.
    return this.#outbox.inTransaction(() => {
      const plan = this.#planOf(look);
      this.#refuseSuspiciousRemovals(plan, allowRemovals);
      this.#queuePlan(plan, now);
      this.#tools.looks.add(now);
      return plan;
    });
  }

  #queuePlan(plan: MirrorPlan, now: number): void {
    for (const { delivery, entryId, file } of plan.handedOver)
      this.#outbox.handOver(delivery, entryId, file);
    for (const { copy, formerId } of plan.adoptions) {
      if (formerId !== undefined) this.#outbox.copies.rename(formerId, copy);
      this.#outbox.copies.save(copy);
    }
    for (const copy of plan.asPosted ?? []) {
      this.#outbox.copies.save(copy);
      const ids = copy.messages.flatMap((message) => message.ids);
      this.#tools.directPosts.established(copy.channelId, ids, copy.contentHash);
    }
    for (const copy of plan.moved) this.#outbox.copies.save(copy);
    for (const delivery of plan.withdrawn) this.#outbox.withdraw(delivery);
    for (const delivery of plan.deliveries) this.#outbox.enqueue(delivery, now);
  }

  async #look(now: number): Promise<Look> {
    // Under the lock: while the publish hook pulls, files come and go.
    const read = await this.#tools.lock.run(() => readJournal(this.#contentFolder));
    const { site, entries } = read.journal;
    const since =
      site.channel?.since === undefined
        ? Number.NEGATIVE_INFINITY
        : (parseMoment(site.channel.since, site.timeZone)?.at ?? Number.NEGATIVE_INFINITY);
    const known = this.#knownEntries();
    const latest = Math.max(now, this.#tools.looks.latest() ?? now);
    const shown = entries.filter(
      (entry) =>
        // A clock that was put back unpublishes nothing that it had published.
        isPublished(entry, known.has(entry.id) ? latest : now) &&
        entry.mirror !== false &&
        entry.date.at >= since,
    );
    // What says that it is a draft is no entry for readers, whatever else is wrong with it.
    const drafts = new Set(read.faults.flatMap(({ file, draft }) => (draft ? [file] : [])));
    // Oldest first, so that a channel that is filled at once reads in the right order.
    return {
      entries: await this.#entries.of(shown.toReversed(), read, now),
      unread: read.unread.filter((file) => !drafts.has(file)),
    };
  }

  /** Ids of the entries that the channel holds or is about to get. */
  #knownEntries(): Set<string> {
    const { id } = this.#channel;
    const coming = this.#outbox.open().filter(({ channelId }) => channelId === id);
    return new Set([...this.#outbox.copies.entryIds(id), ...coming.map((one) => one.entryId)]);
  }

  #planOf(look: Look): MirrorPlan {
    const gone = this.#outbox.takenDown.in(this.#channel.id);
    const posts = this.#tools.directPosts.all(this.#channel.id);
    // Between the writing of a post's note and the news of it nobody could say which of them is the newer.
    const taking = new Set(posts.flatMap((post) => (post.state === 'taking' ? [post.file] : [])));
    const entries = look.entries
      .filter((entry) => !taking.has(entry.file))
      .map((entry) =>
        entry.syndicated.some((id) => gone.has(id)) ? withoutPosts(entry, gone) : entry,
      );
    const held = this.#outbox.copies.all();
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

  #refuseSuspiciousRemovals(plan: MirrorPlan, allowed: boolean): void {
    const removals = plan.deliveries.filter(isRemoval).length;
    if (allowed || removals <= 2) return;
    const copies = this.#outbox.copies.entryIds(this.#channel.id).length;
    if (removals > copies / 2) {
      throw new SuspiciousRemovalError(removals, copies, this.#contentFolder);
    }
  }
}

function isRemoval(delivery: NewDelivery): boolean {
  return delivery.contentHash === '';
}

/** An entry whose file names posts that are gone. */
function withoutPosts(entry: MirroredEntry, gone: ReadonlySet<number>): MirroredEntry {
  const { messages, plainBody } = entry;
  const syndicated = entry.syndicated.filter((id) => !gone.has(id));
  return { ...entry, messages, plainBody, syndicated };
}
