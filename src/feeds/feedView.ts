import { type Feed, feedPath } from '#journal/public/feed.ts';
import { type FeedFormat, feedFormats } from '#journal/public/feedFormats.ts';
import { lastingId, permalink, site } from '../view/site.ts';
import { feedItem, people } from './feedItem.ts';
import type { FeedItem, Person } from './item.ts';

/** A feed as every format tells it. */
export interface FeedView {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Where it is not the feed's language. */
  readonly descriptionLanguage: string | undefined;
  /** Stays when the journal moves. */
  readonly id: string;
  /** Address of the page that lists the same entries, and maybe others. */
  readonly address: string;
  /** Address of the feed itself in each format, by the name that its files have elsewhere. */
  readonly self: Readonly<Record<FeedFormat['file'], string>>;
  readonly authors: readonly Person[];
  readonly journal: { readonly title: string; readonly id: string };
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** A feed as every format tells it. */
export function feedView(feed: Feed): FeedView {
  const { title } = site().site;
  const [rss, atom, json] = feedFormats;
  const fileIn = (format: FeedFormat) => permalink(feedPath(feed, format));
  return {
    title: feed.title,
    description: feed.description,
    language: feed.language,
    descriptionLanguage:
      feed.descriptionLanguage === feed.language ? undefined : feed.descriptionLanguage,
    id: lastingId(feed.only === undefined ? feed.page : feedPath(feed, atom)),
    address: permalink(feed.page),
    self: { 'feed.xml': fileIn(rss), 'atom.xml': fileIn(atom), 'feed.json': fileIn(json) },
    authors: people(feed.authors),
    journal: { title, id: lastingId('/') },
    items: feed.entries.map(feedItem),
  };
}
