import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Lock } from '../base/lock.ts';
import { keepsWhatIsByHand } from '../content/byHand.ts';
import { isSame, withSyndicationOf } from '../content/changedText.ts';
import { changeFile, moveDurably, readIfThere, writeFileAtomic } from '../content/files.ts';
import { isForReaders, isShownAt } from '../content/matter.ts';
import { columns, Store } from '../state/store.ts';
import { talk } from '../talk/talk.ts';
import {
  type Change,
  type ChangeOutcome,
  type EditedPiece,
  toChange,
  type UndoOutcome,
  type UndoTools,
} from './change.ts';
import { isOf } from './draftStore.ts';
import type { Request } from './request.ts';

/** How many changes of a chat can be taken back. */
const keptChanges = 20;

/**
 * Changes that were asked for in chat, with what the file was before and after, so that the last ones can be taken back.
 * A change is recorded under its request: asked for again, it is the same change.
 */
export class Changes extends Store {
  readonly #contentFolder: string;
  readonly #lock: Lock;

  constructor(database: DatabaseSync, contentFolder: string, lock: Lock) {
    super(database);
    this.#contentFolder = contentFolder;
    this.#lock = lock;
  }

  /** The file that a request has changed, or was about to. */
  fileOf({ cause }: Request): string | undefined {
    return this.#change(cause)?.file;
  }

  /** Whether a request has made its change, be it that it was taken back since. Making it again would undo what came later. */
  isMade({ cause }: Request): boolean {
    const change = this.#change(cause);
    return change?.after !== undefined || change?.undoneBy !== undefined;
  }

  /** Whether what a request changed was taken back since. */
  isUndone({ cause }: Request): boolean {
    return this.#change(cause)?.undoneBy !== undefined;
  }

  /** Whether a file was put away, and not brought back since. */
  isDiscarded(file: string): boolean {
    return this.finds`SELECT 1 FROM chat_changes WHERE file = ${file}
      AND moves IS NOT NULL AND undone_by IS NULL`;
  }

  /** What is known of the texts that a file has had. */
  textsOf(file: string): string[] {
    return this.rows(toChange)`SELECT * FROM chat_changes WHERE file = ${file}`
      .flatMap(({ before, after }) => [before, after])
      .filter((text) => text !== undefined);
  }

  /** Does work that changes a file, and keeps what the file was before and after. `piece`: of the message that is edited. */
  async recording<T>(
    asked: Request,
    file: string,
    what: string,
    work: () => Promise<T>,
    piece?: EditedPiece,
  ): Promise<T> {
    const request = this.#once(asked, file);
    this.#begin(request, file, what, await readIfThere(this.#path(file)), piece);
    const result = await work();
    this.#settle(request, await readIfThere(this.#path(file)));
    return result;
  }

  /** Puts another text in place of a file's; `edit` gives it, or says why not. */
  change(
    request: Request,
    file: string,
    what: string,
    edit: (source: string) => Promise<string | { readonly why: string }>,
  ): Promise<ChangeOutcome> {
    return this.#lock.run(async () => {
      const source = await readIfThere(this.#path(file));
      if (source === undefined) return { is: 'missing' };
      const known = this.#change(request.cause);
      if (known && this.isMade(request)) {
        const { id, before, after } = known;
        if (isSame(source, after, file)) return { is: 'same' };
        // As it was before, it was perhaps recorded and not written yet.
        if (source !== before || this.isUndone(request) || this.#isFollowed(id, file))
          return { is: 'changed-since' };
      }
      const next = await edit(source);
      if (typeof next !== 'string') return { is: 'refused', why: next.why };
      if (next === source) return { is: 'same' };
      if (!keepsWhatIsByHand(file, source, next))
        return { is: 'refused', why: talk('nothingByHand', { file }) };
      this.#begin(request, file, what, source);
      this.#settle(request, next);
      const left = await changeFile(this.#path(file), (now) => (now === source ? next : undefined));
      if (left === next) return { is: 'changed' };
      this.#forget(request);
      throw new Error(`${file} was changed by another program meanwhile; it is tried again`);
    });
  }

  /** Begins a file, unless it is there. */
  create(request: Request, file: string, source: string): Promise<void> {
    return this.#lock.run(async () => {
      if (existsSync(this.#path(file))) return;
      this.#begin(request, file, 'changeBegin', undefined);
      this.#settle(request, source);
      await writeFileAtomic(this.#path(file), source);
    });
  }

  /** Moves everything of an entry to `folder`. Resolves to where its text, or its folder, lies; undefined where it was gone. */
  discard(
    request: Request,
    file: string,
    parts: readonly string[],
    folder: string,
  ): Promise<string | undefined> {
    return this.#lock.run(async () => {
      const moves =
        this.#change(request.cause)?.moves ??
        parts
          .filter((part) => existsSync(this.#path(part)))
          .map((part) => ({
            from: this.#path(part),
            to: placeAway(request, part, folder),
          }));
      if (moves.length === 0) return undefined;
      this.#begin(request, file, 'changeDiscard', undefined);
      this.run`UPDATE chat_changes SET moves = ${JSON.stringify(moves)}
        WHERE cause = ${request.cause}`;
      for (const { from, to } of moves) if (existsSync(from)) await moveDurably(from, to);
      return moves[0]?.to;
    });
  }

  /** When the change was made that a request is to take back, in milliseconds since 1970; undefined where there is none. */
  lastMadeAt(request: Request): number | undefined {
    return this.#toUndo(request)?.madeAt;
  }

  /** Takes the last change of the chat back, or says why not. */
  undo(request: Request, tools: UndoTools): Promise<UndoOutcome> {
    return this.#lock.run(async () => {
      const change = this.#toUndo(request);
      if (!change) return { is: 'nothing' };
      const is = change.moves
        ? await this.#moveBack(change, request)
        : await this.#restore(change, request, tools);
      if (is === 'undone' && change.piece) this.#unedit(request, change.piece);
      const { file, what, before, after } = change;
      const wasPublic = [before, after].some((text) => isForReaders(text, file));
      const wasShown = after !== undefined && isShownAt(after, file, request.at, tools.timeZone);
      return { is, file, what, wasPublic, wasShown };
    });
  }

