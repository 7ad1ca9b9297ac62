import { type CborValue, encodeCbor } from './cbor.ts';
import { mergeWords, type WordChunk } from './mergeWords.ts';
import { byBytes, type Filter, mark, pagefindHash, type Shard, type ShardPage } from './shard.ts';

/** What one of an index's files is made of. */
interface IndexFile {
  /** With the mark before. */
  readonly bytes: Uint8Array;
  /** Of what is behind the mark. */
  readonly hash: string;
}

/** An index of the records of several shards, in files that are to be packed but for the fragments. */
export interface MergedIndex {
  /** Name of the index, by which its first file is found. */
  readonly hash: string;
  readonly pageCount: number;
  /** What is to be packed, by the path from the folder of the search. */
  readonly files: ReadonlyMap<string, IndexFile>;
  /** What is packed already. */
  readonly fragments: ReadonlyMap<string, ShardPage>;
}

/**
 * Puts shards together into the index that Pagefind would make of all their records, in that order. Pagefind has no
 * such step: a reader's browser can search several indexes at once, but ranks each by itself, and looks for the nearest
 * words in every index that lacks the one that was typed.
 */
export function mergeShards(shards: readonly Shard[], language: string): MergedIndex {
  const pages = shards.flatMap((shard) => shard.pages);
  const firstPages = firstPagesOf(shards);
  const fields = [...new Set(shards.flatMap((shard) => shard.fields))].sort(byBytes);
  const chunks = wordChunks(shards, firstPages, fields);
  const version = shards.find((shard) => shard.version !== '')?.version ?? '';
  const names = new Names(language);
  const fragmentNames = pages.map(({ hash }) => names.of(hash, 1));
  const words = named(
    chunks.map(({ bytes }) => bytes),
    language,
  );
  const merged = mergeFilters(shards, firstPages);
  const filters = named(merged.map(marked), language);
  const ranges = rangesOf(chunks);
  const meta = fileOf(
    marked([
      version,
      pages.map(({ wordCount }, at) => [fragmentNames[at] ?? '', wordCount, '']),
      ranges.map(([from, to], at) => [from, to, words[at]?.[0] ?? '']),
      merged.map(([name], at) => [name, filters[at]?.[0] ?? '']),
      sortsOf(shards),
      fields,
    ]),
  );
  const hash = `${language}_${meta.hash.slice(0, language.length + 8)}`;
  return {
    hash,
    pageCount: pages.length,
    files: new Map([
      [`pagefind.${hash}.pf_meta`, meta],
      ...words.map(([name, file]) => [`index/${name}.pf_index`, file] as const),
      ...filters.map(([name, file]) => [`filter/${name}.pf_filter`, file] as const),
    ]),
    fragments: new Map(
      pages.map((page, at) => [`fragment/${fragmentNames[at]}.pf_fragment`, page]),
    ),
  };
}

function wordChunks(
  shards: readonly Shard[],
  firstPages: readonly number[],
  fields: readonly string[],
): WordChunk[] {
  const parts = shards.map((shard, at) => ({
    words: shard.words,
    rows: shard.rows,
    firstPage: firstPages[at] ?? 0,
    fields: shard.fields.map((field) => fields.indexOf(field)),
  }));
  return [...mergeWords(parts)];
}

/** Gives out names that begin as their hashes do, the longer ones where a shorter one is taken. */
class Names {
  readonly #taken = new Set<string>();
  readonly #language: string;

  constructor(language: string) {
    this.#language = language;
  }

  /** `step` is by how many characters a name grows. */
  of(hash: string, step: number): string {
    let length = 7;
    const name = () => `${this.#language}_${hash.slice(0, length)}`;
    while (this.#taken.has(name()) && length < hash.length) length += step;
    this.#taken.add(name());
    return name();
  }
}

function named(all: readonly Buffer[], language: string): (readonly [string, IndexFile])[] {
  const names = new Names(language);
  return all.map(fileOf).map((file) => [names.of(file.hash, 2), file] as const);
}

function fileOf(bytes: Buffer): IndexFile {
  return { bytes, hash: pagefindHash(bytes.subarray(mark.length)) };
}

function marked(value: CborValue): Buffer {
  return Buffer.concat([mark, encodeCbor(value)]);
}

function firstPagesOf(shards: readonly Shard[]): number[] {
  let next = 0;
  return shards.map(({ pages }) => {
    next += pages.length;
    return next - pages.length;
  });
}

function mergeFilters(shards: readonly Shard[], firstPages: readonly number[]): Filter[] {
  const merged = new Map<string, Map<string, number[]>>();
  for (const [at, shard] of shards.entries())
    for (const [name, values] of shard.filters)
      for (const [value, pages] of values) {
        const known = entryOf(merged, name, () => new Map<string, number[]>());
        const numbers = entryOf(known, value, (): number[] => []);
        for (const page of pages) numbers.push(page + (firstPages[at] ?? 0));
      }
  return [...merged]
    .map(([name, values]) => [name, [...values].sort(byName)] as const)
    .sort(byName);
}

function entryOf<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

/** The numbers of all pages in the order of what they can be sorted by. */
function sortsOf(shards: readonly Shard[]): [name: string, pages: number[]][] {
  const sorts = shards.flatMap((shard) => shard.pages).map((page) => page.sort);
  const names = [...new Set(sorts.flatMap((sort) => Object.keys(sort)))].sort(byBytes);
  return names.map((name) => {
    const values = sorts.flatMap((sort, page) =>
      sort[name] === undefined ? [] : [[sort[name], page] as const],
    );
    return [name, values.sort(byName).map(([, page]) => page)];
  });
}

function byName(
  [a]: readonly [string, ...unknown[]],
  [b]: readonly [string, ...unknown[]],
): number {
  return byBytes(a, b);
}

/** Between which words each chunk lies, as shortly as tells it from its neighbours. */
function rangesOf(chunks: readonly WordChunk[]): (readonly [from: string, to: string])[] {
  const ranges = chunks.map(({ from, to }) => ({ from, to }));
  for (const [at, next] of ranges.entries()) {
    const before = ranges[at - 1];
    if (!before) continue;
    const [to, from] = [[...before.to], [...next.from]];
    const differ = to.findIndex((character, place) => character !== from[place]);
    const common = differ === -1 ? to.length : differ;
    const shortened = to.slice(0, common + 1).join('');
    if (byBytes(shortened, before.from) >= 0) before.to = shortened;
    next.from = from.slice(0, common + 1).join('');
  }
  return ranges.map(({ from, to }) => [from, to] as const);
}
