import type { CommentFiles } from './commentFile.ts';
import type { CommentStore } from './commentStore.ts';

/** What dealing with comments takes beside the tools of every handler. */
export interface CommentRoom {
  readonly store: CommentStore;
  readonly files: CommentFiles;
}
