import type { DatabaseSync } from 'node:sqlite';
import { cell } from '../state/rows.ts';
import type { Delivery } from './delivery.ts';
import { toDelivery } from './deliveryRow.ts';

/** What the owner knows of the deliveries that he has to look at. */
export class OwnerNews {
  readonly #database: DatabaseSync;
  /** What was told, also where the disk does not take a note of it. */
  readonly #told = new Map<number, string>();

  constructor(database: DatabaseSync) {
    this.#database = database;
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
  told(delivery: Delivery): void {
    this.#told.set(delivery.id, standing(delivery));
    this.#database
      .prepare('UPDATE deliveries SET told = ? WHERE id = ?')
      .run(standing(delivery), delivery.id);
  }

  /** Whether the owner has been told where the delivery stands now. */
  isTold(delivery: Delivery): boolean {
    const row = this.#database.prepare('SELECT told FROM deliveries WHERE id = ?').get(delivery.id);
    const told = row && cell(row, 'deliveries.told', 'text?');
    return told === standing(delivery) || this.#told.get(delivery.id) === standing(delivery);
  }

  /** Whether the owner has been told of another delivery, planned in the same look, that the channel refused for the same reason. */
  isReasonTold({ id, channelId, createdAt, error }: Delivery): boolean {
    const found = this.#database
      .prepare(
        `SELECT 1 FROM deliveries WHERE state = 'failed' AND told = state || ':' || questions
         AND channel_id = ? AND created_at = ? AND error = ? AND id <> ? LIMIT 1`,
      )
      .get(channelId, createdAt, error ?? null, id);
    return found !== undefined;
  }
}

function standing({ state, questions }: Delivery): string {
  return `${state}:${questions}`;
}
