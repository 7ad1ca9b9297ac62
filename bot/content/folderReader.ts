import { readFileSync, statSync } from 'node:fs';
import * as fileSystem from 'node:fs/promises';
import { join } from 'node:path';
import { isCommentsFile, type ReadComments, readComments } from '#journal/content/comments.ts';
import { type Entry, entryKind, type ReadEntry, readEntry } from '#journal/content/entry.ts';
import { type ContentFolder, readContentFolder } from '#journal/content/folder.ts';
import {
  type AssembledJournal,
  assembleJournal,
  type ContentFile,
} from '#journal/content/journal.ts';
import {
  type KnownFaults,
  knownFaultsFile,
  readKnownFaults,
} from '#journal/content/knownFaults.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { decodeText } from '#journal/file/encoding.ts';
import type { Site } from '#journal/schema/site.ts';
import { Lock } from '../base/lock.ts';

/** A content folder as it was assembled, with the names of all its files. */
export type ReadFolder = AssembledJournal &
  Pick<ContentFolder, 'names' | 'onDisk'> & { readonly known: KnownFaults };

/** What was read under one site.yaml: another one may give every entry another date and path. */
interface Known {
  /** The text of site.yaml, and what it says; undefined where it cannot be read. */
  readonly source: string | undefined;
  readonly site: Site | undefined;
  readonly entries: Map<string, { readonly stamp: string; readonly read: ReadEntry }>;
}

/** Files of comments as they were read, and when. */
type KnownComments = Map<string, { readonly stamp: string; readonly read: ReadComments }>;

/** Stands for the files of comments where nobody asks for them. */
const passedOver: ContentFile = { file: '', source: '' };

/** Reads one content folder again and again: of the entries only those whose files changed. */
export class FolderReader {
  readonly #root: string;
  #known: Known = { source: undefined, site: undefined, entries: new Map() };
  readonly #comments: KnownComments = new Map();

  constructor(root: string) {
    this.#root = root;
  }

  /** `withComments` off: the files of comments are passed over, and what is wrong with them is not told. */
  async read(withComments = true): Promise<ReadFolder> {
    const { site, entries } = await this.#readSite();
    const fresh = new Map<string, ReadEntry>();
    const one = new Lock();
    const folder = await readContentFolder(this.#root, fileSystem, (file, path) =>
      one.run(async () => {
        if (isCommentsFile(file)) return withComments ? this.#readComments(file, path) : passedOver;
        if (!site || !entryKind(file)) return undefined;
        const read = await readOnce(file, path, site, entries);
        if (!read) return undefined;
        fresh.set(file, read);
        // The text is in the entry.
        return { file, source: '' };
      }),
    );
    for (const file of entries.keys()) if (!fresh.has(file)) entries.delete(file);
    for (const file of this.#comments.keys())
      if (!folder.names.has(file)) this.#comments.delete(file);
    const texts = folder.texts.filter((text) => text !== passedOver);
    const assembled = assembleJournal(texts, {
      entryOf: (file, source, checked) => fresh.get(file) ?? readEntry(file, source, checked),
      commentsOf: (file, source) => this.#comments.get(file)?.read ?? readComments(file, source),
      outside: folder,
    });
    const list = texts.find(({ file }) => file === knownFaultsFile)?.source ?? '';
    const known = readKnownFaults(list);
    return { ...assembled, known, names: folder.names, onDisk: folder.onDisk };
  }

  /** What the file says is kept, its text is not; undefined for one whose fault is to be told. */
  async #readComments(file: string, path: string): Promise<ContentFile | undefined> {
    const stamp = stampOf(path);
    const isKnown = stamp !== undefined && this.#comments.get(file)?.stamp === stamp;
    const source = isKnown ? '' : utf8TextOf(path);
    if (stamp === undefined || source === undefined) {
      this.#comments.delete(file);
      return undefined;
    }
    if (!isKnown) this.#comments.set(file, { stamp, read: readComments(file, source) });
    return { file, source: '' };
  }

