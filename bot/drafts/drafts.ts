import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { editFrontMatter } from '#journal/frontMatter.ts';
import { formatMoment, parseMoment } from '#journal/moment.ts';
import { inTransaction } from '../database.ts';
import { moveDurably, writeFileAtomic } from '../files.ts';
import type { Lock } from '../lock.ts';
import type { Draft, DraftStore, MessagePlace, Piece } from './draftStore.ts';
import { readMatter } from './matter.ts';

/** What a chat message wants to put into the journal. */
export interface Contribution extends MessagePlace {
  /** Seconds since 1970: of the message, or of its edit. */
  readonly version: number;
  /** Seconds since 1970 at which the message was sent. */
  readonly date: number;
  readonly markdown: string;
  readonly mediaGroup: string | undefined;
}

/** What became of an edit: written, older than what is there, its draft gone, or in the way of a change by hand. */
export type EditOutcome = 'written' | 'outdated' | 'missing' | 'conflict';

/** What became of a wish to publish. */
export type PublishOutcome = 'published' | 'scheduled' | 'already' | 'missing';

/**
 * Drafts on disk. Every change is intended in the database, written to the file, then settled; done again after a
 * crash, it finds what it did.
 */
export class Drafts {
  readonly #database: DatabaseSync;
  readonly #store: DraftStore;
  readonly #contentFolder: string;
  readonly #lock: Lock;

  constructor(database: DatabaseSync, store: DraftStore, contentFolder: string, lock: Lock) {
    this.#database = database;
    this.#store = store;
    this.#contentFolder = contentFolder;
    this.#lock = lock;
  }

  /**
   * The note draft that a message begins, on the same name however often it is asked for. `withFiles`: the draft gets
   * a folder of its own, so that pictures lie beside it.
   */
  begin(
    place: MessagePlace & Pick<Contribution, 'date' | 'mediaGroup'>,
    timeZone: string,
    withFiles: boolean,
    now: number,
  ): Draft {
    const known = this.#store.byMessage(place);
    if (known) return known;
    return inTransaction(this.#database, () => {
      const draft = this.#store.ensure(this.#freeName(place.date * 1000, timeZone, withFiles), now);
      this.#store.intend({ ...place, draft, markdown: '', version: 0, before: undefined });
      if (place.mediaGroup !== undefined) this.#store.setMediaGroup(draft, place.mediaGroup);
      return draft;
    });
  }

  /** Puts a contribution into a draft: at its end, or as its beginning. When this resolves it is on disk. */
  write(draft: Draft, contribution: Contribution, timeZone: string): Promise<void> {
    return this.#lock.run(() => this.#write(draft, contribution, timeZone));
  }

  async #write(draft: Draft, contribution: Contribution, timeZone: string): Promise<void> {
    const path = this.path(draft.file);
    const piece = await this.#intention(draft, contribution);
    if (piece.written) return;
    const current = await readIfThere(path);
    if (!wasApplied(piece, current)) {
      const begun = current ?? newDraft(contribution.date * 1000, timeZone);
      const text = appended(begun, contribution.markdown);
      this.#store.intendAfter(contribution, digest(text));
      try {
        await writeFileAtomic(path, text);
      } catch (error) {
        this.#store.intendAfter(contribution, undefined);
        throw error;
      }
    }
    this.#store.edited(contribution, contribution.markdown, contribution.version);
  }

  /** Puts the newer text of an edited message in place of the older one. */
  edit(piece: Piece, markdown: string, version: number): Promise<EditOutcome> {
    return this.#lock.run(() => this.#edit(piece, markdown, version));
  }

  async #edit(piece: Piece, markdown: string, version: number): Promise<EditOutcome> {
    if (version < piece.version) return 'outdated';
    const path = this.path(piece.draft.file);
    const current = await readIfThere(path);
    if (current === undefined) return 'missing';
    if (markdown === piece.markdown) {
      this.#store.edited(piece, markdown, version);
      return 'written';
    }
    const before = this.#store.intendEdit(piece, markdown, digest(current));
    if (before === digest(current)) {
      const place = placeOf(current, piece.markdown);
      if (place === undefined) return 'conflict';
      await writeFileAtomic(
        path,
        current.slice(0, place) + markdown + current.slice(place + piece.markdown.length),
      );
    } else if (!current.includes(markdown)) {
      return 'conflict';
    }
    this.#store.edited(piece, markdown, version);
    return 'written';
  }

  /** Clears the draft flag and sets the date, unless it is still to come. Done twice, it does it once. */
  publish(file: string, now: number, timeZone: string): Promise<PublishOutcome> {
    return this.#lock.run(() => this.#publish(file, now, timeZone));
  }

  async #publish(file: string, now: number, timeZone: string): Promise<PublishOutcome> {
    const path = this.path(file);
    const source = await readIfThere(path);
    if (source === undefined) return 'missing';
    const matter = readMatter(source, file);
    if (matter?.['draft'] !== 'true') return 'already';
    const planned = parseMoment(String(matter['date'] ?? ''), timeZone)?.at ?? 0;
    const date = planned > now ? {} : { date: formatMoment(now, timeZone) };
    await writeFileAtomic(path, editFrontMatter(source, { ...date, draft: undefined }));
    return planned > now ? 'scheduled' : 'published';
  }

  /** Moves a draft, with what lies beside it in its own folder, out of the journal to `stateFolder/discarded`. */
  discard(file: string, stateFolder: string, now: number): Promise<string | undefined> {
    return this.#lock.run(() => this.#discard(file, stateFolder, now));
  }

  async #discard(file: string, stateFolder: string, now: number): Promise<string | undefined> {
    const inFolder = /\/index\.mdx?$/.test(file);
    const name = inFolder ? file.replace(/\/index\.mdx?$/, '') : file;
    const path = this.path(name);
    if (!existsSync(path)) return undefined;
    const target = join(stateFolder, 'discarded', `${now}-${name.replaceAll('/', '-')}`);
    await moveDurably(path, target);
    return target;
  }

  /** Where a file of the content folder is on disk. */
  path(file: string): string {
    return join(this.#contentFolder, file);
  }

  async #intention(draft: Draft, contribution: Contribution): Promise<Piece> {
    const known = this.#store.piece(contribution);
    if (known) return known;
    const current = await readIfThere(this.path(draft.file));
    const before = current === undefined ? undefined : digest(current);
    this.#store.intend({ ...contribution, draft, before });
    return { ...contribution, draft, before, after: undefined, written: false };
  }

  #freeName(at: number, timeZone: string, withFiles: boolean): string {
    const stamp = formatMoment(at, timeZone).slice(0, 19).replaceAll(':', '').replace('T', '-');
    for (let number = 1; ; number++) {
      const name = number === 1 ? `notes/${stamp}` : `notes/${stamp}-${number}`;
      const taken = [`${name}.md`, `${name}/index.md`].some(
        (file) => this.#store.byFile(file) !== undefined || existsSync(this.path(file)),
      );
      if (!taken) return withFiles ? `${name}/index.md` : `${name}.md`;
    }
  }
}

