import type { Update } from 'grammy/types';
import { json, oneOf, rowReader } from '../state/rows.ts';
import { part } from '../state/store.ts';
import { lanes } from './route.ts';

/** What {@link toItem} reads. */
export const items = part`SELECT *, body AS "update" FROM inbox`;

/** An item out of its row. */
export const toItem = rowReader('inbox', {
  sequence: 'number',
  update: json<Update>(),
  attempts: 'number',
  lane: oneOf(Object.values(lanes)),
  chatId: 'number?',
  /** Whose limit it counts for. */
  senderId: 'number?',
  /** Milliseconds since 1970 at which it was first in trouble. */
  troubledAt: 'number?',
});

/** An update that waits in the inbox. */
export type InboxItem = ReturnType<typeof toItem>;
