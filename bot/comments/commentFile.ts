import { join } from 'node:path';
import { commentsFile } from '#journal/content/comments.ts';
import type { Lock } from '../base/lock.ts';
import { changeFile, readIfThere } from '../content/files.ts';
import type { MessagePlace } from '../drafts/draftStore.ts';
import { commentIdOf, groupNumber, type WriteOutcome } from './commentItem.ts';
import { type CommentChange, CommentText } from './commentText.ts';
import type { HeldComment } from './heldComment.ts';

/** Where members of the group find a comment. */
export function commentAddress({ chatId, messageId }: MessagePlace): string {
  return `https://t.me/c/${groupNumber(chatId)}/${messageId}`;
}

/** Texts of so many files are kept in mind, so that one more comment does not cost reading all that are there. */
const keptTexts = 8;

/** The files of comments, as the bot changes them: its own comments, everything else as its owner wrote it. */
export class CommentFiles {
  readonly #contentFolder: string;
  readonly #lock: Lock;
  readonly #known = new Map<string, CommentText>();

  constructor(contentFolder: string, lock: Lock) {
    this.#contentFolder = contentFolder;
    this.#lock = lock;
  }

  /** Absolute path of the file of an entry's comments. */
  path(entryId: string): string {
    return join(this.#contentFolder, commentsFile(entryId));
  }

  /** Whether readers see a comment, by its file. @throws {CommentFileError} where that cannot be read. */
  async standing(entryId: string, comment: HeldComment): Promise<'absent' | 'shown' | 'hidden'> {
    const text = this.#read(entryId, await readIfThere(this.path(entryId)));
    this.#keep(entryId, text);
    return text.standing(commentIdOf(comment));
  }

  /**
   * Puts comments into their entry's file, or their newer texts in place of the older ones, as comments that readers see.
   * When this resolves they are on disk. `repliesTo`: comments of the file that answer one of them.
   *
   * @returns what became of each, by its id.
   * @throws {CommentFileError} where the file cannot be read or added to.
   */
  show(
    entryId: string,
    comments: readonly HeldComment[],
    timeZone: string,
    repliesTo: (comment: HeldComment) => readonly HeldComment[],
  ): Promise<ReadonlyMap<number, WriteOutcome>> {
    return this.#change(
      entryId,
      (text) =>
        new Map(
          comments.map((comment) => {
            const outcome = text.show(comment, timeZone);
            for (const reply of repliesTo(comment)) text.answers(reply, comment);
            return [comment.id, outcome] as const;
          }),
        ),
    );
  }

  /** Hides comments from readers. @returns whether any of them is in the file. */
  hide(entryId: string, comments: readonly HeldComment[]): Promise<boolean> {
    return this.#change(entryId, (text) => comments.filter((one) => text.hide(one)).length > 0);
  }

  #change<T>(entryId: string, change: CommentChange<T>): Promise<T> {
    return this.#lock.run(async () => {
      let made: { readonly outcome: T; readonly text: CommentText } | undefined;
      await changeFile(this.path(entryId), (source) => {
        const text = this.#read(entryId, source);
        made = { outcome: change(text), text };
        return text.source;
      });
      if (!made) throw new Error(`${commentsFile(entryId)} was not looked at`);
      this.#keep(entryId, made.text);
      return made.outcome;
    });
  }

  #read(entryId: string, source: string | undefined): CommentText {
    const known = this.#known.get(entryId);
    return known !== undefined && known.source === source
      ? known.copy()
      : new CommentText(commentsFile(entryId), entryId, source);
  }

  #keep(entryId: string, text: CommentText): void {
    this.#known.delete(entryId);
    this.#known.set(entryId, text);
    const [oldest] = this.#known.keys();
    if (this.#known.size > keptTexts && oldest !== undefined) this.#known.delete(oldest);
  }
}
