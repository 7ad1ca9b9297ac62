import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AssembledJournal, assembleJournal } from '#journal/content/assembleJournal.ts';
import { isCommentsFile, type ReadComments, readComments } from '#journal/content/comments.ts';
import { entryKind, type ReadEntry, readEntry } from '#journal/content/entry.ts';
import { type ContentFolder, type FileSystem, readContentFolder } from '#journal/content/folder.ts';
import type { ContentFile } from '#journal/content/journal.ts';
import {
  type KnownFaults,
  knownFaultsFile,
  readKnownFaults,
} from '#journal/content/knownFaults.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { Lock } from '../base/lock.ts';
import { textIfThere } from '../base/textIfThere.ts';
import {
  type EntryPlace,
  entryFrom,
  type KeptEntry,
  keptEntry,
  stampOf,
  utf8TextOf,
} from './keptEntry.ts';
import { isAsRecalled } from './recalled.ts';

/** A content folder as it was assembled, with the names of all its files. */
export type ReadFolder = AssembledJournal &
  Pick<ContentFolder, 'names' | 'onDisk'> & {
    readonly known: KnownFaults;
    /** The state in which the file of a sound entry was read, where it may be known by that later. */
    stampOf(file: string): string | undefined;
  };

/** What is kept of a content folder from one process to the next. */
export interface KeptFolder {
  /** The text of site.yaml under which the entries were read. */
  readonly site: string;
  readonly entries: readonly (readonly [file: string, entry: KeptEntry])[];
}

/** What was read under one site.yaml: another one may give every entry another date and path. */
interface Known {
  /** The text of site.yaml, and what it says; undefined where it cannot be read. */
  readonly source: string | undefined;
  readonly site: Site | undefined;
  readonly entries: Map<string, KnownEntry>;
  /** What another process knew of files that this one has not looked at yet. */
  readonly recalled: Map<string, KeptEntry>;
}

interface KnownEntry {
  readonly stamp: string;
  readonly read: ReadEntry;
  /** What the next process may know of it; undefined where there is a fault, or the file was changed just before. */
  readonly kept: KeptEntry | undefined;
}

/** Files of comments as they were read, and when. */
type KnownComments = Map<string, { readonly stamp: string; readonly read: ReadComments }>;

/** At once: what is handed to a thread for a call so short takes ten times as long, and a look at a journal has many. */
const fileSystem: FileSystem = {
  readdir: async (path, options) => readdirSync(path, options),
  readFile: async (path) => readFileSync(path),
  stat: async (path) => statSync(path),
  realpath: async (path) => realpathSync.native(path),
};

/** Stands for the files of comments where nobody asks for them. */
const passedOver: ContentFile = { file: '', source: '' };

/** Reads one content folder again and again: of the entries only those whose files changed. */
export class FolderReader {
  readonly #root: string;
  #known: Known = nothingKnown;
  #recalled: KeptFolder = { site: '', entries: [] };
  readonly #comments: KnownComments = new Map();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * What another process knew, from {@link kept}, before anything is read here: files that have the same state are not
   * read.
   */
  recall(folder: KeptFolder): void {
    this.#recalled = folder;
    this.#known = nothingKnown;
  }

  /** What the next process may know of what was read last. */
  kept(): KeptFolder {
    const { source = '', entries } = this.#known;
    const kept = [...entries].flatMap(([file, one]) =>
      one.kept ? [[file, one.kept] as const] : [],
    );
    return { site: source, entries: kept };
  }

  /** Whether {@link kept} is what was recalled, and nothing else. */
  isAsRecalled(): boolean {
    const { source, entries, recalled } = this.#known;
    return source === this.#recalled.site && isAsRecalled(entries, ({ kept }) => kept, recalled);
  }

  /** `withComments` off: the files of comments are passed over, and what is wrong with them is not told. */
  async read(withComments: boolean): Promise<ReadFolder> {
    const under = this.#readSite();
    const { site, entries } = under;
    const fresh = new Map<string, ReadEntry>();
    const one = new Lock();
    const folder = await readContentFolder(this.#root, fileSystem, (file, path) => {
      if (isCommentsFile(file)) return withComments ? this.#readComments(file, path) : passedOver;
      if (!site || !entryKind(file)) return undefined;
      const take = (read: ReadEntry | undefined) => {
        if (!read) return undefined;
        fresh.set(file, read);
        // The text is in the entry.
        return { file, source: '' };
      };
      const place = { file, path, site };
      return (
        take(readBefore(place, under)) ??
        (() => one.run(async () => take(await readNow(place, under))))
      );
    });
    for (const file of entries.keys()) if (!fresh.has(file)) entries.delete(file);
    for (const file of this.#comments.keys())
      if (!folder.names.has(file)) this.#comments.delete(file);
    const texts = folder.texts.filter((text) => text !== passedOver);
    const assembled = assembleJournal(texts, {
      entryOf: ({ file, source }, checked) => fresh.get(file) ?? readEntry(file, source, checked),
      commentsOf: (file, source) => this.#comments.get(file)?.read ?? readComments(file, source),
      outside: folder,
    });
    const list = texts.find(({ file }) => file === knownFaultsFile)?.source ?? '';
    const known = readKnownFaults(list);
    return {
      ...assembled,
      known,
      names: folder.names,
      onDisk: folder.onDisk,
      stampOf: (file) => entries.get(file)?.kept?.stamp,
    };
  }

  /** What the file says is kept, its text is not; undefined for one whose fault is to be told. */
  #readComments(file: string, path: string): ContentFile | undefined {
    const stamp = stampOf(path)?.words;
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
  #readSite(): Known {
    const source = textIfThere(join(this.#root, 'site.yaml'));
    if (source !== this.#known.source) {
      const site =
        source === undefined
          ? undefined
          : assembleJournal([{ file: 'site.yaml', source }]).journal?.site;
      const recalled = source === this.#recalled.site ? this.#recalled.entries : [];
      this.#known = { source, site, entries: new Map(), recalled: new Map(recalled) };
    }
    return this.#known;
  }
}

const nothingKnown: Known = {
  source: undefined,
  site: undefined,
  entries: new Map(),
  recalled: new Map(),
};

/** An entry whose file is as it was when it was read. */
function readBefore(place: EntryPlace, { entries, recalled }: Known): ReadEntry | undefined {
  const { file, path } = place;
  const stamp = stampOf(path)?.words;
  const known = entries.get(file);
  if (known && known.stamp === stamp) return known.read;
  const kept = recalled.get(file);
  if (!kept || kept.stamp !== stamp) return undefined;
  const read = entryFrom(kept, place);
  entries.set(file, { stamp: kept.stamp, read, kept });
  return read;
}

/** Reads an entry; undefined for one whose fault is to be told. */
async function readNow(place: EntryPlace, { entries }: Known): Promise<ReadEntry | undefined> {
  const { file, path, site } = place;
  await new Promise((resolve) => setImmediate(resolve));
  // Before the text: a change between the two is seen the next time.
  const stamp = stampOf(path);
  const source = utf8TextOf(path);
  if (stamp === undefined || source === undefined) return undefined;
  const { words, isSettled } = stamp;
  const whole = readEntry(file, source, site);
  const fresh = whole.entry && keptEntry(whole.entry, source, words);
  const read = fresh ? entryFrom(fresh, place) : whole;
  entries.set(file, { stamp: words, read, kept: isSettled ? fresh : undefined });
  return read;
}
