import { gzipSync } from 'node:zlib';
import { utf8Bytes } from '../files/utf8Bytes.ts';
import type { Lexicon } from './lexicon.ts';
import { type PagePieces, Postings } from './postings.ts';
import type { SearchRecord } from './recordSource.ts';
import {
  byBytes,
  type Filter,
  level,
  mark,
  pagefindHash,
  type Shard,
  type ShardPage,
} from './shards/shard.ts';

/** A record that is read: its words are numbers of pieces in a lexicon. */
export interface ReadRecord extends PagePieces {
  readonly page: ShardPage;
  readonly filters: SearchRecord['filters'];
}

/** Of which most packed records need one. */
const chunkSize = 4096;

/** Pagefind cuts at all spaces of Unicode, of which JavaScript lacks one. */
const spaces = /[\s\u0085]+/g;

/** Cuts a record into pieces, and packs what a reader's browser loads for a result. */
export function readRecord(record: SearchRecord, lexicon: Lexicon): ReadRecord {
  const { url, filters, sort } = record;
  const content = lexicon.content.pieces.of(record.content);
  const meta = byNames(record.meta);
  const fragment = utf8Bytes(
    mark +
      JSON.stringify({
        url,
        content: record.content,
        word_count: content.length,
        filters: Object.fromEntries(byNames(filters)),
        meta: Object.fromEntries(meta),
        anchors: [],
      }),
  );
  return {
    page: {
      hash: pagefindHash(fragment.subarray(mark.length)),
      wordCount: content.length,
      // What zlib gives is the beginning of a chunk.
      fragment: new Uint8Array(gzipSync(fragment, { level, chunkSize })),
      sort,
    },
    filters,
    content,
    fields: meta.map(([name, value]) => [
      name,
      lexicon.fields.pieces.of(value.replace(spaces, ' ')),
    ]),
  };
}

function byNames<Value>(named: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(named).sort(([a], [b]) => byBytes(a, b));
}

/** What Pagefind makes of these records, whose pieces the lexicon knows. Those without a word are left out. */
export function indexShard(records: readonly ReadRecord[], lexicon: Lexicon): Shard {
  const { starts } = lexicon.content.foundBy;
  const isWord = (piece: number) => starts[piece] !== starts[piece + 1];
  const found = records.filter(({ content }) => content.some(isWord));
  const fields = new Set(found.flatMap((record) => record.fields.map(([name]) => name)));
  const names = [...fields].sort(byBytes);
  const postings = new Postings(found, names, lexicon);
  const { words, rows } = postings.words();
  postings.end();
  return {
    version: found.length === 0 ? '' : lexicon.version,
    pages: found.map(({ page }) => page),
    words,
    rows,
    filters: filtersOf(found),
    fields: names,
  };
}

function filtersOf(records: readonly ReadRecord[]): Filter[] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const [page, record] of records.entries())
    for (const [name, values] of Object.entries(record.filters)) {
      const pages = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, pages);
      for (const value of values) pages.set(value, [...(pages.get(value) ?? []), page]);
    }
  return [...filters].map(([name, values]) => [name, [...values]]);
}
