import type { Message } from 'grammy/types';
import { classify } from '../base/failure.ts';
import { scrub } from '../state/database.ts';
import { cell, json, rowReader } from '../state/rows.ts';
import { columns, TimedStore } from '../state/store.ts';
import { type Draft, isOf, type MessagePlace, withDraft } from './draftStore.ts';

const toAltQuestion = withDraft(
  rowReader('draft_alt_questions', {
    draftId: 'number',
    file: 'text',
    picture: 'text',
    /** Seconds since 1970 of the answer, or of its latest edit that was taken. */
    version: 'number?',
  }),
);

const toAnswer = rowReader('draft_answers', { tries: 'number', done: 'flag' });

/** How long a contact waits for the owner's word. */
const contactLifeMilliseconds = 48 * 60 * 60 * 1000;
const askAgainMilliseconds = 10 * 60_000;
const answersKeptMilliseconds = 7 * 24 * 60 * 60 * 1000;
/** An answer that comes later than this is words of the entry. */
const altQuestionsKeptMilliseconds = 30 * 24 * 60 * 60 * 1000;
const mostTries = 2;

/** What waits for a word of the owner, and what the bot has said already. */
export class Waiting extends TimedStore {
  /** Keeps a contact until the owner says what to do with it. */
  keepContact(message: Message): void {
    const place = { chatId: message.chat.id, messageId: message.message_id };
    const contact = { ...place, message: JSON.stringify(message), askedAt: this.clock.now() };
    this.run`INSERT INTO draft_contacts ${columns(contact)} ON CONFLICT DO NOTHING`;
  }

  /** The message of a contact that waits still. */
  contact(place: MessagePlace): Message | undefined {
    return this.row((row) => cell(row, 'draft_contacts.message', json<Message>()))`
      SELECT message FROM draft_contacts WHERE ${isOf(place)}`;
  }

  forgetContact(place: MessagePlace): void {
    this.run`DELETE FROM draft_contacts WHERE ${isOf(place)}`;
    scrub(this.database);
  }

  /** How many contacts wait. */
  contacts(): number {
    const after = this.clock.now() - contactLifeMilliseconds;
    return this.count`SELECT COUNT(*) FROM draft_contacts WHERE asked_at > ${after}`;
  }

  /** Forgets contacts that waited for 48 hours, and what was said or asked long ago. */
  forgetOld(): void {
    const now = this.clock.now();
    const changes = this.run`DELETE FROM draft_contacts
      WHERE asked_at <= ${now - contactLifeMilliseconds}`;
    if (changes > 0) scrub(this.database);
    this.run`DELETE FROM draft_answers WHERE at <= ${now - answersKeptMilliseconds}`;
    this.run`DELETE FROM draft_alt_questions
      WHERE asked_at <= ${now - altQuestionsKeptMilliseconds}`;
  }

  /** Remembers that a message of the bot's asks what a picture shows. */
  askedAlt({ chatId, messageId }: MessagePlace, draft: Draft, picture: string): void {
    const question = { chatId, messageId, draftId: draft.id, picture, askedAt: this.clock.now() };
    this.run`INSERT INTO draft_alt_questions ${columns(question)} ON CONFLICT DO NOTHING`;
  }

  /** Of which picture a message of the bot's asks what it shows; an answer to that message is its alt text. */
  altQuestion(place: MessagePlace) {
    return this.row(toAltQuestion)`SELECT draft_id, picture, version, drafts.file
      FROM draft_alt_questions JOIN drafts ON drafts.id = draft_id
      WHERE ${isOf(place)}`;
  }

  answeredAlt(place: MessagePlace, version: number): void {
    this.run`UPDATE draft_alt_questions SET version = ${version} WHERE ${isOf(place)}`;
  }

  /** Whether a question about a picture of a draft was asked so lately that nobody needs it once more, and waits still. */
  isAskedAlt(draft: Draft, picture: string): boolean {
    const since = this.clock.now() - askAgainMilliseconds;
    return this.finds`SELECT 1 FROM draft_alt_questions WHERE draft_id = ${draft.id}
      AND picture = ${picture} AND asked_at > ${since} AND version IS NULL`;
  }

  /**
   * Says something about a message. Handled again, it is not said again: what is about to be said is recorded before,
   * that it was said behind. Where nobody knows whether it arrived (a broken connection, a crash in between) it is said
   * once more and never a third time.
   */
  async sayOnce(place: MessagePlace, about: string, say: () => Promise<unknown>): Promise<void> {
    const known = this.row(toAnswer)`SELECT tries, done FROM draft_answers
      WHERE ${isOf(place)} AND about = ${about}`;
    if (known && (known.done || known.tries >= mostTries)) return;
    const { chatId, messageId } = place;
    const answer = { chatId, messageId, about, tries: 1, done: false, at: this.clock.now() };
    this.run`INSERT INTO draft_answers ${columns(answer)}
      ON CONFLICT DO UPDATE SET tries = tries + 1`;
    try {
      await say();
    } catch (error) {
      if (classify(error).kind !== 'unknown')
        this.run`UPDATE draft_answers SET tries = tries - 1
          WHERE ${isOf(place)} AND about = ${about}`;
      throw error;
    }
    this.run`UPDATE draft_answers SET done = 1 WHERE ${isOf(place)} AND about = ${about}`;
  }
}
