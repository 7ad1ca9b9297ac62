/** The formats of every feed, in the order in which they are told. */
export const feedFormats = [
  { name: 'RSS', file: 'feed.xml', type: 'application/rss+xml' },
  { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
  { name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json' },
] as const;

/** One of {@link feedFormats}. */
export type FeedFormat = (typeof feedFormats)[number];
