import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { CborReader, decodeCbor } from './cbor.ts';

/** A file that the browser's side of the search loads. */
export interface SearchFile {
  /** From the folder of the search, with `/`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** What Pagefind made of some records that follow each other: enough to put it together with what came of others. */
export interface Shard {
  readonly version: string;
  /** In the order of the records. */
  readonly pages: readonly ShardPage[];
  /** CBOR of the words with the pages that have them, one after the other, in the order of their bytes. */
  readonly words: Uint8Array;
  readonly filters: readonly Filter[];
  /** Names of what `meta` of the records has, by which words refer to it. */
  readonly fields: readonly string[];
}

/** A record as Pagefind keeps it. */
export interface ShardPage {
  /** Of the record's words and all that is shown of it. */
  readonly hash: string;
  readonly wordCount: number;
  /** The file that a reader's browser loads for a result. */
  readonly fragment: Uint8Array;
  /** What the record can be sorted by. */
  readonly sort: Readonly<Record<string, string>>;
}

/** The pages of each value of a filter, by their numbers. */
export type Filter = readonly [
  name: string,
  values: readonly (readonly [value: string, pages: readonly number[]])[],
];

/** At the beginning of what is packed in Pagefind's files. */
const mark = Buffer.from('pagefind_dcd');

const metaSchema = z.tuple([
  z.string(),
  z.array(z.tuple([z.string(), z.number(), z.literal('')])),
  z.array(z.tuple([z.string(), z.string(), z.string()])),
  z.array(z.tuple([z.string(), z.string()])),
  z.array(z.tuple([z.string(), z.array(z.number())])),
  z.array(z.string()),
]);

const filterSchema = z.tuple([z.string(), z.array(z.tuple([z.string(), z.array(z.number())]))]);

const fragmentSchema = z.object({ url: z.string() });

/**
 * Takes Pagefind's files for some records apart. `sorts` is what each record can be sorted by, by its address. Records
 * without a word are not among the files: Pagefind leaves them out.
 *
 * @throws where the files are not such as this reads.
 */
export function readShard(
  files: readonly SearchFile[],
  sorts: ReadonlyMap<string, Readonly<Record<string, string>>>,
): Shard {
  const named = new Map(files.map(({ path, content }) => [path, content]));
  const metaFile = files.find(({ path }) => path.endsWith('.pf_meta'));
  if (!metaFile && !files.some(({ path }) => path.endsWith('.pf_fragment'))) return emptyShard;
  const [version, pages, chunks, filters, , fields] = metaSchema.parse(
    decodeCbor(unpacked(metaFile?.content)),
  );
  return {
    version,
    pages: pages.map(([name, wordCount]) => {
      const fragment = named.get(`fragment/${name}.pf_fragment`);
      const bytes = unpacked(fragment);
      const { url } = fragmentSchema.parse(JSON.parse(bytes.toString()));
      const sort = sorts.get(url);
      if (!sort) throw new Error(`${url} is none of the records`);
      // A view on a larger buffer would be kept with all of it.
      return {
        hash: pagefindHash(bytes),
        wordCount,
        fragment: Uint8Array.from(fragment ?? []),
        sort,
      };
    }),
    words: Buffer.concat(
      chunks.map(([, , name]) => wordsOf(unpacked(named.get(`index/${name}.pf_index`)))),
    ),
    filters: filters.map(([, name]) =>
      filterSchema.parse(decodeCbor(unpacked(named.get(`filter/${name}.pf_filter`)))),
    ),
    fields,
  };
}

/** Of records without a word among them. */
const emptyShard: Shard = {
  version: '',
  pages: [],
  words: Buffer.alloc(0),
  filters: [],
  fields: [],
};

/** How Pagefind names its files by what is in them: SHA-1, no zeros before a byte below 16. */
export function pagefindHash(bytes: Uint8Array): string {
  return [...createHash('sha1').update(bytes).digest()].map((byte) => byte.toString(16)).join('');
}

/** What is to be packed, with Pagefind's mark. */
export function marked(bytes: Uint8Array): Buffer {
  return Buffer.concat([mark, bytes]);
}

function unpacked(file: Uint8Array | undefined): Buffer {
  if (!file) throw new Error('a file is missing');
  return gunzipSync(file).subarray(mark.length);
}

/** The words out of the array around them. */
function wordsOf(chunk: Buffer): Buffer {
  const reader = new CborReader(chunk);
  reader.array();
  reader.array();
  return chunk.subarray(reader.at);
}
