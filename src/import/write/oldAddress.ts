import { normalizePath } from '#journal/address/permalink.ts';
import { typedPathTrouble } from '#journal/schema/text.ts';

/** An old address of a document, seen from the root of the old site. */
export interface OldAddress {
  /** Decoded, in the form of aliases. */
  readonly path: string;
  /** With its `?`; empty where there is none. */
  readonly query: string;
  /** With its `#`; empty where there is none. */
  readonly fragment: string;
}

/** The hosts at which the old journal could be read. */
export type OldSite = URL | undefined;

/** The old site by its address; undefined where that is none. */
export function oldSite(url: string | undefined): OldSite {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed : undefined;
}

/**
 * An address as it was on the old site: from the root, or whole with the old host, with or without `www.`. Undefined for
 * what was elsewhere, and for addresses that begin with neither.
 */
export function oldAddress(written: string, site: OldSite): OldAddress | undefined {
  const trimmed = written.trim();
  const own =
    trimmed.startsWith('/') && !trimmed.startsWith('//') ? trimmed : ownPart(trimmed, site);
  if (own === undefined) return undefined;
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(own) ?? [];
  return { path: normalizePath(path === '' ? '/' : path), query, fragment };
}

function ownPart(written: string, site: OldSite): string | undefined {
  if (!site || !/^(?:https?:)?\/\//i.test(written)) return undefined;
  const url = URL.parse(written, 'https://journal.invalid');
  if (!url || bare(url.host) !== bare(site.host)) return undefined;
  return url.pathname + url.search + url.hash;
}

function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/:\d+$/, '');
}

/** How an old address is looked up: WordPress's `/?p=12` is known by its query alone. */
export function lookUpKey({ path, query }: OldAddress): string {
  const place = path.toLowerCase().replace(/\/index\.html$/, '/');
  return isNumbered(query) ? `${place}${query}` : place;
}

/** A query that says which document is meant. */
function isNumbered(query: string): boolean {
  return /^\?(?:p|page_id|post|id|attachment_id)=\d+$/.test(query);
}

/** Why an old address cannot be an alias; undefined where it can. */
export function aliasTrouble({ path, query }: OldAddress): string | undefined {
  if (query !== '') return 'a static site cannot tell addresses apart by what follows "?"';
  const trouble = typedPathTrouble(typedAlias(path));
  return trouble === undefined ? undefined : `an alias is ${trouble}`;
}

/** A decoded path as front matter has it, where spaces are escaped. */
export function typedAlias(path: string): string {
  return path.replace(/\s/g, encodeURIComponent);
}
