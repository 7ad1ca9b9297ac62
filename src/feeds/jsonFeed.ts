import { type Feed, feedFormats, feedPath } from '#journal/public/feed.ts';
import { permalink, site } from '../view/site.ts';
import { type FeedItem, feedItems, people } from './item.ts';
import { xmlText } from './xml.ts';

const [, , format] = feedFormats;

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with whole entries. */
export async function jsonFeed(feed: Feed): Promise<string> {
  const items = await feedItems(feed);
  const authors = people(feed.authors);
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: permalink(feed.page),
    feed_url: permalink(feedPath(feed, format)),
    description: feed.description,
    language: site().site.language,
    authors: authors.length > 0 ? authors : undefined,
    items: items.map(jsonItem),
  };
  return `${JSON.stringify(json, (_, value) => (typeof value === 'string' ? xmlText(value) : value))}\n`;
}

/** What is undefined is left out. */
function jsonItem(item: FeedItem): unknown {
  return {
    id: item.id,
    url: item.address,
    external_url: item.elsewhere,
    title: item.title,
    content_html: item.html,
    summary: item.summary === '' ? undefined : item.summary,
    image: item.image,
    date_published: new Date(item.published).toISOString(),
    date_modified: item.updated === undefined ? undefined : new Date(item.updated).toISOString(),
    authors: item.authors.length > 0 ? item.authors : undefined,
    tags: item.tags.length > 0 ? item.tags : undefined,
    language: item.lang,
  };
}
