import { permalink } from '../view/site.ts';

/** Everything may be read; the site map says what there is (RFC 9309, https://www.sitemaps.org/protocol.html). */
export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${permalink('/sitemap.xml')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
