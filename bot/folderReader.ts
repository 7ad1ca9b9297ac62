import { readFileSync, statSync } from 'node:fs';
import * as fileSystem from 'node:fs/promises';
import { join } from 'node:path';
import { type Entry, entryKind, type ReadEntry, readEntry } from '#journal/entry.ts';
import { type ContentFolder, readContentFolder } from '#journal/folder.ts';
import { type AssembledJournal, assembleJournal } from '#journal/journal.ts';
import type { Site } from '#journal/schema/site.ts';

const filesAtOnce = 1;

/** A content folder as it was assembled, with the names of all its files. */
export type ReadFolder = AssembledJournal & Pick<ContentFolder, 'names' | 'onDisk'>;

/** Reads one content folder again and again: of the entries only those whose files changed. */
export class FolderReader {
  readonly #root: string;
  readonly #entries = new Map<string, { readonly stamp: string; readonly read: ReadEntry }>();
  #siteSource: string | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  async read(): Promise<ReadFolder> {
    const site = await this.#readSite();
    const fresh = new Map<string, ReadEntry>();
    const turns = new Turns(filesAtOnce);
    const base = this.#root.replaceAll('\\', '/').replace(/\/+$/, '').length + 1;
    const { texts, names, onDisk } = await readContentFolder(this.#root, {
      ...fileSystem,
      readFile: (path, encoding) =>
        turns.take(async () => {
          const file = path.slice(base).normalize('NFC');
          if (!site || !entryKind(file)) return fileSystem.readFile(path, encoding);
          fresh.set(file, await this.#readEntry(file, path, site));
          // The text is in the entry.
          return '';
        }),
    });
    for (const file of this.#entries.keys()) if (!fresh.has(file)) this.#entries.delete(file);
    const assembled = assembleJournal(
      texts,
      (file, source, checked) => fresh.get(file) ?? readEntry(file, source, checked),
    );
    return { ...assembled, names, onDisk };
  }

  /** Undefined where it cannot be read; then all is read anew, and the faults are told. */
  async #readSite(): Promise<Site | undefined> {
    const source = await fileSystem
      .readFile(join(this.#root, 'site.yaml'), 'utf8')
      .catch(() => undefined);
    if (source !== this.#siteSource) this.#entries.clear();
    this.#siteSource = source;
    if (source === undefined) return undefined;
    return assembleJournal([{ file: 'site.yaml', source }]).journal?.site;
  }

  async #readEntry(file: string, path: string, site: Site): Promise<ReadEntry> {
    // Before the text: a change between the two is seen the next time.
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    const stamp = `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
    const known = this.#entries.get(file);
    if (known?.stamp === stamp) return known.read;
    await new Promise((resolve) => setImmediate(resolve));
    const read = withoutYaml(readEntry(file, readFileSync(path, 'utf8'), site), path, site);
    this.#entries.set(file, { stamp, read });
    return read;
  }
}

/** The parsed front matter, ten times its text, is not kept: but the lines that every look at a journal asks for. */
function withoutYaml(read: ReadEntry, path: string, site: Site): ReadEntry {
  const { entry } = read;
  if (!entry) return read;
  const keys: PropertyKey[][] = [
    ['slug'],
    ['id'],
    ...entry.aliases.map((_, at) => ['aliases', at]),
  ];
  const lines = new Map(keys.map((key) => [key.join(), entry.lineOf(key)]));
  return { entry: { ...entry, lineOf: lineFinder(entry.file, path, site, lines) }, faults: [] };
}

/** A function of its own: a closure beside the entry would keep all of it. */
function lineFinder(
  file: string,
  path: string,
  site: Site,
  lines: ReadonlyMap<string, number>,
): Entry['lineOf'] {
  return (key) =>
    lines.get(key.join()) ??
    readEntry(file, readFileSync(path, 'utf8'), site).entry?.lineOf(key) ??
    1;
}

/** Lets so many pieces of work go on at a time. */
class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(free: number) {
    this.#free = free;
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free--;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
