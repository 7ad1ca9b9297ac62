import type { Message } from 'grammy/types';
import { isOf, type MessagePlace } from '../drafts/draftStore.ts';
import { versionOf } from '../drafts/request.ts';
import { scrub } from '../state/database.ts';
import { cell, json, type Row, rowReader } from '../state/rows.ts';
import { Store } from '../state/store.ts';

/**
 * What is remembered of the listed groups: the newest messages, for as long as somebody may pick them, and the ids that
 * groups got when they became supergroups.
 */
export class GroupStore extends Store {
  /** Remembers a message of a topic (see {@link topicOf}), or the newer text of one that was edited. */
  remember(message: Message, topic: number): void {
    const { reply_to_message: answered, external_reply: _, quote: __, ...body } = message;
    this.run`INSERT INTO groups_messages (chat_id, message_id, topic, date, version, reply_to,
      media_group, body) VALUES (${message.chat.id}, ${message.message_id}, ${topic},
      ${message.date}, ${versionOf(message)}, ${answered?.message_id}, ${message.media_group_id},
      ${JSON.stringify(body)}) ON CONFLICT (chat_id, message_id) DO UPDATE SET
      version = excluded.version, body = excluded.body WHERE excluded.version >= version`;
  }

  /** A remembered message, with the rest of its album, in their order. */
  withAlbum({ chatId, messageId }: MessagePlace): Message[] {
    return this.rows(toMessage)`SELECT body FROM groups_messages WHERE chat_id = ${chatId}
      AND (message_id = ${messageId} OR media_group = (SELECT media_group FROM groups_messages
      WHERE chat_id = ${chatId} AND message_id = ${messageId})) ORDER BY message_id`;
  }

  /** The newest remembered messages of a topic up to one of them, oldest first. */
  upTo({ chatId, messageId }: MessagePlace, topic: number, count: number): Message[] {
    const newestFirst = this.rows(toMessage)`SELECT body FROM groups_messages
      WHERE chat_id = ${chatId} AND topic = ${topic} AND message_id <= ${messageId}
      ORDER BY message_id DESC LIMIT ${count}`;
    return newestFirst.reverse();
  }

  /** In which topic a remembered message was said; undefined where it is not remembered. */
  topicAt(place: MessagePlace): number | undefined {
    return this.row((row) => cell(row, 'groups_messages.topic', 'number'))`
      SELECT topic FROM groups_messages WHERE ${isOf(place)}`;
  }

  /**
   * Forgets what was sent before `time` (milliseconds since 1970) and is in no pick that waits for an answer: the
   * remembered messages, and the updates that brought them. Returns how much that was.
   */
  forgetBefore(time: number): number {
    const seconds = Math.floor(time / 1000);
    const forgotten = this.inTransaction(
      () =>
        this.run`DELETE FROM groups_messages WHERE date < ${seconds} AND NOT EXISTS (
          SELECT 1 FROM groups_picked AS picked
          JOIN groups_picks AS pick ON pick.id = picked.pick_id AND pick.state = 'asking'
          WHERE picked.chat_id = groups_messages.chat_id AND picked.message_id = groups_messages.message_id)` +
        this
          .run`UPDATE inbox SET body = '{}', error = NULL WHERE state <> 'pending' AND body <> '{}'
          AND COALESCE(body ->> '$.message.chat.id', body ->> '$.edited_message.chat.id',
            body ->> '$.message_reaction.chat.id', 0) < 0
          AND COALESCE(body ->> '$.message.date', body ->> '$.edited_message.date',
            body ->> '$.message_reaction.date') < ${seconds}`,
    );
    return forgotten;
  }

  /** Takes what was forgotten out of the write-ahead log as well. */
  scrub(): void {
    scrub(this.database);
  }

  /** Records that a group goes on under another id. */
  adopt(oldId: number, newId: number): void {
    this.run`INSERT INTO groups_adoptions (old_id, new_id) VALUES (${oldId}, ${newId})
      ON CONFLICT (old_id) DO UPDATE SET new_id = excluded.new_id`;
  }

  /** Old ids of groups, with those that they have since. */
  adoptions(): Map<number, number> {
    const all = this.rows(toAdoption)`SELECT old_id, new_id FROM groups_adoptions`;
    return new Map(all.map(({ oldId, newId }) => [oldId, newId]));
  }

  /** Whether the owner has been told of an adoption; asked once, it is. */
  isToldOfAdoption(oldId: number): boolean {
    return this.finds`SELECT 1 FROM groups_adoptions WHERE old_id = ${oldId} AND told = 1`;
  }

  toldOfAdoption(oldId: number): void {
    this.run`UPDATE groups_adoptions SET told = 1 WHERE old_id = ${oldId}`;
  }
}

const toAdoption = rowReader('groups_adoptions', { oldId: 'number', newId: 'number' });

/** A remembered message out of its row. */
export function toMessage(row: Row): Message {
  return cell(row, 'groups_messages.body', json<Message>());
}
