import type { Fault } from '#journal/fault/fault.ts';
import { isPublished } from '#journal/public/gate.ts';
import { parseMoment } from '#journal/schema/moment.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { type ReadJournal, readJournal } from '../content/contentFolder.ts';
import type { Channel } from '../outbox/channel.ts';
import { type Copy, idsOfCopy } from '../outbox/delivery.ts';
import { doubledFaults } from '../outbox/doubled.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { withoutPosts } from './adoptions.ts';
import { copiesAsPosted } from './asPosted.ts';
import {
  type Allowed,
  type Circumstances,
  emptyPlan,
  type Guarded,
  guard,
  isEmpty,
  isNothingDone,
  isRemoval,
} from './guard.ts';
import { namesIn, renamedSince } from './journalNames.ts';
import { type MirrorPlan, planMirror } from './mirror.ts';
import { MirroredEntries } from './mirroredEntries.ts';
import { nameOf } from './mirrorMemory.ts';
import type { MirroredEntry } from './mirrorState.ts';
import type { MirrorTools } from './mirrorTools.ts';
import { queuePlan } from './queuePlan.ts';

const secondLookMilliseconds = 300;
const mostLooks = 10;

/** What one look at the journal found. */
interface Look {
  readonly entries: readonly MirroredEntry[];
  /** Files of entries for readers that cannot be read. */
  readonly unread: readonly string[];
  /** What is wrong in them. */
  readonly faults: readonly Fault[];
  readonly read: ReadJournal;
  readonly site: Site;
  readonly now: number;
  readonly held: Held;
}

/** What came of a look. */
export interface MirrorOutcome extends Guarded {
  /** Everything that would make the channel equal to the journal. */
  readonly meant: MirrorPlan;
  /** What is wrong in files that were passed over because of it. */
  readonly faults: readonly Fault[];
  /** The journal that was looked at. */
  readonly read: ReadJournal;
  /** Ids of the messages of each entry's copy; undefined where what is done changes them. */
  readonly ids: ReadonlyMap<string, readonly number[]> | undefined;
}

/** What the channel holds, and the ids of its messages by entry. */
interface Held {
  /** The state of the database that says so. */
  readonly state: string;
  readonly copies: readonly Copy[];
  readonly ids: ReadonlyMap<string, readonly number[]>;
}

/** What a look may do. */
export interface LookOptions {
  readonly allowed?: Allowed;
  /** Files of entries that were scheduled and whose date has come. */
  readonly due?: readonly string[];
  readonly signal?: AbortSignal;
}

/** Looks at the journal and queues what makes the channel equal to it. */
export class MirrorPass {
  readonly #contentFolder: string;
  readonly #channel: Channel;
  readonly #outbox: Outbox;
  /** The entries of the latest look, as the channel should show them. */
  readonly entries: MirroredEntries;
  readonly #tools: MirrorTools;
  #isClear = false;
  /** What the latest look found to come, to go, or not to be read. */
  #sudden = '';

  constructor(contentFolder: string, channel: Channel, outbox: Outbox, tools: MirrorTools) {
    this.#contentFolder = contentFolder;
    this.#channel = channel;
    this.#outbox = outbox;
    this.entries = new MirroredEntries(channel, tools.pictures);
    this.#tools = tools;
  }

  /** Whether what is queued may go out: not before a look has found the journal that it belongs to, and nothing of git unfinished. */
  mayDeliver(): boolean {
    return this.#isClear && !this.#tools.tree.isUnfinished();
  }

  /** Lets nothing go out before the next look. */
  close(): void {
    this.#isClear = false;
  }

  /** Plans without doing anything. */
  async plan(now: number, options: LookOptions = {}): Promise<MirrorOutcome> {
    return this.#outcomeOf(await this.#look(now), options);
  }

