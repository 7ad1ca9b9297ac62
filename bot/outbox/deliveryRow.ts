import type { DatabaseSync } from 'node:sqlite';
import { json, oneOf, type Row, rowReader } from '../state/rows.ts';
import { type Delivery, deliveryStates, type Step } from './delivery.ts';

/** A delivery from its row in the database. */
export const toDelivery: (row: Row) => Delivery = rowReader('deliveries', {
  id: 'number',
  entryId: 'text',
  channelId: 'number',
  file: 'text',
  contentHash: 'text',
  steps: json<Step[]>(),
  step: 'number',
  page: 'text?',
  state: oneOf(deliveryStates),
  attempts: 'number',
  questions: 'number',
  runAt: 'number',
  createdAt: 'number',
  error: 'text?',
});

/** The deliveries of which a condition of SQL holds, in the order in which they were queued. */
export function deliveriesWhere(database: DatabaseSync, condition: string): Delivery[] {
  return database
    .prepare(`SELECT * FROM deliveries WHERE ${condition} ORDER BY id`)
    .all()
    .map(toDelivery);
}
