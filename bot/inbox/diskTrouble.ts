import type { DatabaseSync } from 'node:sqlite';
import type { Api } from 'grammy';
import { type Log, messageOf } from '../log.ts';
import { tellOwner } from '../tellOwner.ts';
import { troubleIn } from './trouble.ts';

const longestReason = 600;

/**
 * What the owner hears of a disk that cannot be written to: a word when it begins, and one when it is over. That he has
 * heard is kept over restarts, as far as a disk in trouble keeps anything.
 */
export class DiskTrouble {
  readonly #database: DatabaseSync;
  readonly #api: Api;
  readonly #ownerId: number;
  readonly #log: Log;
  #isTold: boolean;

  constructor(database: DatabaseSync, api: Api, ownerId: number, log: Log) {
    this.#database = database;
    this.#api = api;
    this.#ownerId = ownerId;
    this.#log = log;
    this.#isTold = database.prepare('SELECT 1 FROM disk_trouble').get() !== undefined;
  }

  /** Whether the owner heard of trouble and not yet of its end. */
  get isOn(): boolean {
    return this.#isTold;
  }

  /** Something could not be written. Tells the owner, if it was a disk's fault and he does not know yet. */
  async met(error: unknown): Promise<void> {
    if (this.#isTold || troubleIn(error)?.with !== 'disk') return;
    // At once: two that meet it together are one word.
    this.#isTold = true;
    const reason = messageOf(error).slice(0, longestReason);
    this.#isTold = await this.#tell(
      `I cannot write to disk: ${reason}\nWhat you send waits, in its order, and nothing of it is lost. Make room, or let me write there again; you need not send anything twice. I say when it is over.`,
    );
    if (this.#isTold) this.#keep("REPLACE INTO disk_trouble (only, reason) VALUES (1, '')");
  }

  /** It can be written again, and nothing waits for that any more. */
  async passed(): Promise<void> {
    if (!this.#isTold) return;
    const isTold = await this.#tell(
      'I can write to disk again. What you sent meanwhile is taken in.',
    );
    if (!isTold) return;
    this.#isTold = false;
    this.#keep('DELETE FROM disk_trouble');
  }

  #tell(text: string): Promise<boolean> {
    return tellOwner(this.#api, this.#ownerId, text, this.#log);
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
