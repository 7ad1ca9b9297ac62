import type { Entry } from '#journal/content/entry.ts';
import { redirectsOf } from '#journal/public/redirects.ts';
import { machineTime } from '#journal/schema/moment.ts';
import { currentJournal } from '../load/current.ts';
import { siteMap } from '../load/links/links.ts';
import { escapeHtml } from '../render/html/html.ts';
import { alternatesOf } from '../view/links.ts';
import { permalink, site } from '../view/site.ts';

/** All pages of the public journal (https://www.sitemaps.org/protocol.html), of which a file holds 50,000 at most. */
export function GET(): Response {
  const { entries, translations, site: journal } = site();
  const redirects = redirectsOf(site());
  const dated = new Map(entries.map((entry) => [entry.path, entry]));
  const { paths } = siteMap(site(), currentJournal().factsOf, []);
  const urls = [...paths]
    .filter((path) => path.endsWith('/') && !redirects.has(path))
    // Pages of the stream lead to what is named anyway; what is canonical elsewhere is asked for there.
    .filter((path) => !path.startsWith('/page/'))
    .filter((path) => dated.get(path)?.canonical === undefined)
    .sort()
    .map((path) => {
      const entry = dated.get(path);
      const changed = entry && machineTime(entry.updated ?? entry.date, journal.timeZone);
      const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
      return `<url><loc>${escapeHtml(permalink(path))}</loc>${lastmod}${entry ? alternates(entry) : ''}</url>`;
    });
  const more = translations.size === 0 ? '' : ' xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${more}>\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml' } },
  );
}

/** https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap */
function alternates(entry: Entry): string {
  return alternatesOf(entry)
    .map(
      ({ lang, address }) =>
        `<xhtml:link rel="alternate" hreflang="${lang}" href="${escapeHtml(address)}"/>`,
    )
    .join('');
}
