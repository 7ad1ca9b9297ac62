import type { Entry } from '#journal/content/entry.ts';
import type { ContentFile } from '#journal/content/journal.ts';
import type { Site } from '#journal/schema/siteSchema.ts';

/** What the file of an entry says, without what takes the file to tell. */
type OwnParts = Omit<Entry, 'body' | 'lineOf'>;

/** An entry as it is kept. Plain data: it is cached as JSON. */
export interface KeptEntry {
  /** Digest of the text of the file. */
  readonly text: string;
  /** The {@link ContentFile.stamp} of that, where its letters are sound. */
  readonly stamp?: string | undefined;
  readonly own: OwnParts;
  /** How many characters the body has, if the file ends with it: one that began with a tl;dr is changed. */
  readonly bodyLength?: number;
  /** See `contentDigest`. */
  readonly content: string;
}

/** Where an entry was read. */
export interface EntrySource {
  readonly file: string;
  /** The text of the file; undefined where it was given up. */
  text: Pick<ContentFile, 'source'> | undefined;
  readonly site: Site;
}

/** An entry without functions, for another thread. */
export interface PlainEntry {
  readonly kept: KeptEntry;
  readonly from: EntrySource;
}

/** Reads a file of an entry that was sound. */
export type ReadWhole = (file: string, source: string, site: Site) => Entry;

/** The entry of plain data. `readWhole` is asked for what only the whole file can tell, which few entries need. */
export function entryFrom({ kept, from }: PlainEntry, readWhole: ReadWhole): Entry {
  return Object.assign(new RestOfEntry(from, kept.bodyLength, readWhole), kept.own);
}

/** The part of an entry that only the text of its file can tell. */
class RestOfEntry implements Pick<Entry, 'body' | 'lineOf'> {
  readonly #from: EntrySource;
  readonly #bodyLength: number | undefined;
  readonly #readWhole: ReadWhole;
  readonly lineOf = (key: readonly PropertyKey[]): number => this.#whole().lineOf(key);

  constructor(from: EntrySource, bodyLength: number | undefined, readWhole: ReadWhole) {
    this.#from = from;
    this.#bodyLength = bodyLength;
    this.#readWhole = readWhole;
  }

  get body(): string {
    const source = this.#source;
    return this.#bodyLength === undefined
      ? this.#whole().body
      : source.slice(source.length - this.#bodyLength);
  }

  #whole(): Entry {
    const { file, site } = this.#from;
    return this.#readWhole(file, this.#source, site);
  }

  get #source(): string {
    const { file, text } = this.#from;
    if (text === undefined) throw new Error(`The text of ${file} was given up`);
    return text.source;
  }
}
