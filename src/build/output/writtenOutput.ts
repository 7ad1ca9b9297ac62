import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { namesBelow, removeEmptyFolders } from '../../files/outputFolder.ts';

/** A file as a build left it. */
interface Written {
  readonly digest: string;
  /** Changes whenever the file does, though not only then. */
  readonly stamp: string;
}

const filesAtOnce = 32;

/**
 * What the last build of one content folder into one output folder left there. Astro, and all else that keeps what is
 * unchanged, goes by the names of files: between two builds another journal may have been built into the same folder,
 * files may have been edited or restored, or a build may have broken off. So whatever is not, byte for byte, what the
 * last finished build wrote is removed before a build; then a file that is there is the right one.
 */
export class WrittenOutput {
  readonly #folder: string;
  readonly #list: string;
  /** A file that is there from the first build on. */
  readonly #begun: string;
  #known = new Map<string, Written>();

  /** `list` is the file in which it is kept. */
  constructor(folder: string, list: string) {
    this.#folder = folder;
    this.#list = list;
    this.#begun = `${list}.begun`;
  }

  /** Whether a build has begun to write into the folder, so that what is there is a build's. */
  isKnown(): boolean {
    return existsSync(this.#list) || existsSync(this.#begun);
  }

  /**
   * Removes what is not known to be right. The list is gone until {@link keep}: where a build breaks off, the next one
   * knows of nothing.
   *
   * @returns whether the last build was finished, so that what was kept beside the list is of the same build.
   */
  async clear(): Promise<boolean> {
    const last = readList(this.#list);
    mkdirSync(dirname(this.#begun), { recursive: true });
    writeFileSync(this.#begun, '');
    await rm(this.#list, { force: true });
    this.#known = new Map();
    const limit = pLimit(filesAtOnce);
    const there = await namesBelow(this.#folder);
    await Promise.all(
      there.map((file) =>
        limit(async () => {
          const before = last?.get(file);
          // Names that begin with a dot are somebody else's, unless it was a build that put them there.
          if (file.startsWith('.') && !before) return;
          const now = before && !isAlwaysWritten(file) && (await this.#look(file, before));
          if (now && now.digest === before.digest) this.#known.set(file, now);
          else await rm(join(this.#folder, file), { force: true });
        }),
      ),
    );
    if (there.length > 0) await removeEmptyFolders(this.#folder);
    return last !== undefined;
  }

  /** Writes down how `files` (names from the folder) were left. */
  async keep(files: Iterable<string>): Promise<void> {
    const limit = pLimit(filesAtOnce);
    const list = await Promise.all(
      [...files].map((file) =>
        limit(async () => [file, await this.#look(file, this.#known.get(file))] as const),
      ),
    );
    await mkdir(dirname(this.#list), { recursive: true });
    const unfinished = `${this.#list}.${process.pid}.new`;
    await writeFile(unfinished, JSON.stringify(list.filter(([, written]) => written)));
    await rename(unfinished, this.#list);
  }

  /** Undefined for what is no file of its own: a link might lead out of the folder. */
  async #look(file: string, known: Written | undefined): Promise<Written | undefined> {
    const path = join(this.#folder, file);
    const stamp = stampOf(path);
    if (stamp === undefined) return undefined;
    if (stamp === known?.stamp) return known;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return { digest: hash.digest('base64url'), stamp };
  }
}

/** Asked of thousands, which is several times as much work where each is awaited. */
function stampOf(path: string): string | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status?.isFile()) return undefined;
  return `${status.size} ${status.mtimeMs} ${status.ctimeMs} ${status.ino}`;
}

/** What bundlers write is named by its digest, and nobody asks whether it is there. */
function isAlwaysWritten(file: string): boolean {
  return file.startsWith('_astro/') || file.startsWith('.');
}

function readList(path: string): Map<string, Written> | undefined {
  try {
    return new Map(JSON.parse(readFileSync(path, 'utf8')) as [string, Written][]);
  } catch {
    return undefined;
  }
}
