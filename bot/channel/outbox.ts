import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { inTransaction } from '../database.ts';
import { ChannelPace, messagesOf, type Pace, telegramPace } from './channelPace.ts';
import type {
  CopiedMessage,
  Copy,
  Delivery,
  DeliveryState,
  NewDelivery,
  Step,
} from './delivery.ts';

/** No wait is longer; a run-at that is further off was written while the clock was wrong. */
const longestWaitMilliseconds = 24 * 60 * 60 * 1000;

/**
 * The durable queue of channel operations, and what the channel holds.
 *
 * A delivery's states ({@link DeliveryState}) and what leads from one to the next:
 *
 * | From | To | By |
 * |---|---|---|
 * | (none) | `pending` | {@link enqueue}; a pending one of the entry that has not begun is replaced |
 * | `pending` | (none) | {@link withdraw}, while it has not begun: its reason is gone |
 * | `pending` | `sending` | {@link claim}, once it is due and the channel's pace allows its next call |
 * | `sending` | `pending` | {@link stepDone} with steps left, or {@link retry} of a call that may be made again |
 * | `sending` | `sent` | {@link stepDone} of the last step |
 * | `sending` | `failed` | {@link close}: Telegram refused it for good |
 * | `sending` | `uncertain` | {@link close} or, at start, {@link recover}: a send that may have arrived |
 * | `failed` | `sent` | {@link recordGone}: the owner wants a post once more that was deleted by hand |
 * | `sending` | (none) | {@link drop}: readers may no longer see the entry |
 * | `uncertain` | `pending` | {@link sendAgain}, or {@link stepDone} with steps left: the post was found |
 * | `uncertain` | `sent` | {@link stepDone} of the last step: the post was found |
 *
 * An entry has at most one delivery that is pending, sending or uncertain, and what its copy holds is told apart by a
 * digest of the content: the same content is never queued again.
 */
export class Outbox {
  readonly #database: DatabaseSync;
  readonly #pace: ChannelPace;

  constructor(database: DatabaseSync, pace: Pace = telegramPace) {
    this.#database = database;
    this.#pace = new ChannelPace(database, pace);
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
          this.#pace.afterHold(delivery.channelId, now),
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

  /**
   * Takes the oldest delivery that is due, so that nobody else takes it; undefined also where the channel's pace asks to
   * wait. One that has begun goes first: nothing comes between the messages of a split post.
   */
  claim(now: number, channelId: number): Delivery | undefined {
    return inTransaction(this.#database, () => {
      this.#tidy(now);
      const row =
        this.#nextRow('step > 0', channelId, now) ?? this.#nextRow('step = 0', channelId, now);
      if (!row) return undefined;
      const delivery = toDelivery(row);
      if (this.#freeAt(delivery, now) > now) return undefined;
      this.#database
        .prepare("UPDATE deliveries SET state = 'sending' WHERE id = ?")
        .run(delivery.id);
      return { ...delivery, state: 'sending' as const };
    });
  }

  /** Counts the call that is about to be made for a claimed delivery. */
  calling({ channelId, steps, step }: Delivery, now: number): void {
    const next = steps[step];
    if (next) this.#pace.note(channelId, messagesOf(next), now);
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

  /**
   * Lets every delivery to a channel wait at least until `until`, those that are queued later among them: Telegram's
   * limits hold for the channel, not the message.
   */
  holdBack(channelId: number, until: number): void {
    inTransaction(this.#database, () => {
      this.#pace.hold(channelId, until);
      this.#database
        .prepare(
          "UPDATE deliveries SET run_at = ? WHERE state = 'pending' AND channel_id = ? AND run_at < ?",
        )
        .run(until, channelId, until);
    });
  }

  /** Ends a delivery. One that is uncertain asks a new question. */
  close(delivery: Delivery, state: 'failed' | 'uncertain', error: string): Delivery {
    const questions = delivery.questions + (state === 'uncertain' ? 1 : 0);
    this.#database
      .prepare('UPDATE deliveries SET state = ?, error = ?, questions = ? WHERE id = ?')
      .run(state, error, questions, delivery.id);
    return { ...delivery, state, error, questions };
  }

  /** The messages of an entry are gone, and its delivery with them: it counts as a removal, and no copy is left. */
  recordGone({ id, entryId, channelId }: Delivery, messageIds: readonly number[]): void {
    const steps: Step[] = [{ call: 'delete', messageIds }];
    inTransaction(this.#database, () => {
      this.#database
        .prepare('DELETE FROM copies WHERE entry_id = ? AND channel_id = ?')
        .run(entryId, channelId);
      this.#database
        .prepare("UPDATE deliveries SET state = 'sent', content_hash = '', steps = ? WHERE id = ?")
        .run(JSON.stringify(steps), id);
    });
  }