  /** Without a site all is read anew, and the faults are told. */
  async #readSite(): Promise<Known> {
    const source = await fileSystem
      .readFile(join(this.#root, 'site.yaml'), 'utf8')
      .catch(() => undefined);
    if (source !== this.#known.source) {
      const site =
        source === undefined
          ? undefined
          : assembleJournal([{ file: 'site.yaml', source }]).journal?.site;
      this.#known = { source, site, entries: new Map() };
    }
    return this.#known;
  }
}

/** Reads an entry, if its file is another than the one that is known; undefined for one whose fault is to be told. */
async function readOnce(
  file: string,
  path: string,
  site: Site,
  entries: Known['entries'],
): Promise<ReadEntry | undefined> {
  // Before the text: a change between the two is seen the next time.
  const stamp = stampOf(path);
  const known = entries.get(file);
  if (known && known.stamp === stamp) return known.read;
  await new Promise((resolve) => setImmediate(resolve));
  const source = utf8TextOf(path);
  if (stamp === undefined || source === undefined) return undefined;
  const read = kept(readEntry(file, source, site), source, new EntryFile(file, path, site, stamp));
  entries.set(file, { stamp, read });
  return read;
}

/** Changes whenever the file does; undefined where the system does not let anybody look. */
function stampOf(path: string): string | undefined {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}

/** The text of a file that is UTF-8; undefined for any other, and where nobody may read it. */
export function utf8TextOf(path: string): string | undefined {
  try {
    const { source, seen } = decodeText(readFileSync(path));
    return seen ? undefined : source;
  } catch {
    return undefined;
  }
}

/**
 * Of thousands of entries neither the text nor the parsed front matter, ten times its size, is kept. What is seldom
 * wanted is read again: of the lines all but those that every look at a journal asks for.
 */
function kept(read: ReadEntry, source: string, onDisk: EntryFile): ReadEntry {
  if (!read.entry) return read;
  const { lineOf, body, ...own } = read.entry;
  const keys: PropertyKey[][] = [['slug'], ['id'], ...own.aliases.map((_, at) => ['aliases', at])];
  const lines = new Map(keys.map((key) => [key.join(), lineOf(key)]));
  const rest = new LazyPart(onDisk, lines, source.endsWith(body) ? body.length : undefined);
  // A clone: strings that were cut out of the file's text would keep all of it.
  return { entry: Object.assign(rest, structuredClone(own)), faults: [] };
}

/** The part of an entry that its file is read for again. Its members are inherited: a spread copies none of them. */
class LazyPart implements Pick<Entry, 'body' | 'lineOf'> {
  readonly #onDisk: EntryFile;
  readonly #lines: ReadonlyMap<string, number>;
  readonly #bodyLength: number | undefined;

  constructor(
    onDisk: EntryFile,
    lines: ReadonlyMap<string, number>,
    bodyLength: number | undefined,
  ) {
    this.#onDisk = onDisk;
    this.#lines = lines;
    this.#bodyLength = bodyLength;
  }

  get body(): string {
    return this.#onDisk.body(this.#bodyLength);
  }

  lineOf(key: readonly PropertyKey[]): number {
    return this.#lines.get(key.join()) ?? this.#onDisk.read().lineOf(key);
  }
}

/** The file of an entry that was read once. */
class EntryFile {
  readonly #file: string;
  readonly #path: string;
  readonly #site: Site;
  readonly #stamp: string;

  constructor(file: string, path: string, site: Site, stamp: string) {
    this.#file = file;
    this.#path = path;
    this.#site = site;
    this.#stamp = stamp;
  }

  /** @throws where it has gone or become wrong since; the next look at the journal knows that. */
  read(): Entry {
    const { entry, faults } = readEntry(this.#file, readFileSync(this.#path, 'utf8'), this.#site);
    if (!entry) throw new Error(faults.map((fault) => formatFault(fault)).join('\n'));
    return entry;
  }

  /** The last `length` characters, as long as nobody has changed the file. @throws as {@link read} does. */
  body(length: number | undefined): string {
    if (length === undefined || stampOf(this.#path) !== this.#stamp) return this.read().body;
    const source = readFileSync(this.#path, 'utf8');
    return source.slice(source.length - length);
  }
}
