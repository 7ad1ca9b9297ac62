import type { PublicJournal } from '#journal/public/publicJournal.ts';

/** Path of the page of recommended blogs. */
export const blogrollPath = '/blogroll/';

/** Path of the same as a file for feed readers. */
export const opmlPath = '/blogroll.opml';

/** The paths that a journal's blogroll takes; none where it has no blogroll. */
export function blogrollPaths({ blogroll }: PublicJournal): string[] {
  if (!blogroll) return [];
  const isFollowable = blogroll.some(({ blogs }) => blogs.some(({ feed }) => feed !== undefined));
  return isFollowable ? [blogrollPath, opmlPath] : [blogrollPath];
}
