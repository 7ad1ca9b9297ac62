import type { Entry } from '#journal/content/entry.ts';
import { oncePer } from '#journal/once/once.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { directionOf } from '#journal/text/inline/direction.ts';
import { attributesOf, escapeHtml, imageTag } from '../render/html/html.ts';
import { bodyInFeed } from '../render/output/rewrite.ts';
import { shownTitle } from '../render/title.ts';
import { bodySource, recordingsOf } from '../view/body.ts';
import { coverHtml } from '../view/cover.ts';
import { description, inlineTexts, lastingId, linkText, permalink, site } from '../view/site.ts';
import { partOfSeveral } from '../view/viewKey.ts';
import { bodyView } from '../view/wholeEntry.ts';
import { htmlIn } from '../words/say.ts';
import type { FeedItem, Person } from './item.ts';

/** An entry in a feed. It is made once, in however many feeds it stands. */
export const feedItem = oncePer((entry: Entry) => partOfSeveral(itemOf(entry)));

/** Those who write a feed or an entry. */
export function people(ids: readonly string[]): Person[] {
  return ids.map((id) => {
    const { authors } = site();
    const author = personOf(authors, id);
    return { name: author?.name ?? id, url: author?.url };
  });
}

function itemOf(entry: Entry): FeedItem {
  const address = permalink(entry.path);
  const cover = entry.cover ? bodyInFeed(coverHtml(entry), address) : '';
  const { at: published } = entry.date;
  const updated = entry.updated?.at ?? published;
  const start = languageStart(entry);
  return {
    id: entry.id.startsWith('/') ? lastingId(entry.id) : entry.id,
    address,
    title: shownTitle(entry, site().site),
    summary: description(entry),
    linkText: linkText(entry),
    before: start + replyLine(entry) + cover + tldrLine(entry, address),
    after: start === '' ? '' : '</div>',
    body: { digest: bodyView(entry).digest, html: () => bodySource(entry) },
    recordings: recordingsOf(entry),
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

/**
 * What says of an entry in another language, and of any that runs from right to left, which language that is: RSS has no
 * words for it, and no format has any for directions.
 */
function languageStart(entry: Entry): string {
  const { language } = site().site;
  const { lang = language } = entry;
  const dir = directionOf(lang);
  return lang === language && dir === 'ltr' ? '' : `<div lang="${lang}" dir="${dir}">`;
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