  /** Notes that a message was too old to be deleted, and what it says now stays. */
  recordStub(channelId: number, messageId: number, now: number): void {
    this.#database
      .prepare(
        'INSERT INTO channel_stubs (channel_id, message_id, made_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(channelId, messageId, now);
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
        .prepare("UPDATE deliveries SET state = 'pending', attempts = attempts + 1 WHERE id = ?")
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

  /** When the next delivery to a channel is due; undefined where none waits. */
  nextRunAt(channelId: number): number | undefined {
    const rows = [this.#nextRow('step > 0', channelId), this.#nextRow('step = 0', channelId)];
    const next = rows.flatMap((row) => (row ? [toDelivery(row)] : []));
    if (next.length === 0) return undefined;
    return Math.min(...next.map((one) => this.#freeAt(one, one.runAt)));
  }

  /** Uncertain and failed deliveries of which the owner has not been told yet. */
  untold(): Delivery[] {
    return this.#database
      .prepare(
        `SELECT * FROM deliveries WHERE state IN ('uncertain', 'failed')
         AND (told IS NULL OR told <> state || ':' || questions) ORDER BY id`,
      )
      .all()
      .map(toDelivery);
  }

  /** The owner has been told where the delivery stands. */
  told({ id, state, questions }: Delivery): void {
    this.#database
      .prepare('UPDATE deliveries SET told = ? WHERE id = ?')
      .run(`${state}:${questions}`, id);
  }

  /** Whether the owner has been told how the delivery stands now. */
  isTold({ id, state, questions }: Delivery): boolean {
    const row = this.#database.prepare('SELECT told FROM deliveries WHERE id = ?').get(id);
    return row?.['told'] === `${state}:${questions}`;
  }

  /**
   * What is held of all entries, in one channel or in all that there ever were. What their messages show is read when it
   * is asked for: of a large channel hardly any of it is.
   */
  copies(channelId?: number): Copy[] {
    const messages = this.#database.prepare(
      'SELECT messages FROM copies WHERE entry_id = ? AND channel_id = ?',
    );
    const all = this.#database
      .prepare('SELECT entry_id, file, channel_id, content_hash FROM copies ORDER BY entry_id')
      .all()
      .map((row) => toLazyCopy(row, messages));
    return channelId === undefined ? all : all.filter((copy) => copy.channelId === channelId);
  }

  /** Ids of the messages of each entry's copy in a channel, in their order. */
  copyIds(channelId: number): Map<string, number[]> {
    const rows = this.#database
      .prepare(
        `SELECT entry_id, (SELECT json_group_array(json_extract(message.value, '$.ids'))
         FROM json_each(copies.messages) AS message) AS ids FROM copies WHERE channel_id = ?`,
      )
      .all(channelId);
    return new Map(
      rows.map((row) => [String(row['entry_id']), idsOf(String(row['ids']))] as const),
    );
  }

  copy(entryId: string, channelId: number): Copy | undefined {
    const row = this.#database
      .prepare('SELECT * FROM copies WHERE entry_id = ? AND channel_id = ?')
      .get(entryId, channelId);
    return row ? toCopy(row) : undefined;
  }

  /** Ids of the entries that a channel holds or is about to get. */
  knownEntries(channelId: number): Set<string> {
    const rows = this.#database
      .prepare(
        `SELECT entry_id FROM copies WHERE channel_id = ? UNION SELECT entry_id FROM deliveries
         WHERE channel_id = ? AND state IN ('pending', 'sending', 'uncertain')`,
      )
      .all(channelId, channelId);
    return new Set(rows.map((row) => String(row['entry_id'])));
  }

  /** The latest moment at which the journal was looked at; undefined before the first look. */
  latestLook(): number | undefined {
    const row = this.#database.prepare('SELECT latest FROM mirror_looks').get();
    return row ? Number(row['latest']) : undefined;
  }

  /** Notes a look at the journal. */
  looked(now: number): void {
    this.#database
      .prepare(
        `INSERT INTO mirror_looks (only, latest) VALUES (1, ?)
         ON CONFLICT (only) DO UPDATE SET latest = MAX(latest, excluded.latest)`,
      )
      .run(now);
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

  /** The first in the queue: of those that have begun, or of the others. */
  #nextRow(
    begun: 'step > 0' | 'step = 0',
    channelId: number,
    now = Number.MAX_SAFE_INTEGER,
  ): Row | undefined {
    return this.#database
      .prepare(
        `SELECT * FROM deliveries WHERE state = 'pending' AND channel_id = ? AND run_at <= ? AND ${begun}
         ORDER BY run_at, id LIMIT 1`,
      )
      .get(channelId, now);
  }

  /** What a clock that was wrong put off is due. */
  #tidy(now: number): void {
    this.#pace.tidy(now, longestWaitMilliseconds);
    this.#database
      .prepare("UPDATE deliveries SET run_at = ? WHERE state = 'pending' AND run_at > ?")
      .run(now, now + longestWaitMilliseconds);
  }

  #freeAt({ channelId, steps, step }: Delivery, from: number): number {
    const next = steps[step];
    return next ? this.#pace.freeAt(channelId, messagesOf(next), from) : from;
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
    createdAt: Number(row['created_at']),
    error: row['error'] === null ? undefined : String(row['error']),
  };
}

/** `[[1],[2,3]]`, each inner list as JSON or as its text, in one list. */
function idsOf(json: string): number[] {
  return (JSON.parse(json) as (number[] | string)[]).flatMap((ids) =>
    typeof ids === 'string' ? (JSON.parse(ids) as number[]) : ids,
  );
}

function toLazyCopy(row: Row, messages: StatementSync): Copy {
  const entryId = String(row['entry_id']);
  const channelId = Number(row['channel_id']);
  let read: readonly CopiedMessage[] | undefined;
  return {
    entryId,
    file: String(row['file']),
    channelId,
    contentHash: String(row['content_hash']),
    get messages() {
      read ??= JSON.parse(
        String(messages.get(entryId, channelId)?.['messages'] ?? '[]'),
      ) as CopiedMessage[];
      return read;
    },
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
