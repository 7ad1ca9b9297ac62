import type { Element, Nodes, Parents, Properties, Root } from 'hast';
import { decoded } from '#journal/address/contentPath.ts';
import { isInlineMedia, isLinkable } from '#journal/address/scheme.ts';
import { insteadOf } from '#journal/text/embedded.ts';
import { isHidden } from '#journal/text/html/hiddenHtml.ts';
import type { SourceDocument } from '../collect/document.ts';
import { footnotePrefix } from '../collect/footnotes.ts';
import { lazyPackage } from '../html/lazyPackage.ts';
import { keepPullQuotes } from './feedBlocks.ts';
import { changeFirst, changeForFeed } from './feedForms.ts';
import { partMarks } from './feedMarks.ts';
import { htmlOf } from './htmlOf.ts';
import { neededIds, renameReferences } from './ownReferences.ts';
import { plainTree } from './plainTree.ts';

const satteri = lazyPackage<typeof import('satteri')>('satteri');

/**
 * A body for a page on which other bodies stand: ids other than those of footnotes go, and links to them lead to the
 * document's own page. An id that the body needs for itself, as drawings do, is made the document's own. Where only
 * headings have ids the HTML is all our own, and its tags need no parser. `address` is that of its page from the root of the host.
 */
export function bodyInList(
  html: string,
  document: SourceDocument,
  ids: 'headings' | 'raw',
  address = encodeURI(document.path),
): string {
  const prefix = footnotePrefix(document.id);
  const isOwn = (fragment: string) => !decoded(fragment).startsWith(prefix);
  if (ids === 'headings') {
    const plain = withoutHeadingIds(html);
    // Nearly all have links to footnotes alone, which are told faster than links are.
    const leadsWithin = [...placesOf(html, '"#')].some((at) =>
      isOwn(html.slice(at + 2, html.indexOf('"', at + 2))),
    );
    if (!leadsWithin) return plain;
    return plain.replace(linkWithin, (link, before: string, fragment: string) =>
      isOwn(fragment) ? `${before}${address}#${fragment}"` : link,
    );
  }
  let needed = new Set<string>();
  const inList = (id: string) => (needed.has(id) && !id.startsWith(prefix) ? `${prefix}${id}` : id);
  return rewrite(
    html,
    (element) => {
      const { id } = element.properties;
      renameReferences(element, inList);
      if (typeof id === 'string' && !id.startsWith(prefix)) {
        if (needed.has(id)) element.properties['id'] = inList(id);
        else delete element.properties['id'];
      }
      if (element.tagName === 'a') leadTo(address, element, isOwn);
      return undefined;
    },
    (root) => {
      needed = neededIds(root);
    },
  );
}

const headingWithId = /<h[1-6] id="[^"]*">/y;

/** Made of the parts that stay, which are not copied: a page is put together of its bodies in the end. */
function withoutHeadingIds(html: string): string {
  let plain = '';
  let from = 0;
  for (const at of placesOf(html, '<h')) {
    headingWithId.lastIndex = at;
    if (!headingWithId.test(html)) continue;
    plain += html.slice(from, at + '<h2'.length);
    from = headingWithId.lastIndex - '>'.length;
  }
  return plain + html.slice(from);
}

/** Where some signs stand. Of a hundred thousand, a regular expression finds them in three times as long. */
function* placesOf(text: string, signs: string): Generator<number, undefined> {
  for (let at = text.indexOf(signs); at !== -1; at = text.indexOf(signs, at + 1)) yield at;
}

function leadTo(address: string, { properties }: Element, isOwn: (fragment: string) => boolean) {
  const { href } = properties;
  delete properties['name'];
  if (typeof href === 'string' && href.startsWith('#') && isOwn(href.slice(1)))
    properties['href'] = `${address}${href}`;
}

