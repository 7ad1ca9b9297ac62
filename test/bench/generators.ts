import type { Measured } from './processTree.ts';

/** A site generator with a folder of its own, which is built in turn with the others. */
export interface Generator {
  readonly name: string;
  /** Where its entries are: edits go there. */
  readonly entries: string;
  /** Builds it, from what its caches and its output folder hold. */
  build(signal: AbortSignal): Promise<Measured>;
  /** Removes its output and its caches; cards that were drawn stay where they are wanted. */
  forget(options: { readonly keepCards: boolean }): Promise<void>;
}

/** Puts a generator into a folder, for that many made-up entries. */
export type Installer = (folder: string, entries: number) => Promise<Generator>;
