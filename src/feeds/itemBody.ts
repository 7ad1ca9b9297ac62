import { htmlIn } from '../cache/keptBody.ts';
import { utf8Bytes } from '../files/utf8Bytes.ts';
import { escapeHtml } from '../render/html/html.ts';
import { bodyInFeed } from '../render/output/rewrite.ts';
import type { FeedItem } from './item.ts';
import { withoutApostrophes, xmlText } from './xml.ts';

/** What an entry says, as each format writes it. All three have the same characters: those that XML can hold. */
export interface ItemBody {
  readonly rss: Uint8Array;
  readonly atom: Uint8Array;
  readonly json: Uint8Array;
}

const bodies = new Map<FeedItem, Promise<ItemBody>>();

/** How many are remembered. */
let mostBodies = 150;

/** Has as many bodies remembered as a feed has items, at least, since its formats have the same; but no more than 500. */
export function rememberBodies(count: number): void {
  mostBodies = Math.max(mostBodies, Math.min(count, 500));
}

/** The body of an item, made once for all formats of a feed, which are written one after the other. */
export function itemBody(item: FeedItem): Promise<ItemBody> {
  const body = bodies.get(item) ?? bodyOf(item);
  bodies.delete(item);
  bodies.set(item, body);
  const [oldest] = bodies.keys();
  if (oldest && bodies.size > mostBodies) bodies.delete(oldest);
  return body;
}

async function bodyOf({ before, body, after, address }: FeedItem): Promise<ItemBody> {
  const html = xmlText(before + bodyInFeed(htmlIn(await body.html()), address) + after);
  // One sign for each byte: what is escaped are bytes of their own, and half of the memory is gone through.
  const signs = utf8Bytes(html).toString('latin1');
  const xml = escapeHtml(signs);
  const atom = bytesOf(xml);
  return {
    rss: xml.includes("'") ? bytesOf(withoutApostrophes(xml)) : atom,
    atom,
    json: bytesOf(JSON.stringify(signs)),
  };
}

function bytesOf(signs: string): Uint8Array {
  return Buffer.from(signs, 'latin1');
}
