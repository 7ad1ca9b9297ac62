import { feedFormats } from '#journal/public/feed.ts';
import type { FeedView } from './feedView.ts';
import { type FeedItem, itemBody } from './item.ts';
import { xmlText } from './xml.ts';

const [, , format] = feedFormats;

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with whole entries. */
export async function jsonFeed({
  title,
  language,
  description,
  address,
  self,
  authors,
  items,
}: FeedView): Promise<string> {
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: address,
    feed_url: self[format.file],
    description,
    language,
    authors: authors.length > 0 ? authors : undefined,
    items: await Promise.all(items.map(jsonItem)),
  };
  return `${JSON.stringify(json, textsAsInXml)}\n`;
}

/** The same characters as in the other formats; those of a body are so already. */
function textsAsInXml(name: string, value: unknown): unknown {
  return typeof value === 'string' && name !== 'content_html' ? xmlText(value) : value;
}

/** What is undefined is left out. */
async function jsonItem(item: FeedItem): Promise<unknown> {
  const { html } = await itemBody(item);
  return {
    id: item.id,
    url: item.address,
    external_url: item.elsewhere,
    title: item.title,
    content_html: html,
    summary: item.summary === '' ? undefined : item.summary,
    image: item.image,
    date_published: new Date(item.published).toISOString(),
    date_modified: item.updated === undefined ? undefined : new Date(item.updated).toISOString(),
    authors: item.authors.length > 0 ? item.authors : undefined,
    tags: item.tags.length > 0 ? item.tags : undefined,
    language: item.lang,
  };
}
