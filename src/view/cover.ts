import { withinSite } from '#journal/address/address.ts';
import { href } from '#journal/address/base.ts';
import { resolveContentPath } from '#journal/address/contentPath.ts';
import type { Entry } from '#journal/content/entry.ts';
import { currentJournal } from '../load/current.ts';
import { pictureHtml } from '../media/picture.ts';
import { escapeHtml } from '../render/html/html.ts';
import { inlineTexts, site } from './site.ts';

/** An entry's cover as a figure, for pages, lists and feeds alike; empty where it has none. */
export function coverHtml(entry: Entry): string {
  const { cover } = entry;
  if (!cover) return '';
  const { caption, credit } = inlineTexts(entry);
  const by = credit === undefined ? undefined : `<small class="credit">${credit}</small>`;
  const words = [caption, by].filter((text) => text !== undefined).join(' ');
  const below = words === '' ? '' : `<figcaption>${words}</figcaption>`;
  return `<figure class="cover">${imageOf(entry.folder, cover)}${below}</figure>`;
}

function imageOf(folder: string, cover: { src: string; alt: string }): string {
  const { alt } = cover;
  const { url: siteUrl } = site().site;
  const src = withinSite(cover.src, site().site) ?? cover.src;
  // A file of public/ is served as it is.
  if (src.startsWith('/'))
    return `<img src="${escapeHtml(href(src, siteUrl))}" alt="${escapeHtml(alt)}">`;
  const asset = currentJournal().asset(resolveContentPath(folder, src));
  return asset ? pictureHtml({ asset, siteUrl }, escapeHtml(alt), undefined, 'eager') : '';
}
