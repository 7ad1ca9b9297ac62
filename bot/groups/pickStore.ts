import type { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import type { MessagePlace } from '../drafts/draftStore.ts';
import { inTransaction } from '../state/database.ts';
import { cell, oneOf, type Row, rowReader } from '../state/rows.ts';
import { toMessage } from './groupStore.ts';

/**
 * Messages that somebody picked to become a draft.
 *
 * - `asking`: the owner has to say how somebody in it is called. Once nobody is left to ask about, it becomes `done`.
 * - `done`: the draft is written and told, or there was nothing to write. What was in it is known for a while, for items
 *   of an album that come late. Picked anew where the draft is gone, it becomes `asking` again.
 */
export interface GroupPick {
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

  at({ chatId, messageId }: MessagePlace): GroupPick | undefined {
    const row = this.#database
      .prepare('SELECT * FROM groups_picks WHERE chat_id = ? AND message_id = ?')
      .get(chatId, messageId);
    return row && toPick(row);
  }

  byId(id: number): GroupPick | undefined {
    const row = this.#database.prepare('SELECT * FROM groups_picks WHERE id = ?').get(id);
    return row && toPick(row);
  }

  asking(): GroupPick[] {
    return this.#database
      .prepare("SELECT * FROM groups_picks WHERE state = 'asking' ORDER BY id")
      .all()
      .map(toPick);
  }

  /** Records a pick together with what is in it, so that none of that is forgotten before it is dealt with. */
  begin(
    { place, by, groupTitle, date }: Omit<GroupPick, 'id' | 'state' | 'asked'>,
    messages: readonly Message[],
  ): void {
    inTransaction(this.#database, () => {
      const row = this.#database
        .prepare(
          `INSERT INTO groups_picks (chat_id, message_id, by_id, by_name, group_title, date) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT (chat_id, message_id) DO UPDATE SET state = 'asking', asked = NULL, by_id = excluded.by_id,
           by_name = excluded.by_name, group_title = excluded.group_title, date = excluded.date RETURNING id`,
        )
        .get(place.chatId, place.messageId, by.id, by.name, groupTitle, date);
      const id = cell(row, 'groups_picks.id', 'number');
      this.#empty('pick_id = ?', id);
      const insert = this.#database.prepare(
        'INSERT INTO groups_picked (pick_id, chat_id, message_id) VALUES (?, ?, ?)',
      );
      for (const { chat, message_id } of messages) insert.run(id, chat.id, message_id);
    });
  }

  /** Puts an item of an album into every pick that has another item of it. Returns those picks. */
  join({ chat, message_id, media_group_id }: Message): GroupPick[] {
    if (media_group_id === undefined) return [];
    this.#database
      .prepare(
        `INSERT INTO groups_picked (pick_id, chat_id, message_id)
         SELECT DISTINCT pick_id, ?1, ?2 FROM groups_picked JOIN groups_messages USING (chat_id, message_id)
         WHERE chat_id = ?1 AND media_group = ?3 ON CONFLICT DO NOTHING`,
      )
      .run(chat.id, message_id, media_group_id);
    return this.#database
      .prepare(
        `SELECT groups_picks.* FROM groups_picked JOIN groups_picks ON id = pick_id
         WHERE groups_picked.chat_id = ? AND groups_picked.message_id = ? ORDER BY id`,
      )
      .all(chat.id, message_id)
      .map(toPick);
  }

  /** What is in a pick, oldest first, as it reads after the latest edits. */
  messages({ id }: GroupPick): Message[] {
    return this.#database
      .prepare(
        `SELECT body FROM groups_picked AS picked JOIN groups_messages AS message
         ON message.chat_id = picked.chat_id AND message.message_id = picked.message_id
         WHERE pick_id = ? ORDER BY picked.message_id`,
      )
      .all(id)
      .map(toMessage);
  }

  asked({ id }: GroupPick, userId: number): void {
    this.#database.prepare('UPDATE groups_picks SET asked = ? WHERE id = ?').run(userId, id);
  }

  /** What somebody said is not to be in the draft. */
  leaveOut({ id }: GroupPick, userId: number): void {
    this.#database
      .prepare(
        'INSERT INTO groups_left_out (pick_id, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
      )
      .run(id, userId);
  }

  leftOut({ id }: GroupPick): Set<number> {
    const rows = this.#database
      .prepare('SELECT user_id FROM groups_left_out WHERE pick_id = ?')
      .all(id);
    return new Set(rows.map((row) => cell(row, 'groups_left_out.user_id', 'number')));
  }

  /** The end of a pick: what is in it may be forgotten in its time. */
  done({ id }: GroupPick): void {
    this.#database.prepare("UPDATE groups_picks SET state = 'done' WHERE id = ?").run(id);
  }

  /** Picks from before `seconds` that still wait for an answer. */
  askingSince(seconds: number): GroupPick[] {
    return this.asking().filter(({ date }) => date < seconds);
  }

  /** Forgets what was in picks that were done with before `seconds`. Returns how much that was. */
  forgetContents(seconds: number): number {
    return this.#empty(
      "pick_id IN (SELECT id FROM groups_picks WHERE state = 'done' AND date < ?)",
      seconds,
    );
  }

  /** Forgets picks that were done with before `seconds`, and the questions about them. Returns how many there were. */
  forgetBefore(seconds: number): number {
    return this.#remove("state = 'done' AND date < ?", seconds);
  }

  /** Forgets a pick, in whatever state. */
  forget({ id }: GroupPick): void {
    this.#remove('id = ?', id);
  }

  #remove(which: string, value: number): number {
    const these = `pick_id IN (SELECT id FROM groups_picks WHERE ${which})`;
    return inTransaction(this.#database, () => {
      this.#empty(these, value);
      this.#database.prepare(`DELETE FROM groups_prompts WHERE ${these}`).run(value);
      return Number(
        this.#database.prepare(`DELETE FROM groups_picks WHERE ${which}`).run(value).changes,
      );
    });
  }

  #empty(which: string, value: number): number {
    const tables = ['groups_picked', 'groups_left_out'];
    return tables
      .map((table) => this.#database.prepare(`DELETE FROM ${table} WHERE ${which}`).run(value))
      .reduce((sum, { changes }) => sum + Number(changes), 0);
  }

  /** A message in the owner's private chat that asks for a name: the reply to it is the answer. */
  prompted(messageId: number, pick: GroupPick, userId: number): void {
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
    return row && toPrompt(row);
  }
}

const toPrompt = rowReader('groups_prompts', { pickId: 'number', userId: 'number' });

const readPick = rowReader('groups_picks', {
  id: 'number',
  chatId: 'number',
  messageId: 'number',
  byId: 'number',
  byName: 'text',
  groupTitle: 'text',
  date: 'number',
  state: oneOf(['asking', 'done']),
  asked: 'number?',
});

function toPick(row: Row): GroupPick {
  const { chatId, messageId, byId, byName, ...pick } = readPick(row);
  return { ...pick, place: { chatId, messageId }, by: { id: byId, name: byName } };
}
