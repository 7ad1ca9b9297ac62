import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '../database.ts';

import type {
  CopiedMessage,
  Copy,
  Delivery,
  DeliveryState,
  NewDelivery,
  Step,
} from './delivery.ts';

/** The durable queue of channel operations, and what the channel holds. */
export class Outbox {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Runs several of these calls as one; see {@link inTransaction}. */
  inTransaction<T>(work: () => T extends Promise<unknown> ? never : T): T {
    return inTransaction(this.#database, work);
  }

  /** Queues a delivery. An entry has at most one open delivery: a pending one that has not begun is replaced. */
  enqueue(delivery: NewDelivery, now: number): boolean {
    return inTransaction(this.#database, () => {
      const open = this.openFor(delivery.entryId, delivery.channelId);
      if (open && (open.state !== 'pending' || open.step > 0)) return false;
      if (open) this.#database.prepare('DELETE FROM deliveries WHERE id = ?').run(open.id);
      this.#database
        .prepare(
          'INSERT INTO deliveries (entry_id, channel_id, file, content_hash, steps, page, run_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(
          delivery.entryId,
          delivery.channelId,
          delivery.file,
          delivery.contentHash,
          JSON.stringify(delivery.steps),
          delivery.page ?? null,
          now,
          now,
        );
      return true;
    });
  }

  /** Drops a delivery that has not begun: its entry is as the channel shows it again. */
  withdraw(delivery: Delivery): void {
    this.#database
      .prepare("DELETE FROM deliveries WHERE id = ? AND state = 'pending' AND step = 0")
      .run(delivery.id);
  }

