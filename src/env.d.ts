/// <reference types="astro/client" />

declare module 'virtual:scrollback/mdx' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** The MDX documents by file of the content folder. */
  export const documents: Readonly<Record<string, AstroComponentFactory>>;
}

// A leading star: names that begin with / cannot be declared as they stand.
declare module '*/pagefind/pagefind.js' {
  /** What Pagefind tells of a result. */
  export interface Found {
    readonly url: string;
    /** The text as it was indexed, not escaped. */
    readonly content: string;
    /** Numbers of the pieces that were found. */
    readonly locations: readonly number[];
    readonly meta: { readonly title?: string; readonly date?: string };
    readonly filters: { readonly lang?: readonly string[] };
  }

  /** Before {@link init}: what stands before the path of each result. */
  export function options(given: { readonly baseUrl: string }): Promise<void>;

  /** Reads the page's language and begins to load the index. */
  export function init(): Promise<void>;

  export function search(
    query: string,
  ): Promise<{ readonly results: readonly { data(): Promise<Found> }[] }>;
}
