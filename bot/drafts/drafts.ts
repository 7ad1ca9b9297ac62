import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conflictFaults } from '#journal/file/conflictMarkers.ts';
import { formatMoment } from '#journal/schema/moment.ts';
import type { Lock } from '../base/lock.ts';
import { isByHand, keepsWhatIsByHand } from '../content/byHand.ts';
import { changeFile, readIfThere } from '../content/files.ts';
import { altText, bodyWithAlt, withAlt } from '../message/altText.ts';
import type { EditedPart } from './change.ts';
import type { Changes } from './changes.ts';
import type { Draft, DraftStore, MessagePlace, Piece } from './draftStore.ts';
import { hasBlock, hasNewerPiece, hasPiece, withNewerPiece, withPiece } from './pieceText.ts';
import { type NeededAliases, type PublishOutcome, publishedText } from './publishedText.ts';
import { causeOfEdit, causeOfMessage, type Request } from './request.ts';

/** What a chat message wants to put into the journal. */
export interface Contribution extends MessagePlace {
  /** Seconds since 1970: of the message, or of its edit. */
  readonly version: number;
  /** Seconds since 1970 at which the message was sent. */
  readonly date: number;
  readonly markdown: string;
  readonly mediaGroup?: string | undefined;
  /** What its file is called beside the draft: a name that no other message's has. */
  readonly fileName?: string | undefined;
  /** What the message says by now, where it was edited since it came in. */
  readonly newer?: readonly string[];
  /** What the message before put into the draft, where both are of one album. */
  readonly front?: string | undefined;
}

/** What a message is known by in a file that was written before. */
type Mark = Partial<Pick<Contribution, 'markdown' | 'fileName' | 'newer'>>;

/**
 * What became of an edit: written, older than what is there, its draft gone, in the way of a change by hand, or meant for
 * a text that is edited by hand alone.
 */
export type EditOutcome = 'written' | 'outdated' | 'missing' | 'conflict' | 'by-hand';

/** A piece that is edited, with what came behind it in its album, if that matters. */
type Edited = Piece & { readonly album?: readonly string[] };

/** What became of a description: written, or its draft is gone, does not show that picture, or is edited by hand alone. */
export type AltOutcome = 'written' | 'missing' | 'absent' | 'by-hand';

/**
 * Drafts on disk. Every change is intended in the database, written to the file, then settled; done again after a
 * crash, it finds what it did. What messages write can be taken back in chat.
 */
export class Drafts {
  readonly #changes: Changes;
  readonly #store: DraftStore;
  readonly #contentFolder: string;
  readonly #lock: Lock;

  constructor(changes: Changes, store: DraftStore, contentFolder: string, lock: Lock) {
    this.#changes = changes;
    this.#store = store;
    this.#contentFolder = contentFolder;
    this.#lock = lock;
  }

