import type { Update } from '@grammyjs/types';
import { type Clock, DAY_MILLISECONDS, SECOND_MILLISECONDS } from './clock.ts';
import { isAllowed, type UpdateKind } from './updateKinds.ts';

/** An offset this far past the newest id counts as no offset, as on the real server. */
const FUTURE_TOLERANCE = 10;

const FIRST_UPDATE_ID = 900_000_001;

type Pending = { readonly update: Update; readonly expiresAt: number; readonly repeated: boolean };

/** What a queue holds, as it can be kept. */
export type SavedUpdates = {
  readonly pending: readonly Pending[];
  readonly nextId: number;
  readonly allowed: readonly UpdateKind[];
};

/**
 * The updates that the bot has not confirmed yet, in the order in which they happened.
 *
 * An update lives for 24 hours. A repeated one is delivered once more whatever the offset is.
 */
export class UpdateQueue {
  readonly #now: Clock;
  readonly #everything = new Map<number, Update>();
  readonly #listeners = new Set<() => void>();
  #pending: Pending[] = [];
  #nextId = FIRST_UPDATE_ID;
  #held = false;
  #allowed: readonly UpdateKind[] = [];

  constructor(now: Clock) {
    this.#now = now;
  }

  /** Kinds that the bot asked for; empty means the default. */
  get allowed(): readonly UpdateKind[] {
    return this.#allowed;
  }

  /** Changes which kinds are queued from now on; undefined leaves the setting as it is. */
  allow(kinds: readonly UpdateKind[] | undefined): void {
    if (kinds !== undefined) this.#allowed = kinds;
  }

  /** How many updates wait. */
  get size(): number {
    this.#dropExpired();
    return this.#pending.length;
  }

  /** Calls back whenever there may be something to deliver. */
  onAdded(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Queues an update, unless the bot did not ask for its kind. */
  add<K extends UpdateKind>(
    kind: K,
    payload: NonNullable<Update[K]>,
    lifetimeMilliseconds: number = DAY_MILLISECONDS,
  ): Update | undefined {
    if (!isAllowed(kind, this.#allowed)) return undefined;
    const update = { update_id: this.#nextId++, [kind]: structuredClone(payload) } as Update;
    this.#everything.set(update.update_id, update);
    const dated = dateOf(update);
    const from = dated === undefined ? this.#now() : dated * SECOND_MILLISECONDS;
    this.#pending.push({ update, expiresAt: from + lifetimeMilliseconds, repeated: false });
    this.#announce();
    return update;
  }

  /** Forgets what an offset confirms and returns what is left, at most `limit` of it. */
  read(offset: number, limit: number): Update[] {
    this.#dropExpired();
    this.#confirm(offset < 0 ? Math.max(0, this.#nextId + offset) : offset);
    if (this.#held) return [];
    const batch = this.#pending.slice(0, limit);
    this.#pending = this.#pending.filter((entry) => !(entry.repeated && batch.includes(entry)));
    return batch.map(({ update }) => structuredClone(update));
  }

  /** The update that a webhook delivers next. */
  first(): Update | undefined {
    this.#dropExpired();
    return this.#held ? undefined : this.#pending[0]?.update;
  }

  /** Removes the first pending copy of an update. */
  remove(update: Update): void {
    const index = this.#pending.findIndex((entry) => entry.update === update);
    if (index !== -1) this.#pending.splice(index, 1);
  }

  /** Forgets everything that waits. */
  clear(): void {
    this.#pending = [];
  }

  /** Delivers an update once more, with the id that it had. */
  repeat(updateId: number): void {
    const update = this.#everything.get(updateId);
    if (update === undefined) throw new Error(`there was no update ${updateId}`);
    const expiresAt = this.#now() + DAY_MILLISECONDS;
    this.#pending.push({ update: structuredClone(update), expiresAt, repeated: true });
    this.#announce();
  }

  /** Delivers nothing until `release`. */
  hold(): void {
    this.#held = true;
  }

  /**
   * Delivers what was held, in another order if one is given. Long polling numbers updates in the
   * order of delivery; `keepIds` leaves them as they were, as parallel webhook requests do.
   */
  release(reorder?: (pending: Update[]) => Update[], keepIds = false): void {
    if (reorder !== undefined) this.#reorder(reorder, keepIds);
    this.#held = false;
    this.#announce();
  }

  /** Every update that there ever was, confirmed or not, oldest first. */
  all(): Update[] {
    return structuredClone([...this.#everything.values()]);
  }

  /** What waits, without confirming any of it. */
  peek(): Update[] {
    this.#dropExpired();
    return this.#pending.map(({ update }) => structuredClone(update));
  }

  /** What waits, and which update is next. */
  saved(): SavedUpdates {
    return { pending: this.#pending, nextId: this.#nextId, allowed: this.#allowed };
  }

  /** Goes on where another queue ended. */
  restore({ pending, nextId, allowed }: SavedUpdates): void {
    this.#pending = [...pending];
    this.#nextId = nextId;
    this.#allowed = allowed;
    for (const { update } of pending) this.#everything.set(update.update_id, update);
  }

  /** After a week without updates the next id is random; only possible while nothing waits. */
  jumpTo(updateId: number): void {
    if (this.size > 0) throw new Error('update ids only jump while no update waits');
    this.#nextId = updateId;
  }

  #reorder(reorder: (pending: Update[]) => Update[], keepIds: boolean): void {
    const before = this.#pending;
    const ids = before.map(({ update }) => update.update_id);
    const after = reorder(before.map(({ update }) => update));
    this.#pending = after.map((update, index) => {
      const entry = before.find((candidate) => candidate.update.update_id === update.update_id);
      if (entry === undefined) throw new Error(`update ${update.update_id} was not held`);
      const id = keepIds ? update.update_id : (ids[index] ?? update.update_id);
      const renumbered = { ...update, update_id: id };
      this.#everything.set(id, renumbered);
      return { ...entry, update: renumbered };
    });
  }

  #confirm(offset: number): void {
    if (offset <= 0 || offset > this.#nextId + FUTURE_TOLERANCE) return;
    this.#pending = this.#pending.filter(
      ({ update, repeated }) => repeated || update.update_id >= offset,
    );
  }

  #dropExpired(): void {
    const now = this.#now();
    this.#pending = this.#pending.filter(({ expiresAt }) => expiresAt > now);
  }

  #announce(): void {
    if (this.#held) return;
    for (const listener of this.#listeners) listener();
  }
}

function dateOf(update: Update): number | undefined {
  const message =
    update.message ?? update.channel_post ?? update.edited_message ?? update.edited_channel_post;
  return message?.edit_date ?? message?.date;
}
