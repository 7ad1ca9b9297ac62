import { fillPermalink } from '#journal/address/permalink.ts';
import { slugify } from '#journal/address/slug.ts';
import { writtenDate } from './moments.ts';
import { type OldSite, oldAddress } from './oldAddress.ts';
import type { Survey } from './survey.ts';

/** Patterns in which others have their entries, the usual one first. */
const patterns = ['/:year/:slug/', '/:year/:month/:day/:slug/', '/:year/:month/:slug/', '/:slug/'];

/** The pattern that gives most articles the addresses that they had; where none does for half of them, the usual one. */
export function likelyPermalinks(survey: Survey, timeZone: string, site: OldSite): string {
  const articles = survey.documents.filter(({ kind, title }) => kind !== 'page' && title);
  const counts = patterns.map((pattern) => {
    const kept = articles.filter(({ date, slug, title, addresses = [] }) => {
      const written = date === undefined ? undefined : writtenDate(date, timeZone);
      if (!written) return false;
      const parts = { day: written.day, slug: slugify(slug ?? title ?? '', ''), id: undefined };
      const path = fillPermalink(pattern, parts);
      return addresses.some((address) => oldAddress(address, site)?.path === path);
    });
    return kept.length;
  });
  const best = counts.indexOf(Math.max(...counts));
  const usual = patterns[0] ?? '/:year/:slug/';
  return (counts[best] ?? 0) * 2 > articles.length ? (patterns[best] ?? usual) : usual;
}
