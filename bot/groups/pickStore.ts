import type { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import { inTransaction } from '../database.ts';
import type { MessagePlace } from '../drafts/draftStore.ts';

/**
 * Messages that somebody picked to become a draft.
 *
 * - `asking`: the owner has to say how somebody in it is called. Once nobody is left to ask about, it becomes `done`.
 * - `done`: the draft is written and told, or there was nothing to write.
 */
export interface Pick {
  readonly id: number;
  /** What began it: the command, or the message with the reaction. */
  readonly place: MessagePlace;
  /** Who picked. */
  readonly by: { readonly id: number; readonly name: string };
  readonly groupTitle: string;
  /** Seconds since 1970. */
  readonly date: number;
  readonly state: 'asking' | 'done';
  /** Whom the latest question is about; undefined before the first. */
  readonly asked: number | undefined;
}

/** Picks, the questions about them, and the answers. */
export class PickStore {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  at({ chatId, messageId }: MessagePlace): Pick | undefined {
    const row = this.#database
      .prepare('SELECT * FROM groups_picks WHERE chat_id = ? AND message_id = ?')
      .get(chatId, messageId);
    return row && toPick(row);
  }

  byId(id: number): Pick | undefined {
    const row = this.#database.prepare('SELECT * FROM groups_picks WHERE id = ?').get(id);
    return row && toPick(row);
  }

  asking(): Pick[] {
    return this.#database
      .prepare("SELECT * FROM groups_picks WHERE state = 'asking' ORDER BY id")
      .all()
      .map(toPick);
  }

  /** Records a pick together with what is in it, so that none of that is forgotten before it is dealt with. */
  begin(
    { place, by, groupTitle, date }: Omit<Pick, 'id' | 'state' | 'asked'>,
    messages: readonly Message[],
  ): void {
    inTransaction(this.#database, () => {
      const { lastInsertRowid } = this.#database
        .prepare(
          'INSERT INTO groups_picks (chat_id, message_id, by_id, by_name, group_title, date) VALUES (?, ?, ?, ?, ?, ?)',
        )
        .run(place.chatId, place.messageId, by.id, by.name, groupTitle, date);
      const insert = this.#database.prepare(
        'INSERT INTO groups_picked (pick_id, chat_id, message_id) VALUES (?, ?, ?)',
      );
      for (const { chat, message_id } of messages) insert.run(lastInsertRowid, chat.id, message_id);
    });
  }

  /** What is in a pick, oldest first, as it reads after the latest edits. */
  messages({ id }: Pick): Message[] {
    return this.#database
      .prepare(
        `SELECT body FROM groups_picked AS picked JOIN groups_messages AS message
         ON message.chat_id = picked.chat_id AND message.message_id = picked.message_id
         WHERE pick_id = ? ORDER BY picked.message_id`,
      )
      .all(id)
      .map((row) => JSON.parse(String(row['body'])) as Message);
  }

  asked({ id }: Pick, userId: number): void {
    this.#database.prepare('UPDATE groups_picks SET asked = ? WHERE id = ?').run(userId, id);
  }

  /** What somebody said is not to be in the draft. */
  leaveOut({ id }: Pick, userId: number): void {
    this.#database
      .prepare(
        'INSERT INTO groups_left_out (pick_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
      )
      .run(id, userId);
  }

  leftOut({ id }: Pick): Set<number> {
    const rows = this.#database
      .prepare('SELECT user_id FROM groups_left_out WHERE pick_id = ?')
      .all(id);
    return new Set(rows.map((row) => Number(row['user_id'])));
  }

  /** The end of a pick: what is in it may be forgotten. */
  done({ id }: Pick): void {
    inTransaction(this.#database, () => {
      this.#database.prepare("UPDATE groups_picks SET state = 'done' WHERE id = ?").run(id);
      this.#database.prepare('DELETE FROM groups_picked WHERE pick_id = ?').run(id);
      this.#database.prepare('DELETE FROM groups_left_out WHERE pick_id = ?').run(id);
    });
  }

  /** A message in the owner's private chat that asks for a name: the reply to it is the answer. */
  prompted(messageId: number, pick: Pick, userId: number): void {
    this.#database
      .prepare(
        'INSERT INTO groups_prompts (message_id, pick_id, user_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(messageId, pick.id, userId);
  }

  prompt(messageId: number): { readonly pickId: number; readonly userId: number } | undefined {
    const row = this.#database
      .prepare('SELECT pick_id, user_id FROM groups_prompts WHERE message_id = ?')
      .get(messageId);
    return row && { pickId: Number(row['pick_id']), userId: Number(row['user_id']) };
  }
}

function toPick(row: Record<string, unknown>): Pick {
  return {
    id: Number(row['id']),
    place: { chatId: Number(row['chat_id']), messageId: Number(row['message_id']) },
    by: { id: Number(row['by_id']), name: String(row['by_name']) },
    groupTitle: String(row['group_title']),
    date: Number(row['date']),
    state: String(row['state']) as Pick['state'],
    asked: row['asked'] === null ? undefined : Number(row['asked']),
  };
}
