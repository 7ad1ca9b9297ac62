/** A file of the search, with a digest of all that it is made of. */
export type KeyedName = readonly [path: string, key: string];

/** All of the search of a journal. */
export interface SearchOrder {
  /** A digest of all that it is made of. */
  readonly key: string;
  /** Keys of its shards, in the order of their records. */
  readonly shards: readonly string[];
}

/** The files that came of an order, as they are kept under {@link listName}. */
export interface SearchList {
  readonly key: string;
  readonly files: readonly KeyedName[];
}

/** What came of an order. */
export type Merged =
  | { readonly files: readonly KeyedName[]; readonly lacking?: never }
  | { readonly lacking: readonly string[]; readonly files?: never };

/** Under which the last list is kept. */
export const listName = 'list';
