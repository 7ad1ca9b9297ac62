import { firstFound } from '../once/firstFound.ts';
import { addressesOf, pathOnSite, type SiteAddress, siteBase } from './base.ts';
import { decoded, decodedWhole, resolveContentPath } from './contentPath.ts';
import { type HeadingRule, headingFragment } from './headingRules.ts';
import type { Named } from './names.ts';
import { normalizePath } from './permalink.ts';
import { isLinkable, trimmedAddress } from './scheme.ts';

/** The document in which an address stands. */
export interface AddressSource {
  /** Folder of its file, from the content folder: empty, or with a final `/`. */
  readonly folder: string;
  /** Its decoded path on the site. */
  readonly path: string;
}

/** What an address may lead to. */
export interface AddressContext {
  /** Where the site begins, as `site.yaml` has it. */
  readonly siteUrl: string;
  /** Where it began before, whose addresses are still taken for its own. */
  readonly formerly: readonly string[];
  /** Path of the entry or page that a Markdown file became. */
  pathOf(file: string): string | undefined;
  /** Whether the content folder has this file. */
  hasFile(file: string): boolean;
}

/**
 * What an address in a document means, for page, feed and channel alike. `href` is the address as the page has it, which
 * is from the root of the host unless it leads elsewhere; `path` is the path of the site that it leads to, decoded, and
 * empty within the document.
 *
 * - `elsewhere`: on another host, or none that a page has, such as `mailto:`.
 * - `refused`: one that no link may lead to, such as `javascript:`, nor anything be loaded from.
 * - `place`: a path of the site. `absent` is the file that a relative address might have meant, and that is not there.
 * - `document`: the entry or page that a Markdown file became.
 * - `file`: a file of the content folder, and what the address has behind its name: a query, a fragment.
 * - `nowhere`: a Markdown file that became no entry or page.
 */
export type Address =
  | { readonly is: 'elsewhere'; readonly href: string }
  | { readonly is: 'refused' }
  | {
      readonly is: 'place';
      readonly href: string;
      readonly path: string;
      readonly fragment: string;
      readonly absent?: string;
    }
  | {
      readonly is: 'document';
      readonly href: string;
      readonly path: string;
      readonly fragment: string;
      readonly file: string;
    }
  | { readonly is: 'file'; readonly file: string; readonly suffix: string }
  | { readonly is: 'nowhere'; readonly file: string };

/** Reads an address as it is written in a document. Percent-encoding is undone once, after the address was taken apart. */
export function readAddress(
  written: string,
  source: AddressSource,
  context: AddressContext,
): Address {
  const own = withinSite(written, { url: context.siteUrl, formerly: context.formerly });
  if (own === undefined)
    return isLinkable(written) ? { is: 'elsewhere', href: written } : { is: 'refused' };
  const parts = partsOf(own);
  if (parts.pathname.startsWith('/')) return placeAt(parts, source.path, context);
  if (parts.pathname === '') return withinDocument(parts, source.path, context);
  // The name of a file may have `#` and `?` in it.
  const whole = { ...parts, pathname: own, query: '', fragment: '' };
  return (
    besideAt(whole, source.folder, context) ??
    besideAt(parts, source.folder, context) ??
    missing(parts, source, context)
  );
}

/**
 * An address as it is seen from where the site begins; undefined for one that is elsewhere. An absolute address of the
 * site's own, with either scheme or none, loses its host and the path below which the site is, or was.
 */
export function withinSite(written: string, site: SiteAddress): string | undefined {
  const url = trimmedAddress(written);
  if (!/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(url)) return url;
  return firstFound(addressesOf(site), (one) => withinOne(url, one));
}

/** An address of where the site was before, as it is seen from where the site begins; any other as it is written. */
export function afterMove(written: string, site: SiteAddress): string {
  return site.formerly.length === 0 ? written : (withinSite(written, site) ?? written);
}

