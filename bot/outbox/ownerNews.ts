import { cell } from '../state/rows.ts';
import { Store } from '../state/store.ts';
import { type Delivery, toDelivery } from './delivery.ts';

/** What the owner knows of the deliveries that he has to look at. */
export class OwnerNews extends Store {
  /** What was told, also where the disk does not take a note of it. */
  readonly #told = new Map<number, string>();

  /** Uncertain and failed deliveries of which the owner has not been told yet. */
  untold(): Delivery[] {
    return this.rows(toDelivery)`SELECT * FROM deliveries WHERE state IN ('uncertain', 'failed')
      AND (told IS NULL OR told <> state || ':' || questions) ORDER BY id`;
  }

  /** The owner has been told where the delivery stands. */
  told(delivery: Delivery): void {
    this.#told.set(delivery.id, standing(delivery));
    this.run`UPDATE deliveries SET told = ${standing(delivery)} WHERE id = ${delivery.id}`;
  }

  /** Whether the owner has been told where the delivery stands now. */
  isTold(delivery: Delivery): boolean {
    const told = this.row((row) => cell(row, 'deliveries.told', 'text?'))`
      SELECT told FROM deliveries WHERE id = ${delivery.id}`;
    return told === standing(delivery) || this.#told.get(delivery.id) === standing(delivery);
  }

  /** Whether the owner has been told of another delivery, planned in the same look, that the channel refused for the same reason. */
  isReasonTold({ id, channelId, createdAt, error }: Delivery): boolean {
    return this.finds`SELECT 1 FROM deliveries WHERE state = 'failed'
      AND told = state || ':' || questions AND channel_id = ${channelId}
      AND created_at = ${createdAt} AND error = ${error} AND id <> ${id} LIMIT 1`;
  }
}

function standing({ state, questions }: Delivery): string {
  return `${state}:${questions}`;
}
