import type { StatementSync } from 'node:sqlite';
import { cell, json, type Row, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';
import type { CopiedMessage, Copy } from './delivery.ts';

/** The copies of entries: what each channel holds, as the deliveries that were settled have left it. */
export class Copies extends Store {
  /**
   * The copies in one channel, or in all that there ever were. What their messages show is read when it is asked for: of
   * a large channel hardly any of it is.
   */
  all(channelId?: number): Copy[] {
    const messages = this.#messages();
    const all = this.rows((row) => toLazyCopy(row, messages))`
      SELECT entry_id, file, channel_id, content_hash FROM copies ORDER BY entry_id`;
    return channelId === undefined ? all : all.filter((copy) => copy.channelId === channelId);
  }

  /** Ids of the entries that a channel holds. */
  entryIds(channelId: number): string[] {
    return this.rows((row) => cell(row, 'copies.entry_id', 'text'))`
      SELECT entry_id FROM copies WHERE channel_id = ${channelId}`;
  }

  find(entryId: string, channelId: number): Copy | undefined {
    return this.row((row) => ({ ...known(row), messages: messagesIn(row) }))`
      SELECT * FROM copies WHERE entry_id = ${entryId} AND channel_id = ${channelId}`;
  }

  /** Ids of the messages of each entry's copy in a channel, in their order. */
  messageIds(channelId: number): Map<string, number[]> {
    return this.withIds(channelId).ids;
  }

  /** The copies in one channel, as {@link all} has them, and the ids of the messages of each, in their order. */
  withIds(channelId: number): { readonly copies: Copy[]; readonly ids: Map<string, number[]> } {
    const messages = this.#messages();
    const rows = this.database
      .prepare(
        // Most have one message, whose ids are found in half the time.
        `SELECT entry_id, file, channel_id, content_hash,
         CASE json_array_length(messages)
         WHEN 1 THEN json_extract(messages, '$[0].ids')
         ELSE (SELECT json_group_array(json_extract(message.value, '$.ids'))
         FROM json_each(copies.messages) AS message) END AS ids
         FROM copies WHERE channel_id = ? ORDER BY entry_id`,
      )
      .all(channelId);
    return {
      copies: rows.map((row) => toLazyCopy(row, messages)),
      ids: new Map(rows.map(toIds).map(({ entryId, ids }) => [entryId, idsOf(ids)])),
    };
  }

  #messages(): StatementSync {
    return this.database.prepare(
      'SELECT messages FROM copies WHERE entry_id = ? AND channel_id = ?',
    );
  }

  save(copy: Copy): void {
    const { entryId, file, channelId, contentHash } = copy;
    const messages = JSON.stringify(copy.messages);
    this.run`INSERT INTO copies ${columns({ entryId, file, channelId, contentHash, messages })}
      ON CONFLICT (entry_id, channel_id) DO UPDATE SET file = excluded.file,
      content_hash = excluded.content_hash, messages = excluded.messages`;
  }

  /** Nobody knows any more whether all of a copy is there. */
  doubt(entryId: string, channelId: number): void {
    this.run`UPDATE copies SET content_hash = '' WHERE entry_id = ${entryId}
      AND channel_id = ${channelId}`;
  }

  /** A copy goes on under another id: its entry was renamed without an alias and is known by its syndication. */
  rename(from: string, copy: Copy): void {
    this.run`UPDATE copies SET entry_id = ${copy.entryId} WHERE entry_id = ${from}
      AND channel_id = ${copy.channelId}`;
  }

  /** Nothing of an entry is left in a channel. */
  forget(entryId: string, channelId: number): void {
    this.run`DELETE FROM copies WHERE entry_id = ${entryId} AND channel_id = ${channelId}`;
  }
}

function toLazyCopy(row: Row, messages: StatementSync): Copy {
  const copy = known(row);
  let read: CopiedMessage[] | undefined;
  return {
    ...copy,
    get messages() {
      read ??= messagesIn(messages.get(copy.entryId, copy.channelId));
      return read;
    },
  };
}

const known: (row: Row) => Omit<Copy, 'messages'> = rowReader('copies', {
  entryId: 'text',
  file: 'text',
  channelId: 'number',
  contentHash: 'text',
});
const toIds = rowReader('copies', { entryId: 'text', ids: 'text' });

function messagesIn(row: Row | undefined): CopiedMessage[] {
  return row ? cell(row, 'copies.messages', json<CopiedMessage[]>()) : [];
}

/** `[1]` or `[[1],[2,3]]`, each inner list as JSON or as its text, in one list. */
function idsOf(json: string): number[] {
  return (JSON.parse(json) as (number | number[] | string)[]).flatMap((ids) =>
    typeof ids === 'string' ? (JSON.parse(ids) as number[]) : ids,
  );
}
