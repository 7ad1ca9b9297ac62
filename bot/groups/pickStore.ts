import type { Message } from 'grammy/types';
import { isOf, type MessagePlace } from '../drafts/draftStore.ts';
import { cell, oneOf, type Row, rowReader } from '../state/rows.ts';
import { columns, type Part, part, Store } from '../state/store.ts';
import { toMessage } from './groupStore.ts';

const toPrompt = rowReader('groups_prompts', { pickId: 'number', userId: 'number' });

const readPick = rowReader('groups_picks', {
  id: 'number',
  chatId: 'number',
  messageId: 'number',
  byId: 'number',
  byName: 'text',
  groupTitle: 'text',
  /** Seconds since 1970. */
  date: 'number',
  state: oneOf(['asking', 'done']),
  /** Whom the latest question is about; undefined before the first. */
  asked: 'number?',
});

function toPick(row: Row) {
  const { chatId, messageId, byId, byName, ...pick } = readPick(row);
  return {
    ...pick,
    /** What began it: the command, or the message with the reaction. */
    place: { chatId, messageId },
    /** Who picked. */
    by: { id: byId, name: byName },
  };
}

/**
 * Messages that somebody picked to become a draft.
 *
 * - `asking`: the owner has to say how somebody in it is called. Once nobody is left to ask about, it becomes `done`.
 * - `done`: the draft is written and told, or there was nothing to write. What was in it is known for a while, for items
 *   of an album that come late. Picked anew where the draft is gone, it becomes `asking` again.
 */
export type GroupPick = ReturnType<typeof toPick>;

/** Picks, the questions about them, and the answers. */
export class PickStore extends Store {
  at(place: MessagePlace): GroupPick | undefined {
    return this.row(toPick)`SELECT * FROM groups_picks WHERE ${isOf(place)}`;
  }

  byId(id: number): GroupPick | undefined {
    return this.row(toPick)`SELECT * FROM groups_picks WHERE id = ${id}`;
  }

  asking(): GroupPick[] {
    return this.rows(toPick)`SELECT * FROM groups_picks WHERE state = 'asking' ORDER BY id`;
  }

  /** Records a pick together with what is in it, so that none of that is forgotten before it is dealt with. */
  begin(
    { place, by, groupTitle, date }: Omit<GroupPick, 'id' | 'state' | 'asked'>,
    messages: readonly Message[],
  ): void {
    this.inTransaction(() => {
      const row = columns({ ...place, byId: by.id, byName: by.name, groupTitle, date });
      const id = this.count`INSERT INTO groups_picks ${row} ON CONFLICT (chat_id, message_id)
        DO UPDATE SET state = 'asking', asked = NULL, by_id = excluded.by_id,
        by_name = excluded.by_name, group_title = excluded.group_title, date = excluded.date
        RETURNING id`;
      this.#empty(part`pick_id = ${id}`);
      for (const { chat, message_id: messageId } of messages)
        this.run`INSERT INTO groups_picked ${columns({ pickId: id, chatId: chat.id, messageId })}`;
    });
  }

  /** Puts an item of an album into every pick that has another item of it. Returns those picks. */
  join({ chat, message_id, media_group_id }: Message): GroupPick[] {
    if (media_group_id === undefined) return [];
    this.run`INSERT INTO groups_picked (pick_id, chat_id, message_id)
      SELECT DISTINCT pick_id, ${chat.id}, ${message_id} FROM groups_picked
      JOIN groups_messages USING (chat_id, message_id) WHERE chat_id = ${chat.id}
      AND media_group = ${media_group_id} ON CONFLICT DO NOTHING`;
    return this.rows(toPick)`SELECT groups_picks.* FROM groups_picked JOIN groups_picks
      ON id = pick_id WHERE groups_picked.chat_id = ${chat.id}
      AND groups_picked.message_id = ${message_id} ORDER BY id`;
  }

  /** What is in a pick, oldest first, as it reads after the latest edits. */
  messages({ id }: GroupPick): Message[] {
    return this.rows(toMessage)`SELECT body FROM groups_picked AS picked
      JOIN groups_messages AS message ON message.chat_id = picked.chat_id
      AND message.message_id = picked.message_id WHERE pick_id = ${id} ORDER BY picked.message_id`;
  }

  asked({ id }: GroupPick, userId: number): void {
    this.run`UPDATE groups_picks SET asked = ${userId} WHERE id = ${id}`;
  }

  /** What somebody said is not to be in the draft. */
  leaveOut({ id }: GroupPick, userId: number): void {
    this.run`INSERT INTO groups_left_out ${columns({ pickId: id, userId })} ON CONFLICT DO NOTHING`;
  }

  leftOut({ id }: GroupPick): Set<number> {
    const ids = this.rows((row) => cell(row, 'groups_left_out.user_id', 'number'))`
      SELECT user_id FROM groups_left_out WHERE pick_id = ${id}`;
    return new Set(ids);
  }

  /** The end of a pick: what is in it may be forgotten in its time. */
  done({ id }: GroupPick): void {
    this.run`UPDATE groups_picks SET state = 'done' WHERE id = ${id}`;
  }

  /** Picks from before `seconds` that still wait for an answer. */
  askingSince(seconds: number): GroupPick[] {
    return this.asking().filter(({ date }) => date < seconds);
  }

  /** Forgets what was in picks that were done with before `seconds`. Returns how much that was. */
  forgetContents(seconds: number): number {
    return this.#empty(part`pick_id IN (SELECT id FROM groups_picks
      WHERE state = 'done' AND date < ${seconds})`);
  }

  /** Forgets picks that were done with before `seconds`, and the questions about them. Returns how many there were. */
  forgetBefore(seconds: number): number {
    return this.#remove(part`state = 'done' AND date < ${seconds}`);
  }

  /** Forgets a pick, in whatever state. */
  forget({ id }: GroupPick): void {
    this.#remove(part`id = ${id}`);
  }

  #remove(which: Part): number {
    const these = part`pick_id IN (SELECT id FROM groups_picks WHERE ${which})`;
    return this.inTransaction(() => {
      this.#empty(these);
      this.run`DELETE FROM groups_prompts WHERE ${these}`;
      return this.run`DELETE FROM groups_picks WHERE ${which}`;
    });
  }

  #empty(which: Part): number {
    return (
      this.run`DELETE FROM groups_picked WHERE ${which}` +
      this.run`DELETE FROM groups_left_out WHERE ${which}`
    );
  }

  /** A message in the owner's private chat that asks for a name: the reply to it is the answer. */
  prompted(messageId: number, pick: GroupPick, userId: number): void {
    this.run`INSERT INTO groups_prompts ${columns({ messageId, pickId: pick.id, userId })}
      ON CONFLICT DO NOTHING`;
  }

  prompt(messageId: number): { readonly pickId: number; readonly userId: number } | undefined {
    return this.row(toPrompt)`
      SELECT pick_id, user_id FROM groups_prompts WHERE message_id = ${messageId}`;
  }
}
