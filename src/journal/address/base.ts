import { oncePerText } from '../once/once.ts';
import { decoded } from './contentPath.ts';

/**
 * A journal may be a part of its host: that of `https://me.github.io/blog` begins at `/blog/`. Everywhere in the program a
 * path is seen from where the journal begins (`/notes/x/`); what pages and posts have is made of it here.
 */

/** Where a site begins, and where it began before it moved there, oldest first. */
export interface SiteAddress {
  readonly url: string;
  readonly formerly: readonly string[];
}

/** All addresses that a site has or had, with the longest path first: one may lie within another. */
export function addressesOf({ url, formerly }: SiteAddress): readonly string[] {
  if (formerly.length === 0) return [url];
  return [url, ...formerly].sort((a, b) => siteBase(b).length - siteBase(a).length);
}

/**
 * The absolute address of a decoded path that stays when the site moves, for ids: that of the first place where the site
 * was.
 */
export function lastingAddress(path: string, { url, formerly }: SiteAddress): string {
  return absoluteAddress(path, formerly[0] ?? url);
}

/** What stands before each path of a site on its host, encoded: `/blog`, or nothing where it has the host for itself. */
export const siteBase = oncePerText((siteUrl) =>
  siteUrl.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/\/+$/, ''),
);

/** The host of a site as an address of its own, without a path. */
export function siteOrigin(siteUrl: string): string {
  return new URL(siteUrl).origin;
}

/** The address of a decoded path of the site, encoded and from the root of its host, as `href` and `src` have it. */
export function href(path: string, siteUrl: string): string {
  return siteBase(siteUrl) + encodeURI(path);
}

/** The absolute address of a decoded path of the site. */
export function absoluteAddress(path: string, siteUrl: string): string {
  return isPlain.test(path)
    ? beginningOf(siteUrl) + path
    : new URL(href(path, siteUrl), siteUrl).href;
}

/** A path that is written the same in an address. Of the fifty thousand addresses in a large site, nearly all have such. */
const isPlain = /^\/(?:[\w-]+\/)*(?:[\w-]+(?:\.\w+)?)?$/;

/** The absolute address of a site without the slash at its end. */
const beginningOf = oncePerText((siteUrl) =>
  new URL(href('/', siteUrl), siteUrl).href.replace(/\/$/, ''),
);

/**
 * An address as people read it: letters and digits of any script as they are, where it still leads to the same place. All
 * else stays encoded, since it would end the address in a text, or be taken for another part of it.
 */
export function readableAddress(address: string): string {
  return address.replace(/(?:%[89A-F][\dA-F])+/gi, (part) => {
    const words = decoded(part);
    return /^[\p{L}\p{M}\p{N}]+$/u.test(words) && !/\p{DI}/u.test(words) ? words : part;
  });
}

/** The absolute address of a decoded path of the site, as people read it. */
export function shownAddress(path: string, siteUrl: string): string {
  return readableAddress(absoluteAddress(path, siteUrl));
}

/**
 * The path of a site that an encoded path of its host means, encoded as it was; undefined for one beside it. The way up
 * out of a folder (`..`) is gone before, as browsers have it.
 */
export function pathOnSite(hostPath: string, siteUrl: string): string | undefined {
  const base = siteBase(siteUrl);
  return base === '' ? hostPath : below(base, withoutDots(hostPath.split('/')));
}

/** What the segments of a path have behind those of a base; undefined where they do not begin with these. */
function below(base: string, segments: readonly string[]): string | undefined {
  const own = base.split('/');
  const isOwn = own.every((segment, at) => decoded(segment) === decoded(segments[at] ?? ''));
  if (!isOwn || segments.length < own.length) return undefined;
  return `/${segments.slice(own.length).join('/')}`;
}

/** The segments of a path as a browser asks for them (WHATWG URL, "path state"). */
function withoutDots(segments: readonly string[]): string[] {
  const left: string[] = [];
  for (const [at, segment] of segments.entries()) {
    const plain = segment.replace(/%2e/gi, '.');
    if (plain === '..' && left.length > 1) left.pop();
    if (plain !== '.' && plain !== '..') left.push(segment);
    else if (at === segments.length - 1) left.push('');
  }
  return left;
}

/**
 * An address as a server is asked for it, seen from where the site begins, in whatever way that is encoded; undefined for
 * one beside it.
 */
export function requestOnSite(address: string, base: string): string | undefined {
  if (base === '') return address;
  const [path = ''] = /^[^?#]*/.exec(address) ?? [];
  const own = below(base, path.split('/'));
  return own === undefined ? undefined : own + address.slice(path.length);
}

/** Whether an address is that of a site, or was: one that is read in another way now has not become another one. */
export function isAddressOf(address: string, site: SiteAddress): boolean {
  const { host } = new URL(address);
  return addressesOf(site).some(
    (one) => host === new URL(one).host && siteBase(address) === siteBase(one),
  );
}
