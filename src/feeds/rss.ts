import { feedFormats } from '#journal/public/feed.ts';
import type { FeedPart } from './feedBytes.ts';
import type { FeedView } from './feedView.ts';
import { type FeedItem, lastChange } from './item.ts';
import { itemBody } from './itemBody.ts';
import { element, elementParts, textElement, withoutApostrophes } from './xml.ts';

const [format] = feedFormats;

/**
 * A feed as RSS 2.0 (https://www.rssboard.org/rss-specification) with whole entries. Its guid is not the permalink, which a
 * rename changes: a reader would see an old entry as new.
 */
export async function rssFeed(feed: FeedView): Promise<FeedPart[]> {
  const { title, description, address, language, items } = feed;
  const written = await Promise.all(items.map(rssItem));
  const hasContent = written.some((item) => item.hasContent);
  const namespaces = {
    version: '2.0',
    'xmlns:content': hasContent ? 'http://purl.org/rss/1.0/modules/content/' : undefined,
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  };
  const self = { href: feed.self[format.file], rel: 'self', type: format.type };
  const head = [
    textElement('title', title),
    textElement('description', description),
    textElement('link', address),
    element('atom:link', self),
    textElement('language', language.toLowerCase()),
    textElement('lastBuildDate', new Date(lastChange(items) ?? 0).toUTCString()),
  ].join('');
  const channel = [withoutApostrophes(head), ...written.flatMap(({ parts }) => parts)];
  const parts = elementParts('rss', namespaces, elementParts('channel', {}, channel));
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...parts];
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
