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

/**
 * The texts of a content folder that one process reads again and again: what did not change since is not read again.
 * Another process knows nothing of them: times that a checkout of git has set tell nothing.
 */
export class TextFiles {
  readonly #known = new Map<string, KnownText>();

  /** A text in UTF-8; undefined for one in which something is wrong, and for one that cannot be read. */
  read(file: string, path: string): ContentFile | undefined {
    try {
      const known = this.#known.get(file);
      return known && known.stamp === stampOf(statSync(path))
        ? known.text
        : this.#fresh(file, path);
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
    const { bytes, status } = contentOf(path);
    const { source, seen } = decodeText(bytes);
    if (seen) throw new Error(`${file} is not in UTF-8`);
    const text = { file, source };
    if (now - status.ctimeMs >= leastAgeMilliseconds)
      this.#known.set(file, { stamp: stampOf(status), text });
    else this.#known.delete(file);
    return text;
  }
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