/** The beginning of a link within the document. Raw HTML may have given it other attributes first. */
const linkWithin =
  /(<a(?:\s+[^\s=<>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*?\s+href\s*=\s*")#([^"]*)"/gi;

const addresses = new Set(['href', 'src', 'poster', 'cite', 'action', 'longDesc', 'background']);
const refused = new Set([
  'script',
  'style',
  'iframe',
  'input',
  'link',
  'meta',
  'base',
  'frame',
  'frameset',
  'applet',
  'noscript',
  'template',
  'animate',
  'set',
]);

/**
 * A body for a feed: every address absolute, nothing that a reader would have to run, footnotes in the classes by which
 * readers find them. `permalink` is the document's absolute address.
 */
export function bodyInFeed(html: string, permalink: string): string {
  const change = (element: Element) => {
    if (changeFirst(element) === 'ready') return undefined;
    if (refused.has(element.tagName) || isHidden(element)) return 'remove';
    if (element.tagName === 'form') return 'unwrap';
    if (element.tagName === 'button') return hasLink(element) ? 'unwrap' : 'remove';
    if (element.tagName === 'object' || element.tagName === 'embed')
      return objectInFeed(element, permalink);
    const instead = changeForFeed(element);
    if (instead === 'remove' || instead === 'unwrap') return instead;
    changeAttributes(element, permalink);
    return undefined;
  };
  return rewrite(html, change, keepPullQuotes, partMarks);
}

/** Attributes that no reader should act upon. */
const unread = new Set(['style', 'ping', 'srcDoc', 'formAction', 'data']);

function changeAttributes({ properties }: Element, permalink: string): void {
  for (const name of Object.keys(properties)) {
    if (/^(?:[Oo][Nn]|data[^a-z])/.test(name) || unread.has(name)) delete properties[name];
    else if (addresses.has(name)) changeAddress(properties, name, permalink);
    else if (name === 'xLinkHref' && !mayLead(properties[name])) delete properties[name];
    else if (name === 'srcSet' && properties[name] !== undefined)
      properties[name] = absoluteSet(String(properties[name]), permalink);
  }
}

function changeAddress(properties: Properties, name: string, permalink: string): void {
  const value = properties[name];
  if (typeof value !== 'string') return;
  const address = absolute(value, permalink);
  if (mayLead(address)) properties[name] = address;
  else delete properties[name];
}

function hasLink({ children }: Element): boolean {
  return children.some((one) => one.type === 'element' && (one.tagName === 'a' || hasLink(one)));
}

function objectInFeed(element: Element, permalink: string): 'remove' | 'unwrap' | undefined {
  const instead = insteadOf(element);
  if (instead === 'children') return 'unwrap';
  if (!instead || !mayLead(instead.url)) return 'remove';
  element.tagName = 'a';
  element.properties = { href: absolute(instead.url, permalink) };
  element.children = [{ type: 'text', value: instead.words }];
  return undefined;
}

function mayLead(address: unknown): boolean {
  return typeof address !== 'string' || isLinkable(address) || isInlineMedia(address);
}

function absolute(address: string, permalink: string): string {
  return URL.parse(address, permalink)?.href ?? permalink;
}

function absoluteSet(value: string, permalink: string): string {
  return value
    .split(/,\s+/)
    .map((candidate) => {
      const [address = '', ...size] = candidate.trim().split(/\s+/);
      return [absolute(address, permalink), ...size].join(' ');
    })
    .join(', ');
}

type Change = (element: Element) => 'remove' | 'unwrap' | undefined;

function rewrite(
  html: string,
  change: Change,
  look?: (root: Root) => void,
  finish?: (root: Root) => void,
): string {
  const root = plainTree(html) ?? (satteri().htmlToHast(html, { fragment: true }) as Root);
  look?.(root);
  rewriteIn(root, change);
  finish?.(root);
  return htmlOf(root);
}

function rewriteIn(parent: Parents, change: Change): void {
  const kept: Nodes[] = [];
  keep(parent.children, change, kept);
  parent.children = kept as typeof parent.children;
}

function keep(nodes: readonly Nodes[], change: Change, kept: Nodes[]): void {
  for (const node of nodes) {
    if (node.type === 'comment') continue;
    const instead = node.type === 'element' ? change(node) : undefined;
    if (node.type === 'element' && instead === 'unwrap') keep(node.children, change, kept);
    if (instead !== undefined) continue;
    kept.push(node);
    if (node.type === 'element' && node.children.length > 0) rewriteIn(node, change);
  }
}
