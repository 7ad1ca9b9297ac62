import type { DirectPosts } from '../mirror/directPosts.ts';
import type { EntryTools } from '../owner/entry/entryTools.ts';

/** What taking in posts takes that were written in the channel by hand. */
export interface IncomingTools extends EntryTools {
  readonly directPosts: DirectPosts;
}
