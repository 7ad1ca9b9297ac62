import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { pictureState } from '#journal/file/pictureState.ts';
import { pictureLibrary } from '../base/pictures.ts';
import { isForbidden } from '../base/trouble.ts';
import { cell } from '../state/rows.ts';
import { Store } from '../state/store.ts';
import type { Medium } from './channelPost.ts';
import { mediumType } from './mediumFile.ts';

interface Known {
  /** Undefined where the channel cannot show it. */
  readonly medium: Medium | undefined;
  readonly modified: number;
  readonly bytes: number;
}

/**
 * The pictures and films of the content folder, by the digests of their bytes. A picture that cannot be read as one is
 * none for the channel; the owner is told of it once.
 */
export class Pictures extends Store {
  readonly #known = new Map<string, Known>();
  /** Where the pictures are that nobody has looked into yet, by digest. */
  readonly #unexamined = new Map<string, { readonly file: string; readonly path: string }>();
  readonly #readable = new Set<string>();
  readonly #unreadable: Set<string>;

  constructor(database: DatabaseSync) {
    super(database);
    const rows = database.prepare('SELECT digest FROM channel_unreadable_pictures').all();
    this.#unreadable = new Set(
      rows.map((row) => cell(row, 'channel_unreadable_pictures.digest', 'text')),
    );
  }

  /**
   * What the file at `path` shows; undefined where the channel cannot show it, or it is known to be unreadable.
   *
   * @throws {ForbiddenPictureError} where the bot may not read it.
   */
  find(file: string, path: string): Medium | undefined {
    const { mtimeMs: modified, size: bytes } = statSync(path);
    const known = this.#known.get(file);
    const isSame = known?.modified === modified && known.bytes === bytes;
    const medium = isSame ? known.medium : mediumOf(file, path, bytes);
    this.#known.set(file, { medium, modified, bytes });
    if (!medium || medium.type === 'video') return medium;
    const { digest } = medium.picture;
    if (this.#unreadable.has(digest)) return undefined;
    if (!this.#readable.has(digest)) this.#unexamined.set(digest, { file, path });
    return medium;
  }

  /** Looks into the pictures that were asked for since. @returns whether one of them is unreadable. */
  async examine(): Promise<boolean> {
    let isAnyUnreadable = false;
    for (const [digest, { file, path }] of this.#unexamined) {
      this.#unexamined.delete(digest);
      if (await isReadable(path)) this.#readable.add(digest);
      else {
        isAnyUnreadable = true;
        this.#unreadable.add(digest);
        this.run`INSERT INTO channel_unreadable_pictures (digest, file) VALUES (${digest}, ${file})
          ON CONFLICT DO NOTHING`;
      }
    }
    return isAnyUnreadable;
  }

  /** Files of unreadable pictures of which the owner has not been told; asked for, they count as told. */
  takeUntold(): string[] {
    return this.inTransaction(() => {
      const files = this.rows((row) => cell(row, 'channel_unreadable_pictures.file', 'text'))`
        SELECT file FROM channel_unreadable_pictures WHERE told = 0 ORDER BY file`;
      this.run`UPDATE channel_unreadable_pictures SET told = 1`;
      return files;
    });
  }
}

/** Thrown for a picture that the bot has no right to read. */
export class ForbiddenPictureError extends Error {
  constructor(file: string, cause: unknown) {
    super(`${file} may not be read`, { cause });
  }
}

function mediumOf(file: string, path: string, bytes: number): Medium | undefined {
  try {
    return mediumIn(file, path, bytes);
  } catch (error) {
    throw isForbidden(error) ? new ForbiddenPictureError(file, error) : error;
  }
}

function mediumIn(file: string, path: string, bytes: number): Medium | undefined {
  const type = mediumType(path, bytes);
  return type && { type, picture: { file, digest: digestOf(path) } };
}

function digestOf(path: string): string {
  return hash('sha256', readFileSync(path)).slice(0, 16);
}

async function isReadable(path: string): Promise<boolean> {
  return (await pictureState(await readFile(path), await pictureLibrary())).is !== 'broken';
}
