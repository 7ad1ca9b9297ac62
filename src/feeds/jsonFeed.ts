import { feedFormats } from '#journal/public/feedFormats.ts';
import type { FeedPart } from './feedBytes.ts';
import type { FeedView } from './feedView.ts';
import type { FeedItem } from './item.ts';
import { itemBody } from './itemBody.ts';
import { xmlText } from './xml.ts';

const [, , format] = feedFormats;

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) with whole entries. */
export async function jsonFeed(feed: FeedView): Promise<FeedPart[]> {
  const { title, language, description, address, self, authors, items } = feed;
  const head = members({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: address,
    feed_url: self[format.file],
    description,
    language,
    authors: authors.length > 0 ? authors : undefined,
  });
  const written = await Promise.all(items.map(jsonItem));
  const parts = written.flatMap((item, at) => (at === 0 ? item : [',', ...item]));
  return [`{${head},"items":[`, ...parts, ']}\n'];
}

async function jsonItem(item: FeedItem): Promise<FeedPart[]> {
  const before = members({
    id: item.id,
    url: item.address,
    external_url: item.elsewhere,
    title: item.title,
  });
  const behind = members({
    summary: item.summary === '' ? undefined : item.summary,
    image: item.image,
    date_published: new Date(item.published).toISOString(),
    date_modified: item.updated === undefined ? undefined : new Date(item.updated).toISOString(),
    authors: item.authors.length > 0 ? item.authors : undefined,
    tags: item.tags.length > 0 ? item.tags : undefined,
    language: item.lang,
    attachments:
      item.recordings.length === 0
        ? undefined
        : item.recordings.map(({ address, type, bytes }) => ({
            url: address,
            mime_type: type,
            size_in_bytes: bytes,
          })),
  });
  const { json } = await itemBody(item);
  return [`{${before},"content_html":`, json, `,${behind}}`];
}

/** The members of an object as JSON, in characters that XML can hold, too. What is undefined is left out. */
function members(object: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify(object, (_, value) =>
    typeof value === 'string' ? xmlText(value) : value,
  );
  return json.slice(1, -1);
}
