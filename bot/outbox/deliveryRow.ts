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
