/** A small export in the true shape of one maker, and what must be found again once it is built. */
export interface Export {
  readonly maker: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** Name of the archive that holds the files, where they come in one. */
  readonly archive?: string;
  /** When git saw the files first, where they lie in a repository. */
  readonly committed?: string;
  /** An address from the root of the old host, with words of the text that stood there. */
  readonly addresses: readonly (readonly [address: string, words: string])[];
  /** Words of comments, each with words of the entry below which it stands. */
  readonly comments?: readonly (readonly [words: string, entry: string])[];
  /** The words before a mark, and those of its note. */
  readonly footnotes?: readonly (readonly [before: string, note: string])[];
  /** The words of a link, and those of the page to which it leads. */
  readonly links?: readonly (readonly [words: string, page: string])[];
  /** What pictures show that are served. */
  readonly pictures?: readonly string[];
  /** HTML of a page, as code with its language has it. */
  readonly shown?: readonly string[];
  /** By which readers of feeds know the entries. */
  readonly feedIds?: readonly string[];
  /** What no page may show: of drafts, and of people. */
  readonly secrets?: readonly string[];
}

/** One black pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
