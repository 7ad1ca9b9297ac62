import { gzipSync } from 'node:zlib';
import { type StampedFile, writeStamped } from '../files/stampedFile.ts';
import { indexShard, type ReadRecord, readRecord } from './indexShard.ts';
import { Lexicon } from './lexicon.ts';
import { Pagefind } from './pagefind.ts';
import { type RecordSource, recordFrom } from './recordSource.ts';
import { listName, type Merged, type SearchList, type SearchOrder } from './searchOrder.ts';
import { type MergedIndex, mergeShards } from './shards/mergeShards.ts';
import { giveUp, pagefindHash, type SearchFile, type Shard, wordPacking } from './shards/shard.ts';
import { ShardCache } from './shards/shardCache.ts';

/** Records that are indexed together. */
export interface ShardSource {
  /** A digest of all that the shard is made of. */
  readonly key: string;
  readonly records: readonly RecordSource[];
}

/** Where the search of one journal is kept, and how it is made. */
export interface SearchWorkOptions {
  readonly cacheFolder: string;
  /** See `language.ts`. */
  readonly language: string;
  /** A digest of the code that makes the search. */
  readonly code: string;
}

/** Where a file of the search is to be written. */
export type Place = readonly [name: string, path: string];

interface MadeFile {
  readonly path: string;
  /** Of what is in the file, unpacked. */
  readonly hash: string;
  readonly content: () => Uint8Array;
}

/** The work on a search: indexing shards, each once in its life, and putting them together. */
export class SearchWork {
  readonly #language: string;
  readonly #code: string;
  readonly #programName: string;
  readonly #cache: ShardCache;
  readonly #lexicon = new Lexicon();
  /** Shards that are read, and not indexed yet. */
  readonly #read = new Map<string, readonly ReadRecord[]>();
  readonly #shards = new Map<string, Shard>();
  /** What is not written yet. */
  #files = new Map<string, MadeFile>();

  constructor({ cacheFolder, language, code }: SearchWorkOptions) {
    this.#language = language;
    this.#code = code;
    this.#programName = `program-${code}-${language}`;
    this.#cache = new ShardCache(cacheFolder);
  }

  /** Reads the records of a shard, which {@link merge} indexes: Pagefind is asked about the words of all at once. */
  add({ key, records }: ShardSource): void {
    const read = records.map((record) => readRecord(recordFrom(record), this.#lexicon));
    this.#read.set(key, read);
  }

  /** Puts shards together, in their order, and tells of the files that come of it, or which shards have to be added. */
  async merge({ key, shards }: SearchOrder): Promise<Merged> {
    const lacking = shards.filter((name) => !this.#isThere(name));
    if (lacking.length > 0) return { lacking };
    const program = await this.#learn();
    this.#index();
    const merged = mergeShards(
      shards.map((name) => this.#shard(name)),
      this.#language,
    );
    const files = [...this.#programFiles(program, merged), ...packedFiles(merged)];
    this.#files = new Map(files.map((file) => [file.path, file]));
    for (const { words, rows } of this.#shards.values()) giveUp(words, rows);
    this.#shards.clear();
    const names = files.map(({ path, hash }) => [path, `${hash}-${this.#code}`] as const);
    this.#cache.write(listName, { key, files: names } satisfies SearchList);
    this.#cache.keepOnly([listName, this.#programName, ...shards]);
    return { files: names };
  }

  /** Writes some of the files that {@link merge} told of, each once. */
  write(places: readonly Place[]): Promise<StampedFile[]> {
    return Promise.all(
      places.map(async ([name, path]) => {
        const file = this.#files.get(name);
        if (!file) throw new Error(`The search has no file ${name}`);
        this.#files.delete(name);
        return writeStamped(path, file.content());
      }),
    );
  }

  #isThere(key: string): boolean {
    if (this.#read.has(key)) return true;
    const shard = this.#shards.get(key) ?? (this.#cache.read(key) as Shard | undefined);
    if (shard) this.#shards.set(key, shard);
    return shard !== undefined;
  }

  /**
   * Asks Pagefind for the words that are not known yet, and for what runs in a reader's browser. It ends with that: its
   * memory is as large as what it was asked.
   */
  async #learn(): Promise<readonly SearchFile[]> {
    const pagefind = new Pagefind(this.#language);
    try {
      await this.#lexicon.learn(pagefind);
      return await this.#program(pagefind);
    } finally {
      await pagefind.close();
    }
  }

  #index(): void {
    for (const [key, records] of this.#read) {
      const shard = indexShard(records, this.#lexicon);
      this.#cache.write(key, shard);
      this.#shards.set(key, shard);
      this.#read.delete(key);
      for (const { content } of records) giveUp(content);
    }
  }

  #shard(key: string): Shard {
    const shard = this.#shards.get(key);
    if (!shard) throw new Error(`The shard ${key} of the search is not indexed`);
    return shard;
  }

  async #program(pagefind: Pagefind): Promise<readonly SearchFile[]> {
    const kept = this.#cache.read(this.#programName) as SearchFile[] | undefined;
    if (kept) return kept;
    const files = (await pagefind.index([anyRecord])).filter(isProgram);
    this.#cache.write(this.#programName, files);
    return files;
  }

  /** What runs in a reader's browser, and where it begins to read. */
  #programFiles(files: readonly SearchFile[], { hash, pageCount }: MergedIndex): MadeFile[] {
    return files.map((file) => {
      const content = file.path === entryFile ? this.#entry(file, hash, pageCount) : file.content;
      return { path: file.path, hash: pagefindHash(content), content: () => content };
    });
  }

  #entry({ content }: SearchFile, hash: string, pageCount: number): Uint8Array {
    const entry = JSON.parse(Buffer.from(content).toString());
    const language = { ...entry.languages[this.#language], hash, page_count: pageCount };
    const languages = pageCount === 0 ? {} : { [this.#language]: language };
    return Buffer.from(JSON.stringify({ ...entry, languages }));
  }
}

function packedFiles({ files, fragments, pageCount }: MergedIndex): MadeFile[] {
  if (pageCount === 0) return [];
  return [
    ...[...files].map(([path, { hash, bytes }]) => ({
      path,
      hash,
      content: () => gzipSync(bytes, wordPacking),
    })),
    ...[...fragments].map(([path, { hash, fragment }]) => ({
      path,
      hash,
      content: () => fragment,
    })),
  ];
}

const entryFile = 'pagefind-entry.json';

/** Without a word, Pagefind leaves out what is of the language. */
const anyRecord = { url: '/', content: 'a', meta: {}, filters: {}, sort: {} };

function isProgram({ path }: SearchFile): boolean {
  return !/\.pf_\w+$/.test(path);
}
