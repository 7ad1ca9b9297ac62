import type { DatabaseSync } from 'node:sqlite';
import { ChatPace, type Pace, telegramPace } from '../base/chatPace.ts';
import { stateOf } from '../state/database.ts';
import { columns, type Part, part, Store } from '../state/store.ts';
import { Copies } from './copies.ts';
import type { Copy, Delivery, DeliveryState, NewDelivery } from './delivery.ts';
import { hasBegun, messagesOf, toDelivery } from './delivery.ts';
import type { LostPicture } from './lostPicture.ts';
import { OwnerNews } from './ownerNews.ts';
import { TakenDown } from './takenDown.ts';

/** No wait is longer; a run-at that is further off was written while the clock was wrong. */
const longestWaitMilliseconds = 24 * 60 * 60 * 1000;
/** How long a delivery that was sent is kept, for whoever wonders what the bot did. */
const sentKeptMilliseconds = 7 * 24 * 60 * 60 * 1000;

const isOpen = part`state IN ('pending', 'sending', 'uncertain')`;

/**
 * The durable queue of channel operations.
 *
 * A delivery's states ({@link DeliveryState}) and what leads from one to the next:
 *
 * | From | To | By |
 * |---|---|---|
 * | (none) | `pending` | {@link enqueue}; a pending one of the entry that has not begun is replaced |
 * | `pending` | (none) | {@link withdraw}, while it has not begun: its reason is gone |
 * | `pending`, `uncertain` | (none) | {@link withdraw}: the entry's file names posts of a later day than the queue |
 * | `pending` | `sending` | {@link claim}, once it is due and the channel's pace allows its next call |
 * | `sending` | `pending` | {@link stepDone} with steps left, or {@link retry} or {@link recover} of a call that may be made |
 * | `sending` | `sent` | {@link stepDone} of the last step |
 * | `sending` | `failed` | {@link close}: Telegram refused it for good |
 * | `sending` | `uncertain` | {@link close} or, at start, {@link recover}: a send that may have arrived |
 * | `sending` | (none) | {@link drop}: readers may no longer see the entry, or {@link recordLost} |
 * | `uncertain` | `pending` | {@link sendAgain}, or {@link stepDone} with steps left: the post was found |
 * | `uncertain` | `sent` | {@link stepDone} of the last step: the post was found |
 * | `failed` | (none) | {@link withdraw}, or a later one of the entry is settled |
 * | `failed` | (none) | {@link recordGone}: the owner wants a post once more that was deleted by hand |
 * | `sent` | (none) | time: {@link claim} forgets those of long ago |
 *
 * An entry has at most one delivery that is pending, sending or uncertain, and what its copy holds is told apart by a
 * digest of the content: the same content is never queued again.
 */
export class Outbox extends Store {
  readonly #pace: ChatPace;
  /** How often a call of a delivery was cut in the middle since the start, by its id. */
  readonly #cuts = new Map<number, number>();
  /** What the channel holds: a step is settled and its copy changed in one transaction. */
  readonly copies: Copies;
  /** What it no longer holds. */
  readonly takenDown: TakenDown;
  readonly news: OwnerNews;

  constructor(database: DatabaseSync, pace: Pace = telegramPace) {
    super(database);
    this.copies = new Copies(database);
    this.takenDown = new TakenDown(database);
    this.news = new OwnerNews(database);
    this.#pace = new ChatPace(database, pace);
  }

  /** Changes whenever the database does, by this process or by another one. */
  state(): string {
    return stateOf(this.database);
  }

  /** Queues a delivery. An entry has at most one open delivery: a pending one that has not begun is replaced. */
  enqueue(delivery: NewDelivery, now: number): boolean {
    return this.inTransaction(() => {
      const open = this.openFor(delivery.entryId, delivery.channelId);
      if (open && hasBegun(open)) return false;
      if (open) this.run`DELETE FROM deliveries WHERE id = ${open.id}`;
      const { entryId, channelId, file, contentHash, page } = delivery;
      const steps = JSON.stringify(delivery.steps);
      const runAt = this.#pace.afterHold(channelId, now);
      const row = { entryId, channelId, file, contentHash, steps, page, runAt, createdAt: now };
      this.run`INSERT INTO deliveries ${columns(row)}`;
      return true;
    });
  }

