import type { FeedFormat } from '#journal/public/feedFormats.ts';
import { atomFeed } from './atom.ts';
import { type FeedPart, feedBytes } from './feedBytes.ts';
import type { FeedView } from './feedView.ts';
import { rememberBodies } from './itemBody.ts';
import { jsonFeed } from './jsonFeed.ts';
import { rssFeed } from './rss.ts';

/** A format by the name that its files have elsewhere. */
export type FormatName = FeedFormat['file'];

const writers: Readonly<Record<FormatName, (feed: FeedView) => Promise<FeedPart[]>>> = {
  'feed.xml': rssFeed,
  'atom.xml': atomFeed,
  'feed.json': jsonFeed,
};

/** A feed as a file of a format: of what the view says, and of nothing else. */
export async function feedFile(
  feed: FeedView,
  format: FormatName,
): Promise<Uint8Array<ArrayBuffer>> {
  rememberBodies(feed.items.length);
  return feedBytes(await writers[format](feed));
}