  /**
   * The note draft that a message begins, on the same name however often it is asked for. `withFiles`: the draft gets
   * a folder of its own, so that pictures lie beside it. A file that has the mark of the message, under the name that it
   * would get, is the draft: the state is then that of a day before it was written.
   */
  begin(
    place: MessagePlace & Pick<Contribution, 'date' | 'mediaGroup'> & Mark,
    timeZone: string,
    withFiles: boolean,
    now: number,
  ): Draft {
    const known = this.#store.byMessage(place);
    if (known) return known;
    return this.#store.inTransaction(() => {
      const at = place.date * 1000;
      const written = this.#nameWith(place, at, timeZone, withFiles);
      const name = written ?? this.#freeName(at, timeZone, withFiles);
      const draft = this.#store.ensure(name, now);
      this.#store.intend({ ...place, draft, markdown: '', version: 0, before: undefined });
      if (place.mediaGroup !== undefined) this.#store.setMediaGroup(draft, place.mediaGroup);
      return draft;
    });
  }

  /** Files that have the name of a moment, in seconds since 1970, and are nobody's draft: those of a state that was lost. */
  unknownAt(date: number, timeZone: string): string[] {
    const unknown: string[] = [];
    for (let number = 1; ; number++) {
      const files = filesAt(date * 1000, timeZone, number);
      const there = files.filter((file) => existsSync(this.path(file)));
      if (there.length === 0) return unknown;
      unknown.push(...there.filter((file) => this.#store.byFile(file) === undefined));
    }
  }

  /** Puts a contribution into a draft: at its end, or as its beginning. When this resolves it is on disk. */
  write(draft: Draft, contribution: Contribution, timeZone: string): Promise<void> {
    const { chatId, messageId, date } = contribution;
    const request = { cause: causeOfMessage(contribution), chatId, messageId, at: date * 1000 };
    return this.#changes.recording(request, draft.file, 'changeSent', () =>
      this.#write(draft, contribution, timeZone),
    );
  }

  #write(draft: Draft, contribution: Contribution, timeZone: string): Promise<void> {
    return this.#lock.run(async () => {
      const piece = await this.#intention(draft, contribution);
      if (piece.written) return;
      const behind = this.#store.pieceBehind(draft, contribution)?.markdown;
      const before = contribution.mediaGroup === undefined ? undefined : behind;
      try {
        await changeFile(this.path(draft.file), (current) => {
          if (wasApplied(piece, current, contribution)) return undefined;
          const date = formatMoment(contribution.date * 1000, timeZone);
          const begun = current ?? `---\ndate: ${date}\ndraft: true\n---\n`;
          const text = withPiece(begun, contribution, before);
          this.#store.intendAfter(contribution, hash('sha256', text));
          return text;
        });
      } catch (error) {
        this.#store.intendAfter(contribution, undefined);
        throw error;
      }
      this.#store.edited(contribution, contribution.markdown, contribution.version);
    });
  }

  /**
   * Puts the newer text of an edited message in place of the older one. `part`: of a text that came in several messages,
   * the one that is edited or added, and what names that.
   */
  edit(
    piece: Edited,
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
    const edit = () => this.#edit(piece, markdown, version);
    return this.#changes.recording(request, draft.file, 'changeEdit', edit, before);
  }

  #edit(piece: Edited, markdown: string, version: number): Promise<EditOutcome> {
    return this.#lock.run(async () => {
      if (version < piece.version) return 'outdated';
      let outcome = 'written' as EditOutcome;
      let looks = 0;
      const behind = this.#store.pieceBehind(piece.draft, piece)?.markdown;
      const twins = this.#store.twinsOf(piece);
      await changeFile(this.path(piece.draft.file), (current) => {
        outcome =
          current === undefined ? 'missing' : isByHand(piece.draft.file) ? 'by-hand' : 'written';
        if (outcome !== 'written') return undefined;
        if (current === undefined || markdown === piece.markdown) return undefined;
        const pieces = this.#store.markdownOf(piece.draft);
        if (hasNewerPiece(current, piece.markdown, markdown, pieces)) return undefined;
        if (looks++ > 0) this.#store.forgetEdit(piece);
        const before = this.#store.intendEdit(piece, markdown, hash('sha256', current));
        const isTriedAgain = before !== hash('sha256', current);
        if (isTriedAgain && hasPiece(current, markdown)) return undefined;
        // Whichever of two versions is chosen, the edit may have gone into the other.
        const isUnmerged = conflictFaults(current, piece.draft.file).length > 0;
        const next =
          isTriedAgain || isUnmerged
            ? undefined
            : withNewerPiece(current, piece.markdown, markdown, behind, twins, piece.album);
        if (next === undefined) {
          outcome = 'conflict';
          this.#store.forgetEdit(piece);
        }
        return next;
      });
      if (outcome === 'written') this.#store.edited(piece, markdown, version);
      return outcome;
    });
  }

  /**
   * Clears the draft flag and sets the date, unless it is still to come. Done twice, it does it once. `aliases`: those
   * that the entry needs by its new text, in place of its own.
   */
  publish(
    file: string,
    now: number,
    timeZone: string,
    aliases?: NeededAliases,
  ): Promise<PublishOutcome> {
    return this.#lock.run(async () => {
      let outcome = 'missing' as PublishOutcome;
      await changeFile(this.path(file), (source) => {
        outcome = 'missing';
        if (source === undefined) return undefined;
        const published = publishedText(file, source, now, timeZone, aliases);
        outcome = published.outcome;
        return published.text;
      });
      return outcome;
    });
  }

  /**
   * Describes a picture of a draft; edits of the messages that it came with keep the description. Done twice, it does it
   * once.
   */
  setAlt(draft: Draft, picture: string, given: string): Promise<AltOutcome> {
    const words = altText(given);
    return this.#lock.run(async () => {
      let outcome = 'missing' as AltOutcome;
      await changeFile(this.path(draft.file), (source) => {
        outcome = source === undefined ? 'missing' : 'absent';
        const described = source === undefined ? undefined : withAlt(source, picture, words);
        if (source === undefined || described === undefined) return undefined;
        outcome = keepsWhatIsByHand(draft.file, source, described) ? 'written' : 'by-hand';
        return outcome === 'written' ? described : undefined;
      });
      if (outcome !== 'written') return outcome;
      this.#store.inTransaction(() => {
        this.#store.setAlt(draft, picture, words);
        this.#store.changePieces(draft, (piece) => bodyWithAlt(piece, picture, words) ?? piece);
      });
      return outcome;
    });
  }

  /** What a file of the content folder says; undefined where it is not there. */
  text(file: string): Promise<string | undefined> {
    return readIfThere(this.path(file));
  }

  /** Where a file of the content folder is on disk. */
  path(file: string): string {
    return join(this.#contentFolder, file);
  }

  async #intention(draft: Draft, contribution: Contribution): Promise<Piece> {
    const known = this.#store.piece(contribution);
    if (known) return known;
    const current = await this.text(draft.file);
    const before = current === undefined ? undefined : hash('sha256', current);
    this.#store.intend({ ...contribution, draft, before });
    return { ...contribution, draft, before, after: undefined, written: false };
  }

  /** A file that is nobody's draft, has the name of this moment, and the mark of a message. */
  #nameWith(mark: Mark, at: number, timeZone: string, withFiles: boolean): string | undefined {
    for (let number = 1; ; number++) {
      const file = filesAt(at, timeZone, number)[withFiles ? 1 : 0];
      if (!existsSync(this.path(file))) return undefined;
      const isKnown = this.#store.byFile(file) !== undefined;
      if (!isKnown && hasMark(readFileSync(this.path(file), 'utf8'), mark)) return file;
    }
  }

  #freeName(at: number, timeZone: string, withFiles: boolean): string {
    for (let number = 1; ; number++) {
      const files = filesAt(at, timeZone, number);
      const isTaken = (file: string) =>
        this.#store.byFile(file) !== undefined || existsSync(this.path(file));
      if (!files.some(isTaken)) return files[withFiles ? 1 : 0];
    }
  }
}

/** The files that a note of this moment may be: alone, and in a folder of its own. */
function filesAt(at: number, timeZone: string, number: number): readonly [string, string] {
  const stamp = formatMoment(at, timeZone).slice(0, 19).replaceAll(':', '').replace('T', '-');
  const name = number === 1 ? `notes/${stamp}` : `notes/${stamp}-${number}`;
  return [`${name}.md`, `${name}/index.md`];
}

function hasMark(source: string, { fileName, markdown = '', newer = [] }: Mark): boolean {
  return fileName === undefined
    ? [markdown, ...newer].some((text) => hasBlock(source, text))
    : source.includes(`(${fileName})`);
}

/**
 * Whether a write that was begun before a crash reached the disk: by digest, or if more came since, by its block. A file
 * of which it is not known that it was there has its block from a write that the state knows nothing of.
 */
function wasApplied(piece: Piece, current: string | undefined, mark: Mark): boolean {
  if (current === undefined) return false;
  if (piece.after === undefined)
    return (piece.before === undefined || mark.fileName !== undefined) && hasMark(current, mark);
  return (
    piece.after === hash('sha256', current) ||
    (piece.before !== hash('sha256', current) &&
      (hasBlock(current, piece.markdown) || hasMark(current, mark)))
  );
}
