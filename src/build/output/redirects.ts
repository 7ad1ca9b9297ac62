import { href, siteBase } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { isFeedFile } from '#journal/public/redirects.ts';
import { arrowsOf, directionOf } from '#journal/text/inline/direction.ts';
import { escapeHtml } from '../../render/html/html.ts';

/** A page that sends its reader on to where the entry is now. `path` is decoded. */
export function redirectPage(path: string, site: PublicJournal['site']): string {
  return forwardingPage(href(path, site.url), site);
}

/** A page that sends its reader on to an address, which is encoded and from the root of the host, or absolute. */
export function forwardingPage(target: string, { url, language }: PublicJournal['site']): string {
  const address = escapeHtml(target);
  const permalink = escapeHtml(new URL(target, url).href);
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${permalink}</title>
<meta http-equiv="refresh" content="0; url=${address}">
<meta name="robots" content="noindex">
<link rel="canonical" href="${permalink}">
</head>
<body>
<p><span aria-hidden="true">${arrowsOf(language).on}</span> <a href="${address}">${permalink}</a></p>
</body>
</html>
`;
}

/**
 * Every redirect as a file of the site: `/2009/old.html` as it stands, `/2009/old/` as its index, and so `/2009/old.php`,
 * which hosts would give to be saved if it were a file. Where there is one at all, the same redirects stand in `_redirects`
 * and `redirects.nginx.conf` for hosts that can answer with a 301.
 */
export function redirectFiles(
  redirects: ReadonlyMap<string, string>,
  journal: PublicJournal,
): Map<string, string> {
  if (redirects.size === 0) return new Map();
  const pages = [...redirects]
    .filter(([, to]) => !isFeedFile(journal, to))
    .map(([from, to]) => [redirectFile(from), redirectPage(to, journal.site)] as const);
  return new Map([
    ...pages,
    ['_redirects', hostRedirects(redirects, journal)],
    ['redirects.nginx.conf', nginxRedirects(redirects, journal)],
  ]);
}

/**
 * Files at old addresses of feeds, each with the feed that it is a copy of. What reads feeds goes by a redirect of the
 * host or by what it finds, whatever type the host calls it, and never by a page that leads on.
 */
export function feedCopies(
  redirects: ReadonlyMap<string, string>,
  journal: PublicJournal,
): Map<string, string> {
  return new Map(
    [...redirects]
      .filter(([, to]) => isFeedFile(journal, to))
      .map(([from, to]) => [
        /\.(?:xml|rss|atom|rdf|json)$/i.test(from) ? from.slice(1) : redirectFile(from),
        to.slice(1),
      ]),
  );
}

/** Lists of redirects that a person may have more to say in than we know. */
export const hostLists: readonly string[] = ['_redirects', 'redirects.nginx.conf'];

/**
 * A list of redirects for hosts, behind that of the person's own. Of two lines about one address, hosts take the first, or
 * none of them: the person's stays alone.
 */
export function joinedList(own: string, ours: string): string {
  const told = new Set(own.split('\n').map(addressOf));
  const rest = ours.split(/(?<=\n)/).filter((line) => line !== '' && !told.has(addressOf(line)));
  return rest.length === 0 ? own : own.replace(/(?<=[^\n])$/, '\n') + rest.join('');
}

/** The address that a line of either list begins with. */
function addressOf(line: string): string | undefined {
  return /^\s*(?:"((?:[^"\\]|\\.)*)"|(\S+))/.exec(line)?.slice(1).find(Boolean);
}

/**
 * The `_redirects` of Cloudflare Pages, GitLab Pages and Netlify: encoded paths. Cloudflare tells `/old` and `/old/`
 * apart. Netlify prefers the page that leads on, which is there as well.
 */
function hostRedirects(
  redirects: ReadonlyMap<string, string>,
  { site }: Pick<PublicJournal, 'site'>,
): string {
  const address = (path: string) => siteBase(site.url) + encodePath(path);
  return [...redirects]
    .flatMap(([from, to]) => bothForms(from).map((form) => `${address(form)} ${address(to)} 301\n`))
    .join('');
}

/**
 * Lines for a `map` of nginx (https://nginx.org/en/docs/http/ngx_http_map_module.html), which compares decoded paths:
 * `map $uri $moved { include redirects.nginx.conf; }` and, in the server, `if ($moved) { return 301 $moved; }`.
 */
function nginxRedirects(
  redirects: ReadonlyMap<string, string>,
  { site }: Pick<PublicJournal, 'site'>,
): string {
  const base = siteBase(site.url);
  return [...redirects]
    .flatMap(([from, to]) =>
      bothForms(from).map(
        (form) =>
          `"${(decoded(base) + form).replace(/["\\]/g, '\\$&')}" "${(base + encodePath(to)).replaceAll('$', '%24')}";\n`,
      ),
    )
    .join('');
}

function bothForms(path: string): string[] {
  return path.endsWith('/') ? [path, path.slice(0, -1)] : [path];
}

/** Encoded, and without what a line of `_redirects` would take for a placeholder, a splat or a comment. */
function encodePath(path: string): string {
  return encodeURI(path).replace(
    /[:*#]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function redirectFile(path: string): string {
  const relative = path.slice(1);
  return /\.html?$/i.test(relative) ? relative : `${relative.replace(/\/?$/, '/')}index.html`;
}
