import type { Feed } from '#journal/public/feed.ts';
import { digestOf } from '../cache/bodies.ts';
import { lastingId, permalink, site } from '../view/site.ts';
import { viewKey } from '../view/viewKey.ts';
import { type FeedItem, feedItem, type Person, people } from './item.ts';

/** A feed as every format tells it. */
export interface FeedView {
  readonly title: string;
  readonly description: string;
  /** Where it is not the journal's language. */
  readonly descriptionLanguage: string | undefined;
  /** Stays when the journal moves. */
  readonly id: string;
  /** Address of the page that lists the same entries, below which the feed's files lie. */
  readonly address: string;
  readonly authors: readonly Person[];
  readonly journal: { readonly title: string; readonly language: string; readonly id: string };
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** A feed as every format tells it. */
export function feedView(feed: Feed): FeedView {
  const { title, language } = site().site;
  return {
    title: feed.title,
    description: feed.description,
    descriptionLanguage:
      feed.descriptionLanguage === language ? undefined : feed.descriptionLanguage,
    id: lastingId(feed.page),
    address: permalink(feed.page),
    authors: people(feed.authors),
    journal: { title, language, id: lastingId('/') },
    items: feed.entries.map(feedItem),
  };
}

/** The key under which an unchanged feed is kept from build to build: a digest of all that is in it. */
export function feedKey({ items, ...head }: FeedView): string {
  return digestOf(viewKey(head), ...items.map(itemKey));
}

const itemKeys = new WeakMap<FeedItem, string>();

function itemKey(item: FeedItem): string {
  const key = itemKeys.get(item) ?? viewKey(item);
  itemKeys.set(item, key);
  return key;
}
