import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryReader } from '#journal/content/assembleJournal.ts';
import { type Entry, entryKind, readEntry } from '#journal/content/entry.ts';
import type { ContentFile } from '#journal/content/journal.ts';
import type { Page } from '#journal/content/page.ts';
import { garbledFaults } from '#journal/file/garbledFaults.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { keepFile, keptJson } from '../files/keptFile.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { digestOf } from './bodies.ts';
import { type EntrySource, entryFrom, type KeptEntry, type PlainEntry } from './plainEntry.ts';
import { readWhole } from './readWhole.ts';
import { rendererDigest } from './renderer.ts';

interface KeptEntries {
  /** Stands for the code that read them. */
  readonly code: string;
  /** Stands for the settings under which it did. */
  readonly key: string;
  readonly entries: ReadonlyMap<string, KnownEntry>;
}

/** The same as it is written. */
interface WrittenEntries extends Pick<KeptEntries, 'code' | 'key'> {
  /** How many there were: of those in the file that holds all, some may have gone since. */
  readonly count: number;
  readonly entries: readonly (readonly [file: string, kept: KeptEntry])[];
}

interface KnownEntry {
  readonly kept: KeptEntry;
  /** Where this process has read the file. */
  readonly from: EntrySource | undefined;
}

/** What changes is kept beside the file that holds all, while that and what it holds in vain are no more than this part. */
const largestShare = 1 / 8;

/**
 * Entries between loads: a file whose text is known is not parsed again. Only sound files are kept, so that every fault
 * is found anew. Of the journal in memory, too, neither the parsed front matter nor its lines are kept. What little has
 * changed is written beside the rest, which is megabytes: it does not matter which of the two is newer, since an entry is
 * taken from either for the text alone that it was read from.
 */
export class Entries {
  readonly #path: string | undefined;
  #kept: KeptEntries;
  /** What the file holds in which all were written, by file. */
  #whole: ReadonlyMap<string, KeptEntry>;
  #isChanged = false;
  /** How many entries there were when they were last written. */
  #count: number;

  /** Keeps its file in `folder`, which is created; without one it keeps nothing beyond the process. */
  constructor(folder: string | undefined) {
    if (folder !== undefined) makeFolder(folder);
    this.#path = folder === undefined ? undefined : join(folder, 'entries.json');
    const read = (path: string) => keptJson<WrittenEntries>(path);
    const whole = this.#path === undefined ? undefined : read(this.#path);
    const later = this.#path === undefined ? undefined : read(laterPath(this.#path));
    this.#whole = new Map(whole?.entries);
    const isOfWhole = later?.code === whole?.code && later?.key === whole?.key;
    this.#kept = knownFrom(whole, isOfWhole ? later : undefined);
    this.#count = (isOfWhole ? later : whole)?.count ?? 0;
  }

  /** The stamp under which the text of an entry was read, and found to have sound letters. */
  stampOf(file: string): string | undefined {
    const { code, entries } = this.#kept;
    return code === rendererDigest() ? entries.get(file)?.kept.stamp : undefined;
  }

  /** How many entries the last load had. */
  get size(): number {
    return this.#count;
  }

  /** Whether texts have the entries of the last load, each as it was, and no other. */
  areIn(texts: readonly ContentFile[]): boolean {
    const own = texts.filter(({ file }) => entryKind(file));
    const isKnown = (text: ContentFile) => {
      const known = this.#kept.entries.get(text.file);
      return known !== undefined && isOf(known, text);
    };
    return own.length === this.size && own.every(isKnown);
  }

  /** What reads the entries of one load: what it is not asked for is forgotten. */
  reader(): EntryReader {
    const entries = new Map<string, KnownEntry>();
    let before: KeptEntries['entries'] | undefined;
    return (text, site, day) => {
      const { file } = text;
      before ??= this.#begin(site, entries);
      const known = before.get(file);
      const from = { file, text, site };
      if (known && isOf(known, text)) {
        const kept = this.#stamped(known.kept, text);
        entries.set(file, { kept, from });
        return { entry: entryFrom({ kept, from }, readWhole), faults: [] };
      }
      const read = readEntry(file, text.source, site, day);
      if (!read.entry || read.faults.length > 0) return read;
      const kept = this.#stamped(keptFrom(read.entry, text.source), text);
      entries.set(file, { kept, from });
      this.#isChanged = true;
      return { entry: entryFrom({ kept, from }, readWhole), faults: [] };
    };
  }

