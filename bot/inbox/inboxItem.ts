import type { Update } from 'grammy/types';
import type { Lane } from './route.ts';

/** An update that waits in the inbox. */
export interface InboxItem {
  readonly sequence: number;
  readonly update: Update;
  readonly attempts: number;
  readonly lane: Lane;
  readonly chatId: number | undefined;
  /** Milliseconds since 1970 at which it was first in trouble. */
  readonly troubledAt: number | undefined;
}

/** An item out of its row. */
export function toItem(row: Record<string, unknown>): InboxItem {
  return {
    sequence: Number(row['sequence']),
    update: JSON.parse(String(row['body'])) as Update,
    attempts: Number(row['attempts']),
    lane: Number(row['lane']) as Lane,
    chatId: row['chat_id'] === null ? undefined : Number(row['chat_id']),
    troubledAt: row['troubled_at'] === null ? undefined : Number(row['troubled_at']),
  };
}
