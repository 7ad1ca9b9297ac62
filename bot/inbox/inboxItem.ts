import type { Update } from 'grammy/types';
import { json, oneOf, type Row, rowReader } from '../state/rows.ts';
import { type Lane, lanes } from './route.ts';

/** An update that waits in the inbox. */
export interface InboxItem {
  readonly sequence: number;
  readonly update: Update;
  readonly attempts: number;
  readonly lane: Lane;
  readonly chatId: number | undefined;
  /** Whose limit it counts for. */
  readonly senderId: number | undefined;
  /** Milliseconds since 1970 at which it was first in trouble. */
  readonly troubledAt: number | undefined;
}

/** An item out of its row. */
export function toItem(row: Row): InboxItem {
  const { body, ...item } = readItem(row);
  return { ...item, update: body };
}

const readItem = rowReader('inbox', {
  sequence: 'number',
  body: json<Update>(),
  attempts: 'number',
  lane: oneOf(Object.values(lanes)),
  chatId: 'number?',
  senderId: 'number?',
  troubledAt: 'number?',
});