  #stamped(kept: KeptEntry, text: ContentFile): KeptEntry {
    const { file, stamp } = text;
    if (stamp === undefined || kept.stamp === stamp) return kept;
    if (garbledFaults(text.source, file).length > 0) return kept;
    this.#isChanged = true;
    return { ...kept, stamp };
  }

  #begin(site: Site, entries: KeptEntries['entries']): KeptEntries['entries'] {
    const code = rendererDigest();
    const key = digestOf(code, JSON.stringify(site));
    const known = this.#kept.key === key ? this.#kept.entries : new Map<string, KnownEntry>();
    this.#kept = { code, key, entries };
    return known;
  }

  /** An entry of this load as plain data; undefined for one with faults, and for a page. */
  plain({ file }: Entry | Page): PlainEntry | undefined {
    const { kept, from } = this.#kept.entries.get(file) ?? {};
    if (!kept || !from?.text) return undefined;
    return { kept, from: { ...from, text: { source: from.text.source } } };
  }

  /**
   * Gives up the texts of files, which from here on nothing asks for but another load, and then they are read again; those
   * of MDX stay, of which pages are made.
   */
  forgetTexts(): void {
    for (const { kept, from } of this.#kept.entries.values())
      if (from && kept.own.format !== 'mdx') from.text = undefined;
  }

  /** {@link contentDigest} of an entry of this load. */
  contentOf(entry: Entry): string {
    return this.#kept.entries.get(entry.file)?.kept.content ?? contentDigest(entry);
  }

  /** A digest of the text of a file of this load: of an entry's, it is known. */
  digestOf(text: ContentFile): string {
    return this.#kept.entries.get(text.file)?.kept.text ?? digestOf(text.source);
  }

  /** Writes what this load read, if it read anything new or less than before. */
  save(): void {
    const { code, key, entries } = this.#kept;
    if (this.#path === undefined || !(this.#isChanged || entries.size !== this.#count)) return;
    const all = Array.from(entries, ([file, { kept }]) => [file, kept] as const);
    const changed = all.filter(([file, kept]) => this.#whole.get(file) !== kept);
    const inVain = this.#whole.size - (all.length - changed.length);
    const isLittle = Math.max(changed.length, inVain) <= all.length * largestShare;
    const count = all.length;
    const written: WrittenEntries = { code, key, count, entries: isLittle ? changed : all };
    keepFile(isLittle ? laterPath(this.#path) : this.#path, JSON.stringify(written));
    if (!isLittle) {
      rmSync(laterPath(this.#path), { force: true });
      this.#whole = new Map(all);
    }
    this.#isChanged = false;
    this.#count = count;
  }
}

/** A copy by way of JSON, as the cache gives it: strings that were cut out of the file's text would keep all of it. */
function keptFrom(entry: Entry, source: string): KeptEntry {
  const { body, lineOf, ...own } = entry;
  // `endsWith` compares sign by sign.
  const isEnd = source.slice(source.length - body.length) === body;
  const kept: KeptEntry = {
    text: digestOf(source),
    own,
    ...(isEnd && { bodyLength: body.length }),
    content: contentDigest(entry),
  };
  return JSON.parse(JSON.stringify(kept));
}

function isOf({ kept, from }: KnownEntry, text: ContentFile): boolean {
  if (from?.text === text || (text.isSound && kept.stamp === text.stamp)) return true;
  return kept.text === digestOf(text.source);
}

function laterPath(path: string): string {
  return `${path}.later`;
}

function knownFrom(...written: readonly (WrittenEntries | undefined)[]): KeptEntries {
  const { code = '', key = '' } = written[0] ?? {};
  const all = written.flatMap((one) => one?.entries ?? []);
  return {
    code,
    key,
    entries: new Map(all.map(([file, kept]) => [file, { kept, from: undefined }])),
  };
}

/**
 * A digest of what rendering takes out of the file of an entry or a page: its text, and where in the file that stands.
 * What else the front matter says changes no body.
 */
export function contentDigest(document: Entry | Page): string {
  const { bodyLine, body, title, lineOf } = document;
  const shown =
    document.kind === 'page'
      ? []
      : [
          document.tldr,
          document.tldrLine,
          document.cover,
          document.cover && ['src', 'caption', 'credit'].map((key) => lineOf(['cover', key])),
        ];
  return digestOf(String(bodyLine), body, JSON.stringify([title, ...shown]));
}
