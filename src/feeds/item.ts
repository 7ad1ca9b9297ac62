import type { Entry } from '#journal/content/entry.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { attributesOf, escapeHtml, imageTag } from '../render/html/html.ts';
import { bodyInFeed } from '../render/output/rewrite.ts';
import { shownTitle } from '../render/title.ts';
import { coverHtml } from '../view/cover.ts';
import { description, inlineTexts, lastingId, linkText, permalink, site } from '../view/site.ts';
import { type BodyView, bodyView } from '../view/wholeEntry.ts';
import { htmlIn } from '../words/say.ts';

/** Somebody who writes. */
export interface Person {
  readonly name: string;
  readonly url: string | undefined;
}

/** An entry as every format tells it. Moments are milliseconds since 1970. */
export interface FeedItem {
  /** Stable over renames: an address where the entry's id is a path, else the id itself. */
  readonly id: string;
  readonly address: string;
  /** Undefined for an untitled note: no format invents one. */
  readonly title: string | undefined;
  /** Plain text; empty where there is none. */
  readonly summary: string;
  /** What a link to it says, for a format that wants some words where there is neither title nor summary. */
  readonly linkText: string;
  /** HTML that stands before the body. */
  readonly before: string;
  readonly body: BodyView;
  /** Address of the cover. */
  readonly image: string | undefined;
  readonly published: number;
  /** Undefined where nothing changed after publication. */
  readonly updated: number | undefined;
  readonly authors: readonly Person[];
  readonly tags: readonly string[];
  /** Where it is not the journal's language. */
  readonly lang: string | undefined;
  /** Where the entry was published first, if that was elsewhere. */
  readonly elsewhere: string | undefined;
  readonly inReplyTo: string | undefined;
}

const items = new WeakMap<Entry, FeedItem>();

/** An entry in a feed. It is made once, in however many feeds it stands. */
export function feedItem(entry: Entry): FeedItem {
  const item = items.get(entry) ?? itemOf(entry);
  items.set(entry, item);
  return item;
}

/** Those who write a feed or an entry. */
export function people(ids: readonly string[]): Person[] {
  return ids.map((id) => {
    const { authors } = site();
    const author = personOf(authors, id);
    return { name: author?.name ?? id, url: author?.url };
  });
}

/**
 * When one of the items last appeared or changed; undefined where there is none. The clock of the build counts for
 * nothing, so the same content gives the same bytes.
 */
export function lastChange(items: readonly FeedItem[]): number | undefined {
  return items.length === 0
    ? undefined
    : Math.max(...items.map(({ published, updated = published }) => updated));
}

function itemOf(entry: Entry): FeedItem {
  const address = permalink(entry.path);
  const cover = bodyInFeed(coverHtml(entry), address);
  const { at: published } = entry.date;
  const updated = entry.updated?.at ?? published;
  return {
    id: entry.id.startsWith('/') ? lastingId(entry.id) : entry.id,
    address,
    title: shownTitle(entry, site().site),
    summary: description(entry),
    linkText: linkText(entry),
    before: replyLine(entry) + cover + tldrLine(entry, address),
    body: bodyView(entry),
    image: attributesOf(cover.match(imageTag)?.[0] ?? '').get('src'),
    published,
    updated: updated > published ? updated : undefined,
    authors: people(entry.authors),
    tags: entry.tags,
    lang: entry.lang === site().site.language ? undefined : entry.lang,
    elsewhere: entry.canonical === address ? undefined : entry.canonical,
    inReplyTo: entry.inReplyTo,
  };
}

function replyLine({ inReplyTo, lang }: Entry): string {
  if (inReplyTo === undefined) return '';
  const link = `<a class="u-in-reply-to" href="${escapeHtml(inReplyTo)}">${new URL(inReplyTo).host}</a>`;
  return `<p>${htmlIn(lang, 'inReplyTo', { place: { html: link } })}</p>\n`;
}

function tldrLine(entry: Entry, address: string): string {
  const { tldr } = inlineTexts(entry);
  return tldr === undefined
    ? ''
    : `<p><strong>${htmlIn(entry.lang, 'tldr')}</strong> ${bodyInFeed(tldr, address)}</p>\n`;
}
