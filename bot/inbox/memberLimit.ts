import { rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';

const toWindow = rowReader('inbox_members', { since: 'number', heard: 'number' });

/** How many updates of one member are dealt with in a minute; the others wait. */
const memberUpdatesAMinute = 30;

const minuteMilliseconds = 60_000;

/** Lets a member be heard so often in a minute. What waits of theirs is on disk, and comes in later. */
export class MemberLimit extends Store {
  /** Counts an update of a member. Where it is one too many, all that waits of theirs is put off. @returns whether it was not. */
  takes(senderId: number, now: number): boolean {
    const { since, heard } = this.#window(senderId, now);
    if (heard >= memberUpdatesAMinute) {
      this.run`UPDATE inbox SET run_at = ${since + minuteMilliseconds} WHERE state = 'pending'
        AND sender_id = ${senderId} AND run_at < ${since + minuteMilliseconds} AND attempts = 0
        AND troubled_at IS NULL`;
      return false;
    }
    this.run`REPLACE INTO inbox_members ${columns({ senderId, since, heard: heard + 1 })}`;
    return true;
  }

  /** When a new update of a member may be dealt with. */
  heardAt(senderId: number, now: number): number {
    const { since, heard } = this.#window(senderId, now);
    return heard >= memberUpdatesAMinute ? since + minuteMilliseconds : now;
  }

  /** Forgets who has been silent for a minute. */
  tidy(now: number): void {
    this.run`DELETE FROM inbox_members WHERE since < ${now - minuteMilliseconds}`;
  }

  #window(senderId: number, now: number): { since: number; heard: number } {
    const fresh = { since: now, heard: 0 };
    const known =
      this.row(toWindow)`SELECT since, heard FROM inbox_members WHERE sender_id = ${senderId}` ??
      fresh;
    const isOver = known.since > now || now - known.since >= minuteMilliseconds;
    return isOver ? fresh : known;
  }
}
