import { cell, json, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';
import type { CopiedMessage, Copy } from './delivery.ts';

/** The copies of entries: what each channel holds, as the deliveries that were settled have left it. */
export class Copies extends Store {
  /** The copies in one channel, or in all that there ever were. */
  all(channelId?: number): Copy[] {
    const all = this.rows(toCopy)`SELECT * FROM copies ORDER BY entry_id`;
    return channelId === undefined ? all : all.filter((copy) => copy.channelId === channelId);
  }

  /** Ids of the entries that a channel holds. */
  entryIds(channelId: number): string[] {
    return this.rows((row) => cell(row, 'copies.entry_id', 'text'))`
      SELECT entry_id FROM copies WHERE channel_id = ${channelId}`;
  }

  find(entryId: string, channelId: number): Copy | undefined {
    return this.row(toCopy)`
      SELECT * FROM copies WHERE entry_id = ${entryId} AND channel_id = ${channelId}`;
  }

  /** Ids of the messages of each entry's copy in a channel, in their order. */
  messageIds(channelId: number): Map<string, number[]> {
    return this.withIds(channelId).ids;
  }

  /**
   * The copies in one channel, and the ids of the messages of each, in their order. What the messages show is read when
   * it is asked for: of a large channel hardly any of it is.
   */
  withIds(channelId: number): { readonly copies: Copy[]; readonly ids: Map<string, number[]> } {
    // Most have one message, whose ids are found in half the time.
    const rows = this.rows((row) => row)`SELECT entry_id, file, channel_id, content_hash,
      CASE json_array_length(messages)
      WHEN 1 THEN json_extract(messages, '$[0].ids')
      ELSE (SELECT json_group_array(json_extract(message.value, '$.ids'))
      FROM json_each(copies.messages) AS message) END AS ids
      FROM copies WHERE channel_id = ${channelId} ORDER BY entry_id`;
    return {
      copies: rows.map((row) => this.#lazily(known(row))),
      ids: new Map(rows.map(toIds).map(({ entryId, ids }) => [entryId, idsOf(ids)])),
    };
  }

  #lazily(copy: Omit<Copy, 'messages'>): Copy {
    let messages: Copy['messages'] | undefined;
    const read = () => this.find(copy.entryId, copy.channelId)?.messages ?? [];
    return {
      ...copy,
      get messages() {
        messages ??= read();
        return messages;
      },
    };
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

const facts = { entryId: 'text', file: 'text', channelId: 'number', contentHash: 'text' } as const;
const known = rowReader('copies', facts);
const toCopy = rowReader('copies', { ...facts, messages: json<CopiedMessage[]>() });
const toIds = rowReader('copies', { entryId: 'text', ids: 'text' });

/** `[1]` or `[[1],[2,3]]`, each inner list as JSON or as its text, in one list. */
function idsOf(json: string): number[] {
  return (JSON.parse(json) as (number | number[] | string)[]).flatMap((ids) =>
    typeof ids === 'string' ? (JSON.parse(ids) as number[]) : ids,
  );
}