function withinOne(url: string, siteUrl: string): string | undefined {
  const [start = '', host = ''] = /^(?:https?:)?\/\/([^/?#\\]+)/i.exec(url) ?? [];
  if (!isHostOf(siteUrl, host) || host.includes('@')) return undefined;
  const rest = url.slice(start.length);
  const { pathname, query, fragment } = partsOf(rest.startsWith('/') ? rest : `/${rest}`);
  const path = pathOnSite(pathname, siteUrl);
  return path === undefined ? undefined : path + query + fragment;
}

/** The path of the site to which an absolute address leads, in one form for look-ups; undefined for one elsewhere. */
export function ownPath(address: string, site: SiteAddress): string | undefined {
  const url = URL.parse(address);
  const path = firstFound(addressesOf(site), (one) =>
    url && isHostOf(one, url.host) ? pathOnSite(url.pathname, one) : undefined,
  );
  return path === undefined ? undefined : normalizePath(path);
}

/**
 * Where a link of `site.yaml` leads: a decoded path of the site's own, which may be written as an address, or one
 * elsewhere. What has a `?` or `#` stays as it is written.
 */
export function linkTarget(written: string, site: SiteAddress): string {
  if (written.startsWith('/') || /[?#]/.test(written)) return written;
  return ownPath(written, site) ?? written;
}

/** Whether a host, as it is written, is that of an address: the port of either scheme is no part of it. */
function isHostOf(url: string, host: string): boolean {
  const own = URL.parse(url)?.host;
  // A point at its end makes no other host of it (RFC 3986, 3.2.2).
  const written = host.replace(/\.(?=:|$)/, '');
  return (
    own !== undefined &&
    ['https:', 'http:'].some((one) => URL.parse(`${one}//${written}`)?.host === own)
  );
}

/** An address taken apart, each part as it is written; query and fragment have their sign in front. */
export interface AddressParts {
  readonly pathname: string;
  readonly query: string;
  readonly fragment: string;
}

/** Takes an address apart that is {@link withinSite}. */
export function partsOf(address: string): AddressParts {
  const [, pathname = '', query = '', fragment = ''] =
    /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  return { pathname, query, fragment };
}

/**
 * The id that a fragment, with its `#`, names. What stands behind `:~:` is for the browser (WICG, "URL Fragment Text
 * Directives"), such as the words to show first, and `#top` is the head of any page (HTML, "Find a potential indicated
 * element").
 */
export function anchorOf(fragment: string): string {
  const id = decoded(fragment.slice(1).split(':~:')[0] ?? '');
  return id.toLowerCase() === 'top' ? '' : id;
}

/** What a name in double brackets leads to: `Title`, `Title#Heading`, or `#Heading` within the document. */
export interface NamedAddress {
  /** The name of the document; empty where it is the one in which the name stands. */
  readonly name: string;
  readonly named: Named;
  readonly fragment: string;
  /** As {@link Address} has it; undefined where nobody may see such a document, or several have the name. */
  readonly href: string | undefined;
}

/** Reads a name in double brackets. A `#` that is part of a title begins no heading. */
export function readNamed(
  written: string,
  find: (name: string) => Named,
  { siteUrl, headingIds }: { readonly siteUrl: string; readonly headingIds: HeadingRule },
): NamedAddress {
  const at = find(written).is === 'wanted' ? written.lastIndexOf('#') : -1;
  const name = at === -1 ? written : written.slice(0, at).trim();
  const fragment = at === -1 ? '' : headingFragment(headingIds, written.slice(at + 1).trim());
  const behind = fragment === '' ? '' : `#${encodeURIComponent(fragment)}`;
  if (name === '' && at !== -1)
    return { name, named: { is: 'found', path: '' }, fragment, href: behind };
  const named = find(name);
  const href = named.is === 'found' ? encodedPath(named.path, siteUrl) + behind : undefined;
  return { name, named, fragment, href };
}

/** A decoded path of the site as it stands in an address. */
function encodedPath(path: string, siteUrl: string): string {
  return siteBase(siteUrl) + path.split('/').map(encodedSegment).join('/');
}

function besideAt(
  parts: AddressParts,
  folder: string,
  context: AddressContext,
): Address | undefined {
  const file = resolveContentPath(folder, parts.pathname);
  const path = context.pathOf(file);
  if (path !== undefined) {
    const { fragment } = parts;
    const href = encodedPath(path, context.siteUrl) + behindOf(parts);
    return { is: 'document', href, path, fragment: anchorOf(fragment), file };
  }
  if (isMarkdown(file) || !context.hasFile(file)) return undefined;
  return { is: 'file', file, suffix: behindOf(parts) };
}

function missing(parts: AddressParts, source: AddressSource, context: AddressContext): Address {
  const absent = resolveContentPath(source.folder, parts.pathname);
  if (isMarkdown(absent)) return { is: 'nowhere', file: absent };
  return { ...placeAt(parts, source.path, context), absent };
}

function isMarkdown(file: string): boolean {
  return /\.mdx?$/.test(file);
}

function placeAt(parts: AddressParts, from: string, { siteUrl }: AddressContext) {
  const segments = segmentsAt(parts.pathname, from);
  return {
    is: 'place',
    href: siteBase(siteUrl) + segments.map(encodedSegment).join('/') + behindOf(parts),
    path: segments.join('/'),
    fragment: anchorOf(parts.fragment),
  } as const;
}

/** On a page that shows several documents only a fragment is the document's own. */
function withinDocument(parts: AddressParts, path: string, { siteUrl }: AddressContext): Address {
  const isFragment = parts.query === '' && parts.fragment !== '';
  return {
    is: 'place',
    href: (isFragment ? '' : encodedPath(path, siteUrl)) + behindOf(parts),
    path: '',
    fragment: anchorOf(parts.fragment),
  };
}

/** The segments of a path, decoded, from the root on. Two slashes in front would be those of another host. */
function segmentsAt(pathname: string, from: string): string[] {
  const isRooted = pathname.startsWith('/');
  const segments = isRooted ? [''] : from.split('/').slice(0, -1);
  const given = pathname.split('/').slice(isRooted ? 1 : 0);
  for (const [index, written] of given.entries()) {
    const segment = decoded(written);
    const isLast = index === given.length - 1;
    if (segment === '..' && segments.length > 1) segments.pop();
    if (segment === '.' || segment === '..') {
      if (isLast) segments.push('');
    } else if (segment !== '' || isLast || segments.length > 1) segments.push(segment);
  }
  return segments;
}

function encodedSegment(segment: string): string {
  return encodeURI(segment.toWellFormed()).replace(/[/?#]/g, encodeURIComponent);
}

/** Query and fragment as they are written, save for characters that an address cannot have. */
function behindOf({ query, fragment }: AddressParts): string {
  return escaped(query) + escaped(inNfc(fragment));
}

/** Ids are in NFC, and an address in another form would not find them. */
function inNfc(fragment: string): string {
  const id = decoded(fragment);
  return decodedWhole(fragment) === id ? fragment : `#${encodeURIComponent(id.slice(1))}`;
}

function escaped(text: string): string {
  return text.toWellFormed().split('%').map(encodeURI).join('%');
}
