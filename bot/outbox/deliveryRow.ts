import type { Delivery, DeliveryState, Step } from './delivery.ts';

/** A delivery from its row in the database. */
export function toDelivery(row: Record<string, unknown>): Delivery {
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
