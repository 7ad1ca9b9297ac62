import { feedFormats } from '#journal/public/feedFormats.ts';
import type { FeedPart } from './feedBytes.ts';
import type { FeedView } from './feedView.ts';
import { type FeedItem, lastChange } from './item.ts';
import { itemBody } from './itemBody.ts';
import { element, elementParts, textElement, withoutApostrophes, xmlText } from './xml.ts';

const [format] = feedFormats;

const end = '</channel></rss>';

/**
 * A feed as RSS 2.0 with whole entries. @astrojs/rss writes the frame, and none of the items: it would check and parse
 * those of each feed anew, and its guid is the permalink, which a rename changes: a reader would see an old entry as new.
 */
export async function rssFeed(feed: FeedView): Promise<FeedPart[]> {
  const { language, items } = feed;
  const written = await Promise.all(items.map(rssItem));
  const frame = await emptyFeed(
    feed,
    written.some(({ hasContent }) => hasContent),
  );
  const self = { href: feed.self[format.file], rel: 'self', type: format.type };
  const head = [
    element('atom:link', self),
    textElement('language', language.toLowerCase()),
    textElement('lastBuildDate', new Date(lastChange(items) ?? 0).toUTCString()),
  ].join('');
  return [frame, withoutApostrophes(head), ...written.flatMap(({ parts }) => parts), end];
}

/** Up to where its items are to stand. */
async function emptyFeed(feed: FeedView, hasContent: boolean): Promise<string> {
  const { title, description, address } = feed;
  // It brings a parser along: most builds make no feed, or have the thread of feeds make them.
  const { getRssString } = await import('@astrojs/rss');
  const xml = await getRssString({
    title,
    description,
    site: address,
    trailingSlash: true,
    xmlns: {
      ...(hasContent && { content: 'http://purl.org/rss/1.0/modules/content/' }),
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
    },
    items: [],
  });
  if (!xml.endsWith(end)) throw new Error(`Expected a feed that ends with ${end}, found ${xml}`);
  return xmlText(xml.slice(0, -end.length));
}

interface RssItem {
  readonly parts: readonly FeedPart[];
  readonly hasContent: boolean;
}

async function rssItem(item: FeedItem): Promise<RssItem> {
  // RSS asks for a title or a description: an untitled note has its first words here.
  const description = item.summary || item.linkText;
  const before = [
    item.title ? textElement('title', item.title) : '',
    description === '' ? '' : textElement('description', description),
    textElement('pubDate', new Date(item.published).toUTCString()),
  ].join('');
  const behind = [
    textElement('link', item.address),
    // A space behind it has never been part of it.
    textElement('guid', item.id.trimEnd(), { isPermaLink: 'false' }),
    ...item.authors.map(({ name }) => textElement('dc:creator', name.trimEnd())),
    item.updated === undefined
      ? ''
      : textElement('atom:updated', new Date(item.updated).toISOString()),
    ...item.tags.map((tag) => textElement('category', tag)),
    // One of an item, as programs for podcasts expect it.
    ...item.recordings
      .slice(0, 1)
      .map(({ address: url, type, bytes }) =>
        element('enclosure', { url, length: String(bytes), type }),
      ),
  ].join('');
  const { rss } = await itemBody(item);
  const content = elementParts('content:encoded', {}, [rss]);
  return {
    parts: elementParts('item', {}, [
      withoutApostrophes(before),
      ...content,
      withoutApostrophes(behind),
    ]),
    hasContent: rss.length > 0,
  };
}
