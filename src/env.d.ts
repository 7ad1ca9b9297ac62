/// <reference types="astro/client" />

declare module 'virtual:scrollback/mdx' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

  /** The MDX documents by file of the content folder. */
  export const documents: Readonly<Record<string, AstroComponentFactory>>;
}
