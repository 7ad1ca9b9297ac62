import type { DatabaseSync } from 'node:sqlite';
import { talk } from '../talk/talk.ts';
import { Lock } from './lock.ts';
import { type Log, messageOf } from './log.ts';
import { troubleIn } from './trouble.ts';

const longestReason = 600;

/** Who writes to disk. Each says when it cannot, and when it can again. */
export type Writer = 'inbox' | 'receiving' | 'looks' | 'outbox';

/**
 * What the owner hears of a disk that cannot be written to: a word when it begins, and one when it is over. That he has
 * heard is kept over restarts, as far as a disk in trouble keeps anything.
 */
export class DiskTrouble {
  readonly #database: DatabaseSync;
  readonly #tell: (text: string) => Promise<boolean>;
  readonly #log: Log;
  /** Whether an update waits for the disk. */
  readonly #isAwaited: () => boolean;
  // Two that meet it together are one word.
  readonly #lock = new Lock();
  readonly #stuck = new Set<Writer>();
  readonly #times = new Map<Writer, number>();
  #isTold: boolean;

  constructor(
    database: DatabaseSync,
    // Tells the owner. Whether it went out.
    tell: (text: string) => Promise<boolean>,
    { log, isAwaited }: { log: Log; isAwaited: () => boolean },
  ) {
    this.#database = database;
    this.#tell = tell;
    this.#log = log;
    this.#isAwaited = isAwaited;
    this.#isTold = database.prepare('SELECT 1 FROM disk_trouble').get() !== undefined;
    // What the last run met shows at the first look, or in what waits.
    if (this.#isTold) this.#stuck.add('looks');
  }

  /** Whether the owner heard of trouble and not yet of its end. */
  get isOn(): boolean {
    return this.#isTold;
  }

  /** How often one who writes could not. */
  times(writer: Writer): number {
    return this.#times.get(writer) ?? 0;
  }

  /** Something could not be written. Tells the owner, if it was a disk's fault and he does not know yet. */
  async met(error: unknown, writer: Writer): Promise<void> {
    if (troubleIn(error)?.with !== 'disk') return;
    this.#stuck.add(writer);
    this.#times.set(writer, this.times(writer) + 1);
    const reason = messageOf(error).slice(0, longestReason);
    await this.#lock.run(async () => {
      if (this.#isTold) return;
      this.#isTold = await this.#tell(
        `${talk('diskTrouble', { reason })}\n${talk('diskTroubleHint')}`,
      );
      if (this.#isTold) this.#keep('REPLACE INTO disk_trouble (only) VALUES (1)');
    });
  }

  /** One who writes can do so again. */
  goesOn(writer: Writer): void {
    this.#stuck.delete(writer);
  }

  /** The same; the owner hears of it when all can, and nothing waits for it any more. */
  async passed(writer: Writer): Promise<void> {
    this.goesOn(writer);
    if (!this.#isTold) return;
    await this.#lock.run(async () => {
      if (!this.#isTold || this.#stuck.size > 0 || this.#isAwaited()) return;
      const isTold = await this.#tell(talk('diskAgain'));
      if (!isTold) return;
      this.#isTold = false;
      this.#keep('DELETE FROM disk_trouble');
    });
  }

  #keep(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      this.#log.warn('that the owner was told of the disk could not be kept', {
        reason: messageOf(error),
      });
    }
  }
}
