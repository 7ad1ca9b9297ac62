import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import { feedFormats } from '#journal/public/feed.ts';
import type { FeedView } from './feedView.ts';
import { type FeedItem, itemHtml, lastChange } from './item.ts';
import { element, textElement, xmlText } from './xml.ts';

const [format] = feedFormats;

/**
 * A feed as RSS 2.0 with whole entries. @astrojs/rss writes the frame; the guid is ours, since its own is the
 * permalink, which a rename changes: a reader would see an old entry as new.
 */
export async function rssFeed(feed: FeedView): Promise<string> {
  const { title, description, address, language, items } = feed;
  const self = { href: feed.self[format.file], rel: 'self', type: format.type };
  const xml = await getRssString({
    title,
    description,
    site: address,
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    items: await Promise.all(items.map(rssItem)),
    customData: [
      element('atom:link', self),
      custom('language', language.toLowerCase()),
      custom('lastBuildDate', new Date(lastChange(items) ?? 0).toUTCString()),
    ].join(''),
  });
  return xmlText(xml);
}

async function rssItem(item: FeedItem): Promise<RSSFeedItem> {
  return {
    ...(item.title !== undefined && { title: item.title }),
    // RSS asks for a title or a description: an untitled note has its first words here.
    description: item.summary || item.linkText,
    pubDate: new Date(item.published),
    content: await itemHtml(item),
    categories: [...item.tags],
    customData: [
      custom('link', item.address),
      custom('guid', item.id, { isPermaLink: 'false' }),
      ...item.authors.map(({ name }) => custom('dc:creator', name)),
      item.updated === undefined
        ? ''
        : custom('atom:updated', new Date(item.updated).toISOString()),
    ].join(''),
  };
}

/** @astrojs/rss reads custom elements as XML and 007 as a number; {@link xmlText} takes the sign before it away. */
function custom(name: string, text: string, attributes?: Readonly<Record<string, string>>): string {
  return textElement(name, `\uFFFF${text}`, attributes);
}