/** Whether a write that was begun before a crash reached the disk: by digest, or if more came since, by its block. */
function wasApplied(piece: Piece, current: string | undefined): boolean {
  if (current === undefined || piece.after === undefined) return false;
  return (
    piece.after === digest(current) ||
    (piece.before !== digest(current) && hasBlock(current, piece.markdown))
  );
}

function newDraft(at: number, timeZone: string): string {
  return `---\ndate: ${formatMoment(at, timeZone)}\ndraft: true\n---\n`;
}

function appended(source: string, markdown: string): string {
  return markdown === '' ? source : `${source.trimEnd()}\n\n${markdown}\n`;
}

/** Where a piece stands in a file, if that is certain: as a block of its own, else as the only such text. */
function placeOf(source: string, markdown: string): number | undefined {
  const places = placesOf(source, markdown);
  const blocks = places.filter((at) => isBlock(source, at, markdown));
  const certain = blocks.length > 0 ? blocks : places;
  return certain.length === 1 ? certain[0] : undefined;
}

function hasBlock(source: string, markdown: string): boolean {
  return placesOf(source, markdown).some((at) => isBlock(source, at, markdown));
}

function placesOf(source: string, markdown: string): number[] {
  const places: number[] = [];
  if (markdown === '') return places;
  for (let at = source.indexOf(markdown); at !== -1; at = source.indexOf(markdown, at + 1))
    places.push(at);
  return places;
}

/** Whether empty lines, or the ends of the text, are around it. */
function isBlock(source: string, at: number, markdown: string): boolean {
  const end = at + markdown.length;
  return (
    source.slice(0, at).endsWith('\n\n') &&
    (end >= source.trimEnd().length || source.startsWith('\n\n', end))
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
