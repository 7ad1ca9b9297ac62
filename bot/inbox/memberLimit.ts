import type { DatabaseSync } from 'node:sqlite';
import { rowReader } from '../state/rows.ts';

const toWindow = rowReader('inbox_members', { since: 'number', heard: 'number' });

/** How many updates of one member are dealt with in a minute; the others wait. */
const memberUpdatesAMinute = 30;

const minuteMilliseconds = 60_000;

/** Lets a member be heard so often in a minute. What waits of theirs is on disk, and comes in later. */
export class MemberLimit {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Counts an update of a member. Where it is one too many, all that waits of theirs is put off. @returns whether it was not. */
  takes(senderId: number, now: number): boolean {
    const { since, heard } = this.#window(senderId, now);
    if (heard >= memberUpdatesAMinute) {
      this.#database
        .prepare(
          `UPDATE inbox SET run_at = ?1 WHERE state = 'pending' AND sender_id = ?2 AND run_at < ?1 AND attempts = 0
           AND troubled_at IS NULL`,
        )
        .run(since + minuteMilliseconds, senderId);
      return false;
    }
    this.#database
      .prepare('REPLACE INTO inbox_members (sender_id, since, heard) VALUES (?, ?, ?)')
      .run(senderId, since, heard + 1);
    return true;
  }

  /** When a new update of a member may be dealt with. */
  heardAt(senderId: number, now: number): number {
    const { since, heard } = this.#window(senderId, now);
    return heard >= memberUpdatesAMinute ? since + minuteMilliseconds : now;
  }

  /** Forgets who has been silent for a minute. */
  tidy(now: number): void {
    this.#database
      .prepare('DELETE FROM inbox_members WHERE since < ?')
      .run(now - minuteMilliseconds);
  }

  #window(senderId: number, now: number): { since: number; heard: number } {
    const row = this.#database
      .prepare('SELECT since, heard FROM inbox_members WHERE sender_id = ?')
      .get(senderId);
    const fresh = { since: now, heard: 0 };
    const known = row ? toWindow(row) : fresh;
    const isOver = known.since > now || now - known.since >= minuteMilliseconds;
    return isOver ? fresh : known;
  }
}