  /** Forgets a delivery of which nothing is left to do, unless it is under way. */
  withdraw(delivery: Delivery): void {
    this.run`DELETE FROM deliveries WHERE id = ${delivery.id} AND state NOT IN ('sending', 'sent')`;
  }

  /**
   * Takes the oldest delivery that is due, so that nobody else takes it; undefined also where the channel's pace asks to
   * wait. One that has begun goes first: nothing comes between the messages of a split post.
   */
  claim(now: number, channelId: number): Delivery | undefined {
    return this.inTransaction(() => {
      this.#tidy(now);
      const [delivery] = this.#next(channelId, now);
      if (!delivery || this.#freeAt(delivery, now) > now) return undefined;
      this.run`UPDATE deliveries SET state = 'sending', called = 0 WHERE id = ${delivery.id}`;
      return { ...delivery, state: 'sending' as const };
    });
  }

  /** Counts the call that is about to be made for a claimed delivery. A removal may take down a part and then fail. */
  calling({ id, entryId, channelId, steps, step }: Delivery, now: number): void {
    const next = steps[step];
    if (!next) return;
    this.inTransaction(() => {
      this.run`UPDATE deliveries SET called = 1 WHERE id = ${id}`;
      this.#pace.note(channelId, messagesOf(next), now);
      if (next.call === 'delete') this.copies.doubt(entryId, channelId);
    });
  }

  /** Settles the step under way: what the channel holds now and what comes next are stored in one transaction. */
  stepDone(delivery: Delivery, copy: Copy | undefined, now: number): void {
    const step = delivery.steps[delivery.step];
    const done = delivery.step + 1 >= delivery.steps.length;
    this.inTransaction(() => {
      if (copy) this.copies.save(done ? { ...copy, contentHash: delivery.contentHash } : copy);
      else this.copies.forget(delivery.entryId, delivery.channelId);
      if (step?.call === 'delete') this.takenDown.add(delivery.channelId, step.messageIds);
      this.run`UPDATE deliveries SET state = ${done ? 'sent' : 'pending'},
        step = ${delivery.step + 1}, attempts = 0, run_at = ${now}, error = NULL
        WHERE id = ${delivery.id}`;
      if (done) this.#forgetFailedBefore(delivery);
    });
  }

  /** Notes that a call was cut in the middle. @returns how often those of this delivery were, since the start. */
  cut({ id }: Delivery): number {
    const times = (this.#cuts.get(id) ?? 0) + 1;
    this.#cuts.set(id, times);
    return times;
  }

  /** Puts a delivery back for another try. `countAttempt` is off where only Telegram's own limit said "later". */
  retry(delivery: Delivery, runAt: number, error: string, countAttempt: boolean): void {
    this.run`UPDATE deliveries SET state = 'pending', run_at = ${runAt},
      attempts = attempts + ${countAttempt}, error = ${error} WHERE id = ${delivery.id}`;
  }

  /**
   * Lets every delivery to a channel wait at least until `until`, those that are queued later among them: Telegram's
   * limits hold for the channel, not the message.
   */
  holdBack(channelId: number, until: number): void {
    this.inTransaction(() => {
      this.#pace.hold(channelId, until);
      this.run`UPDATE deliveries SET run_at = ${until} WHERE state = 'pending'
        AND channel_id = ${channelId} AND run_at < ${until}`;
    });
  }

  /** Ends a delivery. One that is uncertain asks a new question. */
  close(delivery: Delivery, state: 'failed' | 'uncertain', error: string): Delivery {
    const questions = delivery.questions + (state === 'uncertain' ? 1 : 0);
    this.inTransaction(() => {
      this.run`UPDATE deliveries SET state = ${state}, error = ${error}, questions = ${questions}
        WHERE id = ${delivery.id}`;
      if (state === 'failed') this.#forgetFailedBefore(delivery);
    });
    return { ...delivery, state, error, questions };
  }

  /** The messages of an entry are gone, and its delivery with them: no copy is left. */
  recordGone(delivery: Delivery, messageIds: readonly number[]): void {
    this.inTransaction(() => {
      this.copies.forget(delivery.entryId, delivery.channelId);
      this.takenDown.add(delivery.channelId, messageIds);
      this.drop(delivery);
    });
  }

  /** A message of a copy is gone, and the delivery with it that was made for both; the next look plans what is left to do. */
  recordLost(delivery: Delivery, { messageId, copy }: LostPicture): void {
    this.inTransaction(() => {
      this.copies.save(copy);
      this.takenDown.add(delivery.channelId, [messageId]);
      this.drop(delivery);
    });
  }

  /** Forgets a delivery whose entry readers may no longer see; the next look plans what is left to do. */
  drop(delivery: Delivery): void {
    this.run`DELETE FROM deliveries WHERE id = ${delivery.id}`;
  }

  /** An entry goes on under another id: so does the delivery that nobody has settled yet. */
  handOver(delivery: Delivery, entryId: string, file: string): void {
    this.run`UPDATE deliveries SET entry_id = ${entryId}, file = ${file} WHERE id = ${delivery.id}`;
  }

  /** The owner says that an uncertain post did not arrive. @returns false where it is settled already. */
  sendAgain(id: number, question: number, now: number): boolean {
    const changes = this.run`UPDATE deliveries SET state = 'pending', run_at = ${now}, error = NULL
      WHERE id = ${id} AND questions = ${question} AND state = 'uncertain'`;
    return changes > 0;
  }

  /** Looks after what a crash left in `sending`. @returns the deliveries that became uncertain. */
  recover(): Delivery[] {
    this.run`UPDATE deliveries SET state = 'pending', attempts = attempts + called
      WHERE state = 'sending'
      AND (called = 0 OR json_extract(steps, '$[' || step || '].call') <> 'send')`;
    const reason = 'the process ended while the post was being sent';
    const left = this.#where(part`state = 'sending'`);
    return left.map((one) => this.close(one, 'uncertain', reason));
  }

  openFor(entryId: string, channelId: number): Delivery | undefined {
    return this.row(toDelivery)`SELECT * FROM deliveries
      WHERE entry_id = ${entryId} AND channel_id = ${channelId} AND ${isOpen}`;
  }

  /** Deliveries that are not settled: pending, sending or uncertain. */
  open(): Delivery[] {
    return this.#where(isOpen);
  }

  uncertain(): Delivery[] {
    return this.#where(part`state = 'uncertain'`);
  }

  pending(): Delivery[] {
    return this.#where(part`state = 'pending'`);
  }

  /** The newest failed delivery of each entry that has not been delivered since. */
  failed(): Delivery[] {
    return this.#where(part`state = 'failed' AND id = (SELECT MAX(id) FROM deliveries AS one
      WHERE one.entry_id = deliveries.entry_id)`);
  }

  /** When the next delivery to a channel is due; undefined where none waits. */
  nextRunAt(channelId: number): number | undefined {
    const next = this.#next(channelId).map((one) => this.#freeAt(one, one.runAt));
    return next.length === 0 ? undefined : Math.min(...next);
  }

  /** What was refused of an entry no longer counts once a later delivery is settled. */
  #forgetFailedBefore({ id, entryId }: Delivery): void {
    this.run`DELETE FROM deliveries
      WHERE entry_id = ${entryId} AND id < ${id} AND state = 'failed'`;
  }

  /** The first in the queue: of those that have begun, and of the others. */
  #next(channelId: number, now = Number.MAX_SAFE_INTEGER): Delivery[] {
    const first = (which: Part) => this.row(toDelivery)`SELECT * FROM deliveries
      WHERE state = 'pending' AND channel_id = ${channelId} AND run_at <= ${now} AND ${which}
      ORDER BY run_at, id LIMIT 1`;
    return [first(part`step > 0`), first(part`step = 0`)].filter((one) => one !== undefined);
  }

  /** What a clock that was wrong put off is due, and what was sent long ago is forgotten. */
  #tidy(now: number): void {
    this.#pace.tidy(now, longestWaitMilliseconds);
    this.run`DELETE FROM deliveries
      WHERE state = 'sent' AND run_at < ${now - sentKeptMilliseconds}`;
    this.run`UPDATE deliveries SET run_at = ${now} WHERE state = 'pending'
      AND run_at > ${now + longestWaitMilliseconds}`;
  }

  #freeAt({ channelId, steps, step }: Delivery, from: number): number {
    const next = steps[step];
    return next ? this.#pace.freeAt(channelId, messagesOf(next), from) : from;
  }

  /** In the order in which they were queued. */
  #where(condition: Part): Delivery[] {
    return this.rows(toDelivery)`SELECT * FROM deliveries WHERE ${condition} ORDER BY id`;
  }
}
