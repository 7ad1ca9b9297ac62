import { readFileSync, statSync } from 'node:fs';
import { type Entry, type ReadEntry, readEntry } from '#journal/content/entry.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { decodeText } from '#journal/file/encoding.ts';
import type { Site } from '#journal/schema/siteSchema.ts';

/** A sound entry, as plain data: what is kept of it from one process to the next. */
export interface KeptEntry {
  readonly stamp: string;
  readonly own: Omit<Entry, 'body' | 'lineOf'>;
  /** Lines of the front matter that every look at a journal asks for, by their keys. */
  readonly lines: readonly (readonly [keys: string, line: number])[];
  /** How many characters the body has, if the file ends with it. */
  readonly bodyLength?: number;
}

/** Where an entry comes from. */
export interface EntryPlace {
  readonly file: string;
  /** On disk. */
  readonly path: string;
  readonly site: Site;
}

/**
 * Of thousands of entries neither the text nor the parsed front matter, ten times its size, is kept. What is seldom
 * wanted is read again: of the lines all but those that every look at a journal asks for.
 */
export function keptEntry(entry: Entry, source: string, stamp: string): KeptEntry {
  const { lineOf, body, ...own } = entry;
  const keys: PropertyKey[][] = [['slug'], ['id'], ...own.aliases.map((_, at) => ['aliases', at])];
  const kept: KeptEntry = {
    stamp,
    own,
    lines: keys.map((key) => [key.join(), lineOf(key)] as const),
    ...(source.endsWith(body) && { bodyLength: body.length }),
  };
  // By way of JSON: strings that were cut out of the file's text would keep all of it.
  return JSON.parse(JSON.stringify(kept));
}

/** An entry out of what is kept of it; its file is read for what is not. */
export function entryFrom(kept: KeptEntry, place: EntryPlace): ReadEntry {
  return { entry: Object.assign(new LazyPart(kept, place), kept.own), faults: [] };
}

/** The part of an entry that its file is read for again. Its members are inherited: a spread copies none of them. */
class LazyPart implements Pick<Entry, 'body' | 'lineOf'> {
  readonly #kept: KeptEntry;
  readonly #place: EntryPlace;

  constructor(kept: KeptEntry, place: EntryPlace) {
    this.#kept = kept;
    this.#place = place;
  }

  get body(): string {
    const { stamp, bodyLength } = this.#kept;
    const { path } = this.#place;
    if (bodyLength === undefined || stampOf(path)?.words !== stamp) return this.#read().body;
    const source = readFileSync(path, 'utf8');
    return source.slice(source.length - bodyLength);
  }

  lineOf(key: readonly PropertyKey[]): number {
    const known = this.#kept.lines.find(([keys]) => keys === key.join());
    return known?.[1] ?? this.#read().lineOf(key);
  }

  /** @throws where the file has gone or become wrong since; the next look at the journal knows that. */
  #read(): Entry {
    const { file, path, site } = this.#place;
    const { entry, faults } = readEntry(file, readFileSync(path, 'utf8'), site);
    if (!entry) throw new Error(faults.map((fault) => formatFault(fault)).join('\n'));
    return entry;
  }
}

/** The coarsest clock of a disk, that of FAT, has steps of two seconds. */
const coarsestStepMilliseconds = 2000;

/** The state of a file by now; undefined where the system does not let anybody look. */
export function stampOf(path: string) {
  try {
    const state = statSync(path, { throwIfNoEntry: false });
    if (!state) return undefined;
    const { mtimeMs, ctimeMs, size, ino } = state;
    return {
      /** Changes whenever the file does. */
      words: `${mtimeMs} ${ctimeMs} ${size} ${ino}`,
      /** Whether the last change is so long ago that another one would have another time, however coarse the disk's clock is. */
      isSettled: Date.now() - Math.max(mtimeMs, ctimeMs) > coarsestStepMilliseconds,
    };
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
