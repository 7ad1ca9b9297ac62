import { partsOf } from '#journal/address/address.ts';
import { pathOnSite, siteBase } from '#journal/address/base.ts';
import { normalizePath } from '#journal/address/permalink.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { typedPathTrouble } from '#journal/schema/text.ts';
import { readEntryAddress } from '../item/entryAddress.ts';

/** An old address of a document, seen from where the new site begins. */
export interface OldAddress {
  /** Decoded, in the form of aliases. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
  /** With its `#`, or empty. */
  readonly fragment: string;
}

/** Where the old journal could be read, and where it is to be. */
export interface OldSite {
  /** Undefined where nobody knows. */
  readonly url: URL | undefined;
  /** What stands before each path of the new journal, and is no part of its aliases. */
  readonly newUrl: string;
}

/** An address that belongs to nobody (RFC 2606): a person has to put their own. */
export const noAddress = 'https://journal.example';

/** The old site by its address. The new one is where `site.yaml` says; where there is none yet, it stays where it was. */
export function oldSite(written: string | undefined, newUrl: string | undefined): OldSite {
  const parsed = written === undefined ? null : URL.parse(written);
  const url = parsed && /^https?:$/.test(parsed.protocol) ? parsed : undefined;
  const same = url && siteSchema.shape.url.safeParse(url.origin + url.pathname).data;
  return { url, newUrl: newUrl ?? same ?? url?.origin ?? noAddress };
}

/**
 * An address as it was on the old site: from the root of its host, or whole with the old host, with or without `www.`. Undefined for
 * what was elsewhere, and for addresses that begin with neither.
 */
export function oldAddress(written: string, site: OldSite): OldAddress | undefined {
  const trimmed = written.trim();
  const own =
    trimmed.startsWith('/') && !trimmed.startsWith('//') ? trimmed : ownPart(trimmed, site);
  if (own === undefined) return undefined;
  const { pathname, query, fragment } = partsOf(own);
  const whole = pathname || '/';
  return { path: normalizePath(pathOnSite(whole, site.newUrl) ?? whole), query, fragment };
}

/** Whether an address leads to the old journal itself: from where it stands, from a key, or by its host. */
export function isOwnAddress(written: string, site: OldSite): boolean {
  const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written.trim());
  return (
    !isElsewhere ||
    readEntryAddress(written) !== undefined ||
    oldAddress(written, site) !== undefined
  );
}

/** A path that was written as if the old site had had its host for itself: behind what stood before all its paths. */
export function belowOldSite(path: string, { url, newUrl }: OldSite): string {
  const whole = normalizePath((url ? siteBase(url.href) : '') + path);
  return normalizePath(pathOnSite(whole, newUrl) ?? whole);
}

function ownPart(written: string, { url: site }: OldSite): string | undefined {
  if (!site || !/^(?:https?:)?\/\//i.test(written)) return undefined;
  const url = URL.parse(written, 'https://journal.invalid');
  if (!url || bare(url.host) !== bare(site.host)) return undefined;
  return url.pathname + url.search + url.hash;
}

/** Blogger led readers to a host of their own country, and their writers linked to that. */
function bare(host: string): string {
  return host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/:\d+$/, '')
    .replace(/\.blogspot\.(?:com?\.)?[a-z]{2,3}$/, '.blogspot.com');
}

/** How an old address is looked up: WordPress's `/?p=12` is known by its query alone. */
export function lookUpKey({ path, query }: OldAddress): string {
  const place = path.toLowerCase().replace(/\/index\.html$/, '/');
  return numbered.test(query) ? `${place}${query}` : place;
}

/** A query that says which document is meant. */
const numbered = /^\?(?:p|page_id|post|id|attachment_id)=\d+$/;

/** Why an address with a query is no alias. */
export const byQuery = 'a static site cannot tell addresses apart by what follows "?"';

/** Why an old address cannot be an alias; undefined where it can. */
export function aliasTrouble({ path, query }: OldAddress): string | undefined {
  if (query !== '') return byQuery;
  const trouble = typedPathTrouble(typedAlias(path));
  return trouble === undefined ? undefined : `an alias is ${trouble}`;
}

/** A decoded path as front matter has it, where spaces are escaped. */
export function typedAlias(path: string): string {
  return path.replace(/\s/g, encodeURIComponent);
}
