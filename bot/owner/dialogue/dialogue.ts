import { type Draft, type MessagePlace, toDraft, withDraft } from '../../drafts/draftStore.ts';
import type { Request } from '../../drafts/request.ts';
import { rowReader } from '../../state/rows.ts';
import { columns, type Part, part, Store } from '../../state/store.ts';

const toComposition = withDraft(
  rowReader('chat_compositions', {
    chatId: 'number',
    fromMessage: 'number',
    draftId: 'number',
    file: 'text',
    isOpen: 'flag',
    /** As the message that began it has it. */
    title: 'text',
    /** The message of the bot that shows how far it is. */
    progressMessage: 'number?',
    lastAdded: 'text',
  }),
);

/** An article that the messages of a chat add to, from one message on until another. */
export type Composition = ReturnType<typeof toComposition>;

const toQuestion = rowReader('chat_questions', {
  cause: 'text',
  /** Milliseconds since 1970. */
  askedAt: 'number',
  command: 'text',
  draftId: 'number?',
  extra: 'text',
  /** Seconds since 1970 of the answer, or of its latest edit that was taken. */
  version: 'number',
});

/** Something that the bot has asked: the answer stands for the words after `command`. */
export type Question = ReturnType<typeof toQuestion>;

/** So many messages back a chat is looked through for its drafts. */
const messagesLookedAt = 500;
/** How long a question waits: what is written later is no answer to it. */
const questionLifeMilliseconds = 60 * 60_000;
/** Telegram lets people edit what they said for two days, and keeps the edit for another. */
const questionsKeptMilliseconds = 7 * 24 * 60 * 60_000;

/**
 * What is going on in a chat, kept by the places of messages: whatever comes late, again or after a restart finds the
 * same.
 */
export class Dialogue extends Store {
  /** Begins an article at a message; `draft` makes it, once. Another one that was open ends. */
  compose({ chatId, messageId }: MessagePlace, title: string, draft: () => Draft): Composition {
    return this.inTransaction(() => {
      const known = this.compositionFrom({ chatId, messageId });
      if (known) return known;
      this.endCompositions({ chatId, messageId });
      this.run`INSERT INTO chat_compositions
        ${columns({ chatId, fromMessage: messageId, draftId: draft().id, title })}`;
      const begun = this.compositionFrom({ chatId, messageId });
      if (!begun) throw new Error(`The article of message ${messageId} was not recorded`);
      return begun;
    });
  }

  /** The article that a message began. */
  compositionFrom({ chatId, messageId }: MessagePlace): Composition | undefined {
    return this.#composition(chatId, part`from_message = ${messageId}`);
  }

  /** The article that a message of the chat adds to. */
  compositionAt({ chatId, messageId }: MessagePlace): Composition | undefined {
    const isOpen = part`to_message IS NULL OR to_message > ${messageId}`;
    return this.#composition(chatId, part`from_message < ${messageId} AND (${isOpen})`);
  }

  /** The article that is open in a chat. */
  openComposition(chatId: number): Composition | undefined {
    return this.#composition(chatId, part`to_message IS NULL`);
  }

  /** The article that a message ended. */
  compositionEndedBy({ chatId, messageId }: MessagePlace): Composition | undefined {
    return this.#composition(chatId, part`to_message = ${messageId}`);
  }

  /** Ends what is open: messages after this one go elsewhere. */
  endCompositions({ chatId, messageId }: MessagePlace): void {
    this.run`UPDATE chat_compositions SET to_message = ${messageId} WHERE chat_id = ${chatId}
      AND to_message IS NULL`;
  }

  showsProgress({ chatId, fromMessage }: Composition, messageId: number): void {
    this.run`UPDATE chat_compositions SET progress_message = ${messageId} WHERE chat_id = ${chatId}
      AND from_message = ${fromMessage}`;
  }

