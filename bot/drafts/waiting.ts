import type { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import { scrub } from '../state/database.ts';
import { cell, json, rowReader } from '../state/rows.ts';
import type { Draft, MessagePlace } from './draftStore.ts';

const toAltQuestion = rowReader('draft_alt_questions', {
  draftId: 'number',
  file: 'text',
  picture: 'text',
  version: 'number?',
});
const toAnswer = rowReader('draft_answers', { tries: 'number', done: 'flag' });

/** A question of the bot's what a picture shows; an answer to that message is its alt text. */
export interface AltQuestion {
  readonly draft: Draft;
  readonly picture: string;
  /** Seconds since 1970 of the answer, or of its latest edit that was taken. */
  readonly version: number | undefined;
}

/** How long a contact waits for the owner's word. */
export const contactLifeMilliseconds = 48 * 60 * 60 * 1000;
const answersKeptMilliseconds = 7 * 24 * 60 * 60 * 1000;
/** An answer that comes later than this is words of the entry. */
const altQuestionsKeptMilliseconds = 30 * 24 * 60 * 60 * 1000;
const mostTries = 2;

/** What waits for a word of the owner, and what the bot has said already. */
export class Waiting {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Keeps a contact until the owner says what to do with it. */
  keepContact(message: Message, now: number): void {
    this.#database
      .prepare(
        `INSERT INTO draft_contacts (chat_id, message_id, message, asked_at) VALUES (?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
      )
      .run(message.chat.id, message.message_id, JSON.stringify(message), now);
  }

  /** The message of a contact that waits still. */
  contact({ chatId, messageId }: MessagePlace): Message | undefined {
    const row = this.#database
      .prepare('SELECT message FROM draft_contacts WHERE chat_id = ? AND message_id = ?')
      .get(chatId, messageId);
    return row && cell(row, 'draft_contacts.message', json<Message>());
  }

  forgetContact({ chatId, messageId }: MessagePlace): void {
    this.#database
      .prepare('DELETE FROM draft_contacts WHERE chat_id = ? AND message_id = ?')
      .run(chatId, messageId);
    scrub(this.#database);
  }

  /** How many contacts wait that were asked about after a time. */
  contacts(after: number): number {
    const row = this.#database
      .prepare('SELECT COUNT(*) AS n FROM draft_contacts WHERE asked_at > ?')
      .get(after);
    return Number(row?.['n']);
  }

  /** Forgets contacts that waited for 48 hours, and what was said or asked long ago. */
  forgetOld(now: number): void {
    const { changes } = this.#database
      .prepare('DELETE FROM draft_contacts WHERE asked_at <= ?')
      .run(now - contactLifeMilliseconds);
    if (changes > 0) scrub(this.#database);
    this.#database
      .prepare('DELETE FROM draft_answers WHERE at <= ?')
      .run(now - answersKeptMilliseconds);
    this.#database
      .prepare('DELETE FROM draft_alt_questions WHERE asked_at <= ?')
      .run(now - altQuestionsKeptMilliseconds);
  }

  /** Remembers that a message of the bot's asks what a picture shows. */
  askedAlt({ chatId, messageId }: MessagePlace, draft: Draft, picture: string, now: number): void {
    this.#database
      .prepare(
        `INSERT INTO draft_alt_questions (chat_id, message_id, draft_id, picture, asked_at)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      )
      .run(chatId, messageId, draft.id, picture, now);
  }

  /** What a message of the bot's asks. */
  altQuestion({ chatId, messageId }: MessagePlace): AltQuestion | undefined {
    const row = this.#database
      .prepare(
        `SELECT draft_id, picture, version, drafts.file FROM draft_alt_questions
         JOIN drafts ON drafts.id = draft_id WHERE chat_id = ? AND message_id = ?`,
      )
      .get(chatId, messageId);
    if (!row) return undefined;
    const { draftId, file, picture, version } = toAltQuestion(row);
    return { draft: { id: draftId, file }, picture, version };
  }

  answeredAlt({ chatId, messageId }: MessagePlace, version: number): void {
    this.#database
      .prepare('UPDATE draft_alt_questions SET version = ? WHERE chat_id = ? AND message_id = ?')
      .run(version, chatId, messageId);
  }

  /** Whether a question about a picture of a draft was asked after `since` and waits still. */
  isAskedAlt(draft: Draft, picture: string, since: number): boolean {
    const row = this.#database
      .prepare(
        `SELECT 1 FROM draft_alt_questions
         WHERE draft_id = ? AND picture = ? AND asked_at > ? AND version IS NULL`,
      )
      .get(draft.id, picture, since);
    return row !== undefined;
  }

  /**
   * Says something about a message. Handled again, it is not said again: what is about to be said is recorded before,
   * that it was said behind. Where nobody knows whether it arrived (a broken connection, a crash in between) it is said
   * once more and never a third time.
   *
   * @param isUnknown whether a failure leaves open that it arrived.
   */
  async sayOnce(
    place: MessagePlace,
    about: string,
    now: number,
    say: () => Promise<void>,
    isUnknown: (error: unknown) => boolean,
  ): Promise<void> {
    const key = [place.chatId, place.messageId, about];
    const row = this.#database
      .prepare(
        'SELECT tries, done FROM draft_answers WHERE chat_id = ? AND message_id = ? AND about = ?',
      )
      .get(...key);
    const known = row && toAnswer(row);
    if (known && (known.done || known.tries >= mostTries)) return;
    this.#database
      .prepare(
        `INSERT INTO draft_answers (chat_id, message_id, about, tries, done, at) VALUES (?, ?, ?, 1, 0, ?)
         ON CONFLICT DO UPDATE SET tries = tries + 1`,
      )
      .run(...key, now);
    const settle = (change: string) =>
      this.#database
        .prepare(
          `UPDATE draft_answers SET ${change} WHERE chat_id = ? AND message_id = ? AND about = ?`,
        )
        .run(...key);
    try {
      await say();
    } catch (error) {
      if (!isUnknown(error)) settle('tries = tries - 1');
      throw error;
    }
    settle('done = 1');
  }
}
