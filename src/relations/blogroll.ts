import type { PublicJournal } from '#journal/publicJournal.ts';
import { opmlOf } from './opml.ts';

/** Path of the page of recommended blogs. */
export const blogrollPath = '/blogroll/';

/** Path of the same as a file for feed readers. */
export const opmlPath = '/blogroll.opml';

/** The file for feed readers; undefined where the journal recommends nothing that can be followed. */
export function blogrollOpml({ blogroll, site }: PublicJournal): string | undefined {
  return blogroll && opmlOf(blogroll, `${site.title}: blogroll`);
}

/** The paths that a journal's blogroll takes; none where it has no blogroll. */
export function blogrollPaths(journal: PublicJournal): string[] {
  if (!journal.blogroll) return [];
  return blogrollOpml(journal) === undefined ? [blogrollPath] : [blogrollPath, opmlPath];
}
