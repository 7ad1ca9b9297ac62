import type { EditedPart } from './change.ts';
import type { Changes } from './changes.ts';
import type { Draft, Piece } from './draftStore.ts';
import { type Contribution, Drafts, type EditOutcome } from './drafts.ts';
import { causeOfEdit, type Request } from './request.ts';

/** Drafts whose writes from chat can be taken back there. */
export class UndoableDrafts extends Drafts {
  readonly #changes: Changes;

  constructor(changes: Changes, ...parameters: ConstructorParameters<typeof Drafts>) {
    super(...parameters);
    this.#changes = changes;
  }

  override write(draft: Draft, contribution: Contribution, timeZone: string): Promise<void> {
    const { chatId, messageId, date } = contribution;
    const cause = `message:${chatId}:${messageId}`;
    const request = { cause, chatId, messageId, at: date * 1000 };
    return this.#changes.recording(request, draft.file, 'changeSent', () =>
      super.write(draft, contribution, timeZone),
    );
  }

  /** `part`: of a text that came in several messages, the one that is edited or added, and what names that. */
  override edit(
    piece: Piece,
    markdown: string,
    version: number,
    part?: EditedPart & Pick<Request, 'cause'>,
  ): Promise<EditOutcome> {
    const { chatId, messageId, draft } = piece;
    const cause = part?.cause ?? causeOfEdit(piece, version, markdown);
    const request = { cause, chatId, messageId, at: version * 1000 };
    // Handled again after it was taken back: it stays so.
    if (this.#changes.isUndone(request)) return Promise.resolve('outdated');
    const before = { messageId, markdown: piece.markdown, ...(part && { part }) };
    const edit = () => super.edit(piece, markdown, version);
    return this.#changes.recording(request, draft.file, 'changeEdit', edit, before);
  }
}
