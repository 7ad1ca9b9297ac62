import { isUtf8 } from 'node:buffer';
import { close, createReadStream, openSync, read } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { dropBuilt } from './built.ts';
import { filesByName, isSourceName, secondOfName, tooLarge } from './folderSource.ts';
import { mostBytesAtOnce, type Source } from './source.ts';

/** Bytes that a file may become for each byte that it has in the archive: text is packed to a tenth, a bomb to a thousandth. */
const mostExpansion = 200;
/** Files below this are no bomb, however well they are packed. */
const harmlessBytes = 1_000_000;
const mostFiles = 500_000;
/** The bit of an archive's flags that says that a name is in UTF-8 (APPNOTE.TXT, 4.4.4). */
const utf8Names = 0x800;

/**
 * What a zip archive holds. Only its list of names is read at first. Names that climb out of the archive, locked files
 * and files that are packed as only a bomb is are refused, each with a word.
 *
 * @throws where the file is no zip archive, or its list cannot be read.
 */
export async function zipSource(path: string): Promise<Source> {
  const zip = await opened(path);
  const files = new Map<string, Entry>();
  const refused: { name: string; why: string }[] = [];
  let count = 0;
  for await (const entry of zip.eachEntry()) {
    count += 1;
    if (count > mostFiles)
      throw new Error(`more than ${mostFiles} files are in it, which no export has`);
    const name = nameOf(entry);
    const refusal = reasonToRefuse(name, entry);
    if (name.endsWith('/') || (refusal === undefined && !isSourceName(name))) continue;
    const why = refusal ?? (files.has(name) ? secondOfName : '');
    if (why === '') files.set(name, entry);
    else refused.push({ name: JSON.stringify(name), why });
  }
  dropBuilt(files);
  return sourceOf(basename(path), zip, files, refused);
}

async function opened(path: string): Promise<ZipFile> {
  const { size } = await stat(path);
  // Names are decoded and looked at one by one: a single wrong one must not cost all others.
  return await yauzl.fromRandomAccessReaderPromise(new FileReader(path), size, {
    autoClose: false,
    decodeStrings: false,
  });
}

/**
 * Reads a file in pieces, each stream by itself: those of yauzl wait for each other, and one that ends while it waits throws
 * where nobody can catch it.
 */
class FileReader extends yauzl.RandomAccessReader {
  readonly #path: string;
  readonly #file: number;

  constructor(path: string) {
    super();
    this.#path = path;
    this.#file = openSync(path, 'r');
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#path, { start, end: end - 1 });
  }

  override read(...[buffer, offset, length, position, callback]: Parameters<Reads>): void {
    read(this.#file, buffer, offset, length, position, callback);
  }

  override close(callback: (error: Error | null) => void): void {
    close(this.#file, (error) => callback(error ?? null));
  }
}

type Reads = yauzl.RandomAccessReader['read'];

/** The name of a file. Archives that macOS makes have it in UTF-8, and do not say so. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const flag = isUtf8(fileNameRaw) ? generalPurposeBitFlag | utf8Names : generalPurposeBitFlag;
  return yauzl.getFileNameLowLevel(flag, fileNameRaw, extraFields, false).normalize('NFC');
}

function reasonToRefuse(fileName: string, entry: Entry): string | undefined {
  const { compressedSize, uncompressedSize } = entry;
  if (yauzl.validateFileName(fileName) !== null) return 'its name leads out of the archive';
  if (/\0/.test(fileName)) return 'its name has a character that no name has';
  if (entry.isEncrypted()) return 'it is locked with a password';
  if (uncompressedSize > harmlessBytes && uncompressedSize > compressedSize * mostExpansion)
    return `it would grow from ${compressedSize} to ${uncompressedSize} bytes, as only zip bombs do`;
  return undefined;
}

const damage = 'its bytes are not those that were packed: the archive is damaged';

/** The pieces of a file, as far as they can be unpacked; whether they are all, their check sum says at the end. */
async function* soundPieces(
  pieces: Readable,
  packed: number,
  tell: () => void,
): AsyncIterable<Uint8Array> {
  let sum = 0;
  let isHandedOn = false;
  try {
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      sum = crc32(piece, sum);
      isHandedOn = true;
      yield piece;
      isHandedOn = false;
    }
  } catch {
    // Whoever needs no more ends the stream, which fails then, too: it is aborted.
    if (!isHandedOn) tell();
    return;
  }
  if (sum !== packed) tell();
}

function sourceOf(
  name: string,
  zip: ZipFile,
  files: ReadonlyMap<string, Entry>,
  refused: Source['refused'],
): Source {
  const { found, ...named } = filesByName(name, files);
  const open = async (file: string): Promise<Readable> =>
    await zip.openReadStreamPromise(found(file));
  const damaged = new Map<string, string>();
  const tell = (file: string) =>
    damaged.set(
      file,
      `${damage}. What could be read was imported; for the rest, download it anew, and import that`,
    );
  return {
    ...named,
    refused,
    size: (file) => found(file).uncompressedSize,
    modified: (file) => found(file).getLastModDate({ timezone: 'UTC' }).getTime(),
    damaged,
    stream: async (file) => {
      const { crc32: packed } = found(file);
      return Readable.from(soundPieces(await open(file), packed, () => tell(file)));
    },
    bytes: async (file) => {
      const { uncompressedSize, crc32: packed } = found(file);
      if (uncompressedSize > mostBytesAtOnce) throw new Error(tooLarge(uncompressedSize));
      const bytes = await buffer(await open(file));
      if (crc32(bytes) !== packed) throw new Error(`${damage}; download it anew, and import that`);
      return bytes;
    },
    close: () => zip.close(),
  };
}
