import type { PublicJournal } from '#journal/public/publicJournal.ts';

/** Path of the page of recommended blogs. */
export const blogrollPath = '/blogroll/';

/** Path of the same as a file for feed readers. */
export const opmlPath = '/blogroll.opml';

/** Whether the blogroll has anything that a feed reader can follow. */
function isFollowable({ blogroll }: PublicJournal): boolean {
  return blogroll?.some(({ blogs }) => blogs.some(({ feed }) => feed !== undefined)) ?? false;
}

/** The paths that a journal's blogroll takes; none where it has no blogroll. */
export function blogrollPaths(journal: PublicJournal): string[] {
  if (!journal.blogroll) return [];
  return isFollowable(journal) ? [blogrollPath, opmlPath] : [blogrollPath];
}
