import { type FSWatcher, statSync, watch } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from '#journal/content/folderWalk.ts';

/** What is told of a folder. Paths are absolute. */
export interface FolderHearer {
  /** Something is not as it was when the folder was read. */
  changed(path: string): void;
  /** A folder cannot be looked after: why. Of several, the first is told. */
  failed(path: string, error: unknown): void;
}

/** Which files came and which went between two times that the folder was read. */
export interface FolderNews {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** One folder that the system looks after for us. */
interface Place {
  readonly watcher: FSWatcher;
  /** Another one where another folder has the name. */
  readonly stamp: string;
  /** Names in it that others lead to, each with the path under which it was read. */
  readonly targets: Map<string, string>;
  /** Whether all in it counts. */
  isWhole: boolean;
}

/**
 * A folder that is read again and again, and looked after meanwhile: each folder in it from before it is read, so that
 * nothing can be written unseen. Of files nothing is asked: five thousand of them are one question.
 */
export class WatchedFolder {
  readonly #root: string;
  #hearer: FolderHearer | undefined;
  #missed: string | undefined;
  #failure: Parameters<FolderHearer['failed']> | undefined;
  readonly #places = new Map<string, Place>();
  #used = new Set<string>();
  #found = new Set<string>();
  #files: ReadonlySet<string> = new Set();
  #isClosed = false;

  /** `root` is absolute. */
  constructor(root: string) {
    this.#root = root;
  }

  /** Whether there was such a file when the folder was read last. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Tells `hearer` of each change, and of what nobody has heard of yet. */
  hear(hearer: FolderHearer): void {
    this.#hearer = hearer;
    if (this.#failure) hearer.failed(...this.#failure);
    const missed = this.#missed;
    if (missed !== undefined) queueMicrotask(() => hearer.changed(missed));
  }

  /** Has `read` read the folder, by the file system that it is given. */
  async read<T>(
    read: (fileSystem: FileSystem) => Promise<T>,
  ): Promise<{ readonly result: T; readonly news: FolderNews }> {
    this.#used = new Set();
    this.#found = new Set();
    this.#followName(this.#root, this.#root);
    const result = await read(this.#fileSystem);
    for (const [path, place] of this.#places) if (!this.#used.has(path)) this.#leave(path, place);
    const [before, now] = [this.#files, this.#found];
    this.#files = now;
    return { result, news: { added: less(now, before), removed: less(before, now) } };
  }

  close(): void {
    this.#isClosed = true;
    for (const [path, place] of this.#places) this.#leave(path, place);
  }

  readonly #fileSystem: FileSystem = {
    readdir: async (path, options) => {
      const place = this.#placeAt(path);
      if (place) place.isWhole = true;
      const items = await nodeFiles.readdir(path, options);
      for (const item of items) if (!item.isDirectory()) this.#found.add(join(path, item.name));
      return items;
    },
    readFile: nodeFiles.readFile,
    stat: nodeFiles.stat,
    realpath: async (path) => {
      const real = await nodeFiles.realpath(path);
      this.#followName(real, path);
      return real;
    },
  };

  /** Looks after what a path leads to, which another file may take the place of. */
  #followName(real: string, path: string): void {
    this.#placeAt(dirname(real))?.targets.set(basename(real), path);
  }

  #placeAt(path: string): Place | undefined {
    const folder = join(path);
    const known = this.#places.get(folder);
    try {
      const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true });
      // Systems give the number of a folder that is gone to the next one.
      const stamp = `${dev} ${ino} ${birthtimeNs}`;
      if (known?.stamp === stamp) return this.#use(folder, known);
      if (known) this.#leave(folder, known);
      if (this.#isClosed) return undefined;
      return this.#use(folder, this.#begin(folder, stamp));
    } catch (error) {
      // Whoever reads it finds out that it is not there.
      if (!isGone(error)) this.#fail(folder, error);
      return undefined;
    }
  }

  #fail(path: string, error: unknown): void {
    if (this.#failure) return;
    this.#failure = [path, error];
    this.#hearer?.failed(path, error);
  }

  #begin(folder: string, stamp: string): Place {
    // The server lives as long as it serves.
    const watcher = watch(folder, { persistent: false }, (_, name) => this.#hearIn(folder, name));
    const place: Place = { watcher, stamp, targets: new Map(), isWhole: false };
    // So it is where a folder goes: the one around it tells.
    watcher.on('error', () => this.#leave(folder, place));
    this.#places.set(folder, place);
    return place;
  }

  #use(folder: string, place: Place): Place {
    if (this.#used.has(folder)) return place;
    this.#used.add(folder);
    place.targets.clear();
    place.isWhole = false;
    return place;
  }

  #hearIn(folder: string, name: string | null): void {
    const place = this.#places.get(folder);
    if (!place) return;
    if (place.isWhole) this.#tell(name === null ? folder : join(folder, name));
    const target = name === null ? undefined : place.targets.get(name);
    if (target !== undefined) this.#tell(target);
  }

  #tell(path: string): void {
    if (this.#hearer) this.#hearer.changed(path);
    else this.#missed = path;
  }

  #leave(folder: string, place: Place): void {
    place.watcher.close();
    if (this.#places.get(folder) === place) this.#places.delete(folder);
  }
}

function less(some: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...some].filter((one) => !others.has(one));
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:ENOENT|ENOTDIR)$/.test(`${error.code}`);
}
