import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import type { ContentFile } from '#journal/content/journal.ts';
import { decodeText } from '#journal/file/encoding.ts';

interface KnownText {
  /** Changes whenever the file does. */
  readonly stamp: string;
  readonly text: ContentFile;
}

/** A file that was changed less than this before it was read may be changed again without another time on it. */
const leastAgeMilliseconds = 100;

/** The coarsest clock of a disk, that of FAT, has steps of two seconds: what another process finds may lie anywhere. */
const settledMilliseconds = 2000;

/**
 * The texts of a content folder that are read again and again: what did not change since is not read again. No program
 * sets the time at which a file was changed (`ctime`), as it may set that of its content (`mtime`).
 */
export class TextFiles {
  readonly #known = new Map<string, KnownText>();

  /**
   * A text in UTF-8; undefined for one in which something is wrong, and for one that cannot be read. `before` is the stamp
   * under which another process found it sound: while it has that, it is read when somebody asks for its source.
   */
  read(file: string, path: string, before?: string): ContentFile | undefined {
    try {
      const known = this.#known.get(file);
      const stamp = known || before ? stampOf(statSync(path)) : undefined;
      if (known && known.stamp === stamp) return known.text;
      if (stamp === undefined || before !== stamp) return this.#fresh(file, path);
      const text = new LaterText(file, path, stamp);
      this.#known.set(file, { stamp, text });
      return text;
    } catch {
      this.#known.delete(file);
      return undefined;
    }
  }

  /** Has all texts read again that are asked for. */
  forget(): void {
    this.#known.clear();
  }

  #fresh(file: string, path: string): ContentFile | undefined {
    const now = Date.now();
    const { source, status } = utf8TextOf(file, path);
    const age = now - status.ctimeMs;
    const stamp = stampOf(status);
    const text = { file, source, ...(age > settledMilliseconds && { stamp }) };
    if (age >= leastAgeMilliseconds) this.#known.set(file, { stamp, text });
    else this.#known.delete(file);
    return text;
  }
}

/** A text that is read when somebody asks for it, which may be never. */
class LaterText implements ContentFile {
  readonly file: string;
  readonly stamp: string;
  readonly isSound = true;
  readonly #path: string;
  #source: string | undefined;

  constructor(file: string, path: string, stamp: string) {
    this.file = file;
    this.#path = path;
    this.stamp = stamp;
  }

  /** @throws for a file that is not as it was when the folder was read. */
  get source(): string {
    this.#source ??= this.#read();
    return this.#source;
  }

  #read(): string {
    let cause: unknown;
    try {
      const { source } = utf8TextOf(this.file, this.#path);
      // Asked once more: what was written meanwhile would be kept for what the stamp stands for.
      if (stampOf(statSync(this.#path)) === this.stamp) return source;
    } catch (error) {
      cause = error;
    }
    throw new Error(`${this.file} was changed while the journal was read: try again`, { cause });
  }
}

/** The text of a file, and its status, before that was read. @throws for any other than UTF-8. */
function utf8TextOf(file: string, path: string): { source: string; status: Stats } {
  const { bytes, status } = contentOf(path);
  const { source, seen } = decodeText(bytes);
  if (seen) throw new Error(`${file} is not in UTF-8`);
  return { source, status };
}

/** In which files are read, one after the other. */
const room = Buffer.alloc(1 << 16);

/** The bytes of a file, until the next one is read, and its status, before they were read. */
function contentOf(path: string): { bytes: Uint8Array; status: Stats } {
  const descriptor = openSync(path, 'r');
  try {
    const status = fstatSync(descriptor);
    // Node would ask for the status again. A file that has another length by now is read anew.
    const read = status.size < room.length ? readSync(descriptor, room, 0, room.length, 0) : -1;
    const isWhole = read === status.size;
    return { bytes: isWhole ? room.subarray(0, read) : readFileSync(descriptor), status };
  } finally {
    closeSync(descriptor);
  }
}

function stampOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}