  async #moveBack(
    { id, moves = [] }: Change,
    request: Request,
  ): Promise<'undone' | 'changed-since' | 'in-the-way'> {
    if (moves.some(({ from, to }) => existsSync(from) && existsSync(to))) return 'in-the-way';
    if (moves.some(({ from, to }) => !existsSync(from) && !existsSync(to))) return 'changed-since';
    this.#undone(id, request.cause);
    for (const { from, to } of moves) if (existsSync(to)) await moveDurably(to, from);
    return 'undone';
  }

  async #restore(
    { id, file, before, after }: Change,
    request: Request,
    { folder, parts, leaving }: UndoTools,
  ): Promise<'undone' | 'changed-since' | 'by-hand'> {
    const path = this.#path(file);
    const current = await readIfThere(path);
    const isDone = before === undefined ? current === undefined : isSame(current, before, file);
    if (isDone) {
      this.#undone(id, request.cause);
      return 'undone';
    }
    if (current === undefined || !isSame(current, after, file)) return 'changed-since';
    const wanted = before === undefined ? undefined : withSyndicationOf(current, before, file);
    if (wanted !== undefined && !keepsWhatIsByHand(file, current, wanted)) return 'by-hand';
    leaving(file, current);
    this.#undone(id, request.cause);
    if (wanted !== undefined) {
      const left = await changeFile(path, (now) => (now === current ? wanted : undefined));
      if (left === wanted) return 'undone';
      this.#undone(id, undefined);
      return 'changed-since';
    }
    for (const part of parts(file, current))
      if (existsSync(this.#path(part)))
        await moveDurably(this.#path(part), placeAway(request, part, folder));
    return 'undone';
  }

  /** An edit of a message is taken back: its next edit looks for what is there again. */
  #unedit({ chatId }: Request, { messageId, markdown, part }: EditedPiece): void {
    this.run`UPDATE pieces SET markdown = ${markdown}, pending = NULL
      WHERE ${isOf({ chatId, messageId })}`;
    if (!part) return;
    const place = { chatId, messageId: part.messageId };
    if (part.body)
      this.run`UPDATE pasted_parts SET body = ${JSON.stringify(part.body)} WHERE ${isOf(place)}`;
    else this.run`DELETE FROM pasted_parts WHERE ${isOf(place)}`;
  }

  #toUndo({ cause, chatId }: Request): Change | undefined {
    return (
      this.row(toChange)`SELECT * FROM chat_changes WHERE undone_by = ${cause}` ??
      this.row(toChange)`SELECT * FROM chat_changes WHERE chat_id = ${chatId}
        AND undone_by IS NULL AND (after IS NOT NULL OR moves IS NOT NULL) ORDER BY id DESC LIMIT 1`
    );
  }

  #undone(id: number, cause: string | undefined): void {
    this.run`UPDATE chat_changes SET undone_by = ${cause} WHERE id = ${id}`;
  }

  #forget({ cause }: Pick<Request, 'cause'>): void {
    this.run`DELETE FROM chat_changes WHERE cause = ${cause}`;
  }

  #begin(
    { cause, chatId, at }: Request,
    file: string,
    what: string,
    before: string | undefined,
    piece?: EditedPiece,
  ): void {
    this.inTransaction(() => {
      const change = { cause, chatId, file, what, before, madeAt: at };
      this.run`INSERT INTO chat_changes
        ${columns({ ...change, piece: piece && JSON.stringify(piece) })}
        ON CONFLICT (cause) DO NOTHING`;
      this.run`DELETE FROM chat_changes WHERE chat_id = ${chatId} AND id NOT IN (SELECT id
        FROM chat_changes WHERE chat_id = ${chatId} ORDER BY id DESC LIMIT ${keptChanges})`;
    });
  }

  #settle({ cause }: Request, after: string | undefined): void {
    this.run`UPDATE chat_changes SET after = ${after} WHERE cause = ${cause} AND after IS NULL`;
    const change = this.#change(cause);
    // The mirror may have written what it posted beside it, which is no change of this request's.
    if (change?.before !== undefined && isSame(change.after, change.before, change.file))
      this.#forget({ cause });
  }

  /** What is asked for in the same words and the same second after another change is a change of its own. */
  #once(request: Request, file: string): Request {
    const known = this.#change(request.cause);
    if (!known || !this.#isFollowed(known.id, file)) return request;
    const latest = this.count`SELECT MAX(id) FROM chat_changes`;
    return { ...request, cause: `${request.cause}:${latest}` };
  }

  #isFollowed(id: number, file: string): boolean {
    return this.finds`SELECT 1 FROM chat_changes WHERE file = ${file} AND id > ${id}`;
  }

  #change(cause: string): Change | undefined {
    return this.row(toChange)`SELECT * FROM chat_changes WHERE cause = ${cause}`;
  }

  #path(file: string): string {
    return join(this.#contentFolder, file);
  }
}

/** Where a part of an entry lies that a request has put out of the journal. */
function placeAway({ at, messageId }: Request, part: string, folder: string): string {
  return join(folder, `${at}-${messageId}-${part.replaceAll('/', '-')}`);
}
