import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import type { Entry } from '#journal/entry.ts';
import { feedBody } from '../body.ts';
import { coverHtml } from '../cover.ts';
import { escapeHtml } from '../markdown/html.ts';
import { bodyInFeed } from '../markdown/rewrite.ts';
import { authorNames, description, inlineTexts, linkText, permalink, site } from '../site.ts';

/** A feed: what it is called, where it is, which page it belongs to, and what is in it. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** The feed's own path. */
  readonly path: string;
  /** Path of the page that lists the same entries. */
  readonly page: string;
  /** Newest first; the feed holds as many as site.yaml's `feeds.entries` says. */
  readonly entries: readonly Entry[];
}

/**
 * The feed as RSS 2.0 with whole entries. @astrojs/rss writes the frame; the guid is ours, since its own is the
 * permalink, which a rename changes: a reader would see an old entry as new.
 */
export async function rssResponse(feed: Feed): Promise<Response> {
  const { site: journal } = site();
  const entries = feed.entries.slice(0, journal.feeds.entries);
  const xml = await getRssString({
    title: feed.title,
    description: feed.description,
    site: permalink(feed.page),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    items: await Promise.all(entries.map(item)),
    customData: [
      `<atom:link href="${escapeHtml(permalink(feed.path))}" rel="self" type="application/rss+xml"/>`,
      `<language>${journal.language.toLowerCase()}</language>`,
      ...lastChange(entries),
    ].join(''),
  });
  return new Response(xmlText(xml), { headers: { 'content-type': 'application/xml' } });
}

/** The stable id of an entry as feeds tell it: an address where the id is a path, else the id itself. */
export function feedId(entry: Entry): string {
  return entry.id.startsWith('/') ? permalink(entry.id) : entry.id;
}

async function item(entry: Entry): Promise<RSSFeedItem> {
  const address = permalink(entry.path);
  // RSS asks for a title or a description: an untitled note has its first words there.
  const about = description(entry) || linkText(entry);
  const tldr = inlineTexts(entry).tldr;
  const head =
    bodyInFeed(coverHtml(entry), address) +
    (tldr === undefined ? '' : `<p><strong>tl;dr</strong> ${bodyInFeed(tldr, address)}</p>\n`);
  return {
    ...(entry.title !== undefined && { title: entry.title }),
    description: about,
    pubDate: new Date(entry.date.at),
    content: head + (await feedBody(entry)),
    categories: [...entry.tags],
    customData: [
      `<link>${escapeHtml(address)}</link>`,
      `<guid isPermaLink="false">${escapeHtml(feedId(entry))}</guid>`,
      ...authorNames(entry).map((name) => `<dc:creator>${escapeHtml(name)}</dc:creator>`),
    ].join(''),
  };
}

/** The newest date or change among the entries: the same content gives the same bytes, whenever it is built. */
function lastChange(entries: readonly Entry[]): string[] {
  const moments = entries.map((entry) => Math.max(entry.date.at, entry.updated?.at ?? 0));
  return moments.length === 0
    ? []
    : [`<lastBuildDate>${new Date(Math.max(...moments)).toUTCString()}</lastBuildDate>`];
}

/** Without the characters that XML cannot hold, however they are escaped (XML 1.0, production 2). */
function xmlText(text: string): string {
  return text.toWellFormed().replace(notXml, '');
}

const notXml = /[^\P{Cc}\t\n\r\u007F-\u009F]|\uFFFE|\uFFFF/gu;
