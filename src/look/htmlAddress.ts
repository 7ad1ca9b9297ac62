import { anchorOf, partsOf, withinSite } from '#journal/address/address.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { isInlineMedia, isLinkable, linkSchemeWords, schemeOf } from '#journal/address/scheme.ts';
import { type Allow, type AllowedUse, allowedUses } from '#journal/schema/allow.ts';
import type { NamedInTag, Use } from './htmlUses.ts';

/** What is wrong with something: what it is, what was expected, and what to do. */
export type Trouble = readonly [what: string, expected: string, cure: string];

/** Where an address of a page's own HTML leads. */
export type Address =
  | { readonly is: 'own'; readonly path: string; readonly fragment: string }
  | { readonly is: 'elsewhere' }
  | { readonly is: 'trouble'; readonly trouble: Trouble };

/** The address of a site, and the hosts that its pages may use. */
export interface SiteRules {
  readonly url: string;
  readonly formerly: readonly string[];
  readonly allow: Allow;
}

/** Where an address leads that a tag of name `tag` names, and whether a page may use it. */
export function addressIn(tag: string, named: NamedInTag, rules: SiteRules): Address {
  const { use, attribute, address } = named;
  const what = `${attribute}="${shortened(address)}" at <${tag}>`;
  if (use === 'images' && isInlineMedia(address)) return { is: 'elsewhere' };
  const own = withinSite(address, rules);
  if (own !== undefined) return ownAddress(own, what);
  if (use === 'link') {
    if (isLinkable(address)) return { is: 'elsewhere' };
    return trouble(what, linkSchemeWords, 'correct the address, or remove it');
  }
  const host = hostOf(address);
  if (host === undefined)
    return trouble(what, 'an address that begins with / or https://', 'correct it, or remove it');
  if (isAllowed(use, host, rules.allow)) return { is: 'elsewhere' };
  return notAllowed(what, use, host);
}

function ownAddress(own: string, what: string): Address {
  const { pathname, fragment } = partsOf(own);
  if (pathname === '' || pathname.startsWith('/'))
    return { is: 'own', path: decoded(pathname), fragment: anchorOf(fragment) };
  return trouble(
    `${what}, which leads elsewhere from each page`,
    'an address that begins with / or https://',
    'write the whole path, such as /about/; files lie in public/',
  );
}

function trouble(...words: Trouble): Address {
  return { is: 'trouble', trouble: words };
}

/** The origin of an address of another host; undefined for what is none that a page may load. */
function hostOf(address: string): string | undefined {
  const whole = /^[\\/]{2}/.test(address) ? `https:${address}` : address;
  return schemeOf(whole) === 'https' ? URL.parse(whole)?.origin : undefined;
}

function isAllowed(use: Use, host: string, allow: Allow): boolean {
  if (use === 'contact') return allowedUses.some((one) => allow[one].includes(host));
  return isAllowable(use) && allow[use].includes(host);
}

function isAllowable(use: Use): use is AllowedUse {
  return allowedUses.some((one) => one === use);
}

function notAllowed(what: string, use: Use, host: string): Address {
  if (!isAllowable(use) && use !== 'contact')
    return trouble(
      `${what}, which is on another host`,
      'a file of this site',
      'put the file into public/, or remove it',
    );
  const key = use === 'contact' ? 'connect' : use;
  return trouble(
    `${what}, which is on a host that pages may not use for that`,
    `a host that "allow.${key}" of site.yaml names`,
    `write "allow: { ${key}: [${host}] }" into site.yaml if you trust it, or remove it`,
  );
}

/** An address as messages have it: some hold the data itself. */
export function shortened(address: string): string {
  return address.length > 80 ? `${address.slice(0, 80)}…` : address;
}