  /** Takes the oldest delivery that is due, so that nobody else takes it. */
  claim(now: number, channelId: number): Delivery | undefined {
    return inTransaction(this.#database, () => {
      const row = this.#database
        .prepare(
          "SELECT * FROM deliveries WHERE state = 'pending' AND channel_id = ? AND run_at <= ? ORDER BY run_at, id LIMIT 1",
        )
        .get(channelId, now);
      if (!row) return undefined;
      this.#database
        .prepare("UPDATE deliveries SET state = 'sending' WHERE id = ?")
        .run(Number(row['id']));
      return { ...toDelivery(row), state: 'sending' as const };
    });
  }

  /** Settles the step under way: what the channel holds now and what comes next are stored in one transaction. */
  stepDone(delivery: Delivery, copy: Copy | undefined, now: number): void {
    const done = delivery.step + 1 >= delivery.steps.length;
    inTransaction(this.#database, () => {
      if (copy) this.saveCopy(done ? { ...copy, contentHash: delivery.contentHash } : copy);
      else
        this.#database
          .prepare('DELETE FROM copies WHERE entry_id = ? AND channel_id = ?')
          .run(delivery.entryId, delivery.channelId);
      this.#database
        .prepare(
          'UPDATE deliveries SET state = ?, step = ?, attempts = 0, run_at = ?, error = NULL WHERE id = ?',
        )
        .run(done ? 'sent' : 'pending', delivery.step + 1, now, delivery.id);
    });
  }

  /** Puts a delivery back for another try. `countAttempt` is off where only Telegram's own limit said "later". */
  retry(delivery: Delivery, runAt: number, error: string, countAttempt: boolean): void {
    this.#database
      .prepare(
        "UPDATE deliveries SET state = 'pending', run_at = ?, attempts = attempts + ?, error = ? WHERE id = ?",
      )
      .run(runAt, countAttempt ? 1 : 0, error, delivery.id);
  }

  /** Lets every pending delivery wait at least until `runAt`: Telegram's limits hold for the channel, not the message. */
  holdBack(runAt: number): void {
    this.#database
      .prepare("UPDATE deliveries SET run_at = ? WHERE state = 'pending' AND run_at < ?")
      .run(runAt, runAt);
  }

  /** Ends a delivery. One that is uncertain asks a new question. */
  close(delivery: Delivery, state: 'failed' | 'uncertain', error: string): Delivery {
    const questions = delivery.questions + (state === 'uncertain' ? 1 : 0);
    this.#database
      .prepare('UPDATE deliveries SET state = ?, error = ?, questions = ? WHERE id = ?')
      .run(state, error, questions, delivery.id);
    return { ...delivery, state, error, questions };
  }

  /** Forgets a delivery whose entry readers may no longer see; the next look plans what is left to do. */
  drop(delivery: Delivery): void {
    this.#database.prepare('DELETE FROM deliveries WHERE id = ?').run(delivery.id);
  }

  /** An entry goes on under another id: so does the delivery that nobody has settled yet. */
  handOver(delivery: Delivery, entryId: string, file: string): void {
    this.#database
      .prepare('UPDATE deliveries SET entry_id = ?, file = ? WHERE id = ?')
      .run(entryId, file, delivery.id);
  }

  /** The owner says that an uncertain post did not arrive. @returns false where it is settled already. */
  sendAgain(id: number, question: number, now: number): boolean {
    const { changes } = this.#database
      .prepare(
        "UPDATE deliveries SET state = 'pending', run_at = ?, error = NULL WHERE id = ? AND questions = ? AND state = 'uncertain'",
      )
      .run(now, id, question);
    return changes > 0;
  }

  /**
   * Looks after what a crash left in `sending`. @returns the deliveries that became uncertain.
   */
  recover(): Delivery[] {
    return this.#inState('sending').flatMap((delivery) => {
      if (delivery.steps[delivery.step]?.call === 'send') {
        return this.close(delivery, 'uncertain', 'the process ended while the post was being sent');
      }
      this.#database
        .prepare("UPDATE deliveries SET state = 'pending' WHERE id = ?")
        .run(delivery.id);
      return [];
    });
  }

  openFor(entryId: string, channelId: number): Delivery | undefined {
    const row = this.#database
      .prepare(
        "SELECT * FROM deliveries WHERE entry_id = ? AND channel_id = ? AND state IN ('pending', 'sending', 'uncertain')",
      )
      .get(entryId, channelId);
    return row ? toDelivery(row) : undefined;
  }

  /** Deliveries that are not settled: pending, sending or uncertain. */
  open(): Delivery[] {
    return this.#database
      .prepare(
        "SELECT * FROM deliveries WHERE state IN ('pending', 'sending', 'uncertain') ORDER BY id",
      )
      .all()
      .map(toDelivery);
  }

  uncertain(): Delivery[] {
    return this.#inState('uncertain');
  }

  pending(): Delivery[] {
    return this.#inState('pending');
  }

  /** The newest failed delivery of each entry that has not been delivered since. */
  failed(): Delivery[] {
    return this.#database
      .prepare(
        `SELECT * FROM deliveries AS one WHERE state = 'failed'
         AND id = (SELECT MAX(id) FROM deliveries WHERE entry_id = one.entry_id) ORDER BY id`,
      )
      .all()
      .map(toDelivery);
  }

  /** When the next delivery is due; undefined where none waits. */
  nextRunAt(): number | undefined {
    const row = this.#database
      .prepare("SELECT MIN(run_at) AS at FROM deliveries WHERE state = 'pending'")
      .get();
    return typeof row?.['at'] === 'number' ? row['at'] : undefined;
  }

  /** What is held of all entries, in one channel or in all that there ever were. */
  copies(channelId?: number): Copy[] {
    const all = this.#database.prepare('SELECT * FROM copies ORDER BY entry_id').all().map(toCopy);
    return channelId === undefined ? all : all.filter((copy) => copy.channelId === channelId);
  }

  copy(entryId: string, channelId: number): Copy | undefined {
    const row = this.#database
      .prepare('SELECT * FROM copies WHERE entry_id = ? AND channel_id = ?')
      .get(entryId, channelId);
    return row ? toCopy(row) : undefined;
  }

  /** Ids of the messages that removals took down, by entry: a file may still name them. */
  takenDown(): Map<string, Set<number>> {
    const removals = this.#database
      .prepare("SELECT * FROM deliveries WHERE state = 'sent' AND content_hash = ''")
      .all()
      .map(toDelivery);
    const ids = new Map<string, Set<number>>();
    for (const { entryId, steps } of removals) {
      const gone = steps.flatMap((step) => (step.call === 'delete' ? step.messageIds : []));
      ids.set(entryId, new Set([...(ids.get(entryId) ?? []), ...gone]));
    }
    return ids;
  }

  saveCopy(copy: Copy): void {
    this.#database
      .prepare(
        `INSERT INTO copies (entry_id, file, channel_id, content_hash, messages) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (entry_id, channel_id) DO UPDATE SET file = excluded.file,
         content_hash = excluded.content_hash, messages = excluded.messages`,
      )
      .run(
        copy.entryId,
        copy.file,
        copy.channelId,
        copy.contentHash,
        JSON.stringify(copy.messages),
      );
  }

  /** A copy goes on under another id: its entry was renamed without an alias and is known by its syndication. */
  renameCopy(from: string, copy: Copy): void {
    this.#database
      .prepare('UPDATE copies SET entry_id = ? WHERE entry_id = ? AND channel_id = ?')
      .run(copy.entryId, from, copy.channelId);
  }

  #inState(state: DeliveryState): Delivery[] {
    return this.#database
      .prepare('SELECT * FROM deliveries WHERE state = ? ORDER BY id')
      .all(state)
      .map(toDelivery);
  }
}

type Row = Record<string, unknown>;

function toDelivery(row: Row): Delivery {
  return {
    id: Number(row['id']),
    entryId: String(row['entry_id']),
    channelId: Number(row['channel_id']),
    file: String(row['file']),
    contentHash: String(row['content_hash']),
    steps: JSON.parse(String(row['steps'])) as Step[],
    step: Number(row['step']),
    page: row['page'] === null ? undefined : String(row['page']),
    state: String(row['state']) as DeliveryState,
    attempts: Number(row['attempts']),
    questions: Number(row['questions']),
    runAt: Number(row['run_at']),
    error: row['error'] === null ? undefined : String(row['error']),
  };
}

function toCopy(row: Row): Copy {
  return {
    entryId: String(row['entry_id']),
    file: String(row['file']),
    channelId: Number(row['channel_id']),
    contentHash: String(row['content_hash']),
    messages: JSON.parse(String(row['messages'])) as CopiedMessage[],
  };
}
