import type { Changes } from './changes.ts';
import type { Draft, Piece } from './draftStore.ts';
import { type Contribution, Drafts, type EditOutcome } from './drafts.ts';

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

  override edit(piece: Piece, markdown: string, version: number): Promise<EditOutcome> {
    const { chatId, messageId, draft } = piece;
    const before = { messageId, markdown: piece.markdown };
    const cause = `message:${chatId}:${messageId}:${version}`;
    const request = { cause, chatId, messageId, at: version * 1000 };
    const edit = () => super.edit(piece, markdown, version);
    return this.#changes.recording(request, draft.file, 'changeEdit', edit, before);
  }
}