  /** Queues what makes the channel equal to the journal, as far as nothing of it waits for a word of the owner. */
  async queue(now: number, options: LookOptions = {}): Promise<MirrorOutcome> {
    const { allowed = {}, signal = new AbortController().signal } = options;
    let planned: { state: string; outcome: MirrorOutcome } | undefined;
    const plan = (look: Look) => {
      const state = this.#outbox.state();
      if (planned?.state !== state || planned.outcome.read !== look.read)
        planned = { state, outcome: this.#outcomeOf(look, options) };
      return planned.outcome;
    };
    const look = await this.#quietLook(now, plan, signal);
    // Planned and queued in one transaction: a delivery that ends in between would be planned a second time.
    return this.#outbox.inTransaction(() => {
      const outcome = plan(look);
      this.#isClear = !isNothingDone(outcome) && !this.#tools.tree.isUnfinished();
      if (!this.#isClear) return { ...outcome, plan: emptyPlan };
      this.#settle(outcome, look, allowed);
      return outcome;
    });
  }

  /**
   * A look at a moment at which nobody is about to change the files: one that is being replaced is away for a moment, and
   * of those that are being copied into the folder some are not there yet.
   */
  async #quietLook(
    now: number,
    outcomeOf: (look: Look) => MirrorOutcome,
    signal: AbortSignal,
  ): Promise<Look> {
    // A file that goes while the folder is read is no fault of the folder: what is one shows again.
    let look = await this.#look(now).catch(() => undefined);
    if (!look) await this.#tools.clock.pause(secondLookMilliseconds, signal);
    look ??= await this.#look(now);
    for (let looks = 1; looks < mostLooks; looks++) {
      const { meant, unasked } = outcomeOf(look);
      const entries = [...meant.deliveries.filter(isRemoval), ...unasked];
      const sudden = [...entries.map(nameOf), ...look.unread].join('\n');
      if (sudden === this.#sudden) break;
      this.#sudden = sudden;
      await this.#tools.clock.pause(secondLookMilliseconds, signal);
      look = await this.#look(now);
    }
    return look;
  }

  #settle({ plan, passedOver, quietRemovals }: MirrorOutcome, look: Look, allowed: Allowed): void {
    const { memory } = this.#tools;
    const { id } = this.#channel;
    queuePlan(plan, this.#outbox, { ...this.#tools, read: look.read }, look.now);
    memory.looked(look.now);
    memory.shows(id, look.site.url);
    if (allowed.posts === 'all') memory.forget(id, 'pass-over');
    if (allowed.removals) {
      memory.forget(id, 'keep');
      memory.forgetQuietRemovals(id);
    }
    memory.noteQuietRemovals(id, quietRemovals, look.now);
    memory.decide(id, 'pass-over', passedOver, look.now);
    const copies = new Set(this.#outbox.copies.entryIds(id));
    const shown = new Set(look.entries.map((entry) => entry.id));
    const unread = new Set(look.unread);
    memory.forget(id, 'post', (one) => {
      return copies.has(one.entryId) || !(shown.has(one.entryId) || unread.has(one.file));
    });
    memory.forget(id, 'pass-over', ({ entryId }) => copies.has(entryId));
    memory.forget(id, 'take-down', ({ entryId }) => shown.has(entryId) || !copies.has(entryId));
    memory.forget(id, 'keep', ({ entryId }) => shown.has(entryId));
  }

  async #look(now: number): Promise<Look> {
    // Under the lock: while the publish hook pulls, files come and go.
    const read = await this.#tools.lock.run(() => readJournal(this.#contentFolder));
    const { site, entries } = read.journal;
    const since =
      site.channel?.since === undefined
        ? Number.NEGATIVE_INFINITY
        : (parseMoment(site.channel.since, site.timeZone)?.at ?? Number.NEGATIVE_INFINITY);
    const held = this.#held();
    const known = this.#knownEntries(held);
    const latest = Math.max(now, this.#tools.memory.latestLook() ?? now);
    const shown = entries.filter(
      (entry) =>
        // A clock that was put back unpublishes nothing that it had published.
        isPublished(entry, known.has(entry.id) ? latest : now) &&
        entry.mirror !== false &&
        entry.date.at >= since,
    );
    // What says that it is a draft is no entry for readers, whatever else is wrong with it.
    const drafts = new Set(read.faults.flatMap(({ file, draft }) => (draft ? [file] : [])));
    const doubled = doubledFaults(shown, new Set(held.copies.map(({ file }) => file)));
    const left = new Set(doubled.map(({ file }) => file));
    const single = shown.filter((entry) => !left.has(entry.file));
    const unread = read.unread.filter((file) => !drafts.has(file));
    // Oldest first, so that a channel that is filled at once reads in the right order.
    const ready = await this.entries.of(single.toReversed(), read, now);
    const own = [...doubled, ...ready.faults];
    return {
      entries: ready.entries,
      unread: [...unread, ...left, ...ready.faults.map(({ file }) => file)],
      faults: [...read.faults.filter(({ file }) => unread.includes(file)), ...own],
      read,
      site,
      now,
      held,
    };
  }

  #held(): Held {
    const state = this.#outbox.state();
    return { state, ...this.#outbox.copies.withIds(this.#channel.id) };
  }

  /** Ids of the entries that the channel holds or is about to get. */
  #knownEntries({ copies }: Held): Set<string> {
    return new Set([...copies, ...this.#open()].map((one) => one.entryId));
  }

  #open() {
    return this.#outbox.open().filter(({ channelId }) => channelId === this.#channel.id);
  }

  #outcomeOf(look: Look, options: LookOptions): MirrorOutcome {
    const held = look.held.state === this.#outbox.state() ? look.held : this.#held();
    const meant = this.#planOf(look, held);
    const guarded = guard(meant, this.#circumstances(look, held, options));
    const ids = isEmpty(guarded.plan) ? held.ids : undefined;
    return { ...guarded, meant, faults: look.faults, read: look.read, ids };
  }

  #circumstances(
    { read, site, now }: Look,
    held: Held,
    { allowed = {}, due = [] }: LookOptions,
  ): Circumstances {
    const { memory, wishes, asked } = this.#tools;
    const { id } = this.#channel;
    const journal = memory.journal(id);
    // Before the first look at this channel nothing was published for it.
    const after = journal?.firstChange ?? Number.MAX_SAFE_INTEGER;
    const wished = wishes.all({ after, now, timeZone: site.timeZone });
    const isDue = new Set(due);
    const names = namesIn(read, this.#channel);
    const questions = { posts: new Set(asked('posts')), removals: new Set(asked('removals')) };
    const open = this.#open();
    return {
      copies: held.copies,
      queued: new Set(open.map((one) => one.entryId)),
      gone: memory.quietRemovals(id, now),
      leaving: new Set(open.filter(isRemoval).map((one) => one.entryId)),
      isInJournal: ({ entryId, file }) =>
        names.ids.has(entryId) ||
        names.files.has(file) ||
        (held.ids.get(entryId)?.some((one) => names.posts().has(one)) ?? false),
      isWished: (wish, { file }) =>
        wished.get(file) === wish || (wish === 'shown' && isDue.has(file)),
      isDecided: memory.decided(id),
      mayBePassedOver: renamedSince(read, names, () => memory.decisions(id, 'pass-over')),
      mayBePosted: (entry) => held.copies.length === 0 && names.isPosted(entry),
      isAsked: (kind, entry) => questions[kind].has(nameOf(entry)),
      url: { known: journal?.url, found: site.url, formerly: site.formerly },
      allowed,
    };
  }

  #planOf({ entries: all, unread }: Look, { copies: own, ids: heldIds }: Held): MirrorPlan {
    const gone = this.#outbox.takenDown.in(this.#channel.id);
    const posts = this.#tools.directPosts.all(this.#channel.id);
    // Between the writing of a post's note and the news of it nobody could say which of them is the newer.
    const taking = new Set(posts.flatMap((post) => (post.state === 'taking' ? [post.file] : [])));
    const there = all.filter((entry) => !taking.has(entry.file));
    const entries = withoutPosts(there, gone);
    const channelId = this.#channel.id;
    const asPosted = copiesAsPosted({ channelId, entries, copies: own, posts });
    const ids = new Set(asPosted.map((copy) => copy.entryId));
    const held = new Map(heldIds);
    for (const copy of asPosted) held.set(copy.entryId, idsOfCopy(copy));
    const plan = planMirror({
      channelId,
      entries,
      copies: [...own.filter((copy) => !ids.has(copy.entryId)), ...asPosted],
      held,
      open: this.#outbox.open(),
      failed: this.#outbox.failed(),
      unread: [...unread, ...own.flatMap(({ file }) => (taking.has(file) ? [file] : []))],
    });
    return { ...plan, asPosted };
  }
}