  /** Records the title that the message which began an article has by now. */
  titled({ chatId, fromMessage }: Composition, title: string): void {
    this.run`UPDATE chat_compositions SET title = ${title} WHERE chat_id = ${chatId}
      AND from_message = ${fromMessage}`;
  }

  added({ chatId, fromMessage }: Composition, words: string): void {
    this.run`UPDATE chat_compositions SET last_added = ${words} WHERE chat_id = ${chatId}
      AND from_message = ${fromMessage}`;
  }

  /** Drafts that messages of a chat before this one went into, the newest first. */
  recent({ chatId, messageId }: MessagePlace): Draft[] {
    return this.rows(toDraft)`SELECT drafts.id, drafts.file, MAX(place) AS latest FROM (
        SELECT * FROM (SELECT draft_id, message_id AS place FROM pieces WHERE chat_id = ${chatId}
        AND message_id < ${messageId} ORDER BY message_id DESC LIMIT ${messagesLookedAt})
        UNION ALL SELECT draft_id, from_message FROM chat_compositions
        WHERE chat_id = ${chatId} AND from_message < ${messageId}
      ) JOIN drafts ON drafts.id = draft_id GROUP BY drafts.id ORDER BY latest DESC LIMIT 20`;
  }

  /** Records a question; whatever was asked before is no longer waited for. */
  ask(
    { cause, chatId, messageId, at }: Request,
    question: Pick<Question, 'command' | 'draftId' | 'extra'>,
  ): void {
    this.inTransaction(() => {
      if (this.finds`SELECT 1 FROM chat_questions WHERE cause = ${cause}`) return;
      this.leaveQuestions({ chatId, messageId: messageId + 1 });
      const asked = { cause, chatId, askedMessage: messageId, askedAt: at };
      const { command, draftId, extra } = question;
      this.run`INSERT INTO chat_questions ${columns({ ...asked, command, draftId, extra })}`;
    });
  }

  /** The question that a message answers, or has answered before. */
  questionFor({ chatId, messageId }: MessagePlace, at: number): Question | undefined {
    return (
      this.row(toQuestion)`
        SELECT * FROM chat_questions WHERE chat_id = ${chatId} AND answered_by = ${messageId}` ??
      this.row(toQuestion)`
        SELECT * FROM chat_questions WHERE chat_id = ${chatId} AND answered_by IS NULL
        AND asked_message <= ${messageId} AND asked_at >= ${at - questionLifeMilliseconds}
        ORDER BY asked_at DESC LIMIT 1`
    );
  }

  /** Whether a message has answered a question. */
  hasAnswered({ chatId, messageId }: MessagePlace): boolean {
    return this.finds`SELECT 1 FROM chat_questions WHERE chat_id = ${chatId}
      AND answered_by = ${messageId}`;
  }

  /** Gives a question to the message that answers it. */
  answer({ cause }: Question, messageId: number, version: number): void {
    this.run`UPDATE chat_questions SET answered_by = ${messageId}, version = ${version}
      WHERE cause = ${cause}`;
  }

  /** Forgets questions that are older than any edit of their answer can be. */
  forgetOld(now: number): void {
    this.run`DELETE FROM chat_questions WHERE asked_at <= ${now - questionsKeptMilliseconds}`;
  }

  /** Waits no longer for an answer to what was asked before a message. @returns whether one was waited for. */
  leaveQuestions({ chatId, messageId }: MessagePlace): boolean {
    const changes = this.run`UPDATE chat_questions SET answered_by = 0 WHERE chat_id = ${chatId}
      AND answered_by IS NULL AND asked_message < ${messageId}`;
    return changes > 0;
  }

  #composition(chatId: number, where: Part): Composition | undefined {
    return this.row(toComposition)`SELECT chat_id, from_message, draft_id, drafts.file,
      to_message IS NULL AS is_open, COALESCE(title, '') AS title, progress_message, last_added
      FROM chat_compositions JOIN drafts ON drafts.id = draft_id WHERE chat_id = ${chatId} AND ${where}
      ORDER BY from_message DESC LIMIT 1`;
  }
}
