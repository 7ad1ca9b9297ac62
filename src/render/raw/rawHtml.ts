import { isInlineMedia } from '#journal/address/scheme.ts';
import { sameFor } from '#journal/once/sameFor.ts';
import type { Collector } from '../collect/collector.ts';
import {
  filePlaceholder,
  imagePlaceholder,
  missingPicture,
  remoteImage,
} from '../collect/placeholder.ts';
import { escapeHtml } from '../html/html.ts';
import { candidatesIn } from '../html/sourceSet.ts';
import type { HtmlTag } from '../html/tags.ts';
import { forbiddenFaults } from './forbidden.ts';
import { frameHtml } from './frame.ts';
import type { RawTag } from './rawTag.ts';

/** What is shown in place of a tag: the same with other values of some attributes and without others, or other HTML. */
export type Resolved =
  | { readonly html: string; readonly values?: undefined; readonly dropped?: undefined }
  | {
      readonly html?: undefined;
      readonly values: ReadonlyMap<string, string>;
      readonly dropped: ReadonlySet<string>;
    };

/**
 * Raw HTML with its addresses resolved as those of Markdown are. All else stays as it was written, but for what stops in
 * the middle of a tag or a comment: that is shown as text, or it would take what stands behind it along.
 */
export function resolveHtml(
  value: string,
  bodyLine: number,
  collector: Collector,
  isInLink = false,
): string {
  const { tags, end } = collector.rawHtml.read(value, bodyLine);
  let html = '';
  let at = 0;
  let isWithin = isInLink;
  for (const [index, tag] of tags.entries()) {
    if (tag.name === 'a')
      isWithin = tag.isEnd ? isInLink : isInLink || isClosedLink(tag, tags, index);
    const isInner = isInLink && tag.name === 'a';
    html += value.slice(at, tag.start);
    const shown = isInner ? inner(tag, collector) : resolved(tag, value, collector, isWithin);
    html += collector.lowersHeadings ? lowered(shown) : shown;
    at = tag.end;
  }
  html += value.slice(at, end) + escapeHtml(value.slice(end));
  const isFrame = tags[0]?.name === 'iframe' && /^\s*<iframe[\s\S]*<\/iframe\s*>\s*$/i.test(value);
  return isFrame ? `<p>${html.trim()}</p>` : html;
}

/** A heading's tag one rank lower. */
function lowered(tag: string): string {
  return tag.replace(
    /^(<\/?h)([1-5])(?=[\s/>])/i,
    (_, begin, rank) => `${begin}${Number(rank) + 1}`,
  );
}

/** A link that is never closed ends where the next begins. */
function isClosedLink({ attributes }: HtmlTag, tags: readonly HtmlTag[], at: number): boolean {
  let next = at + 1;
  while (next < tags.length && tags[next]?.name !== 'a') next++;
  return attributes.has('href') && tags[next]?.isEnd === true;
}

/** An `a` of HTML within a link of Markdown, where browsers would end the link: what leads there stays. */
function inner(tag: HtmlTag, collector: Collector): string {
  if (tag.isEnd) return '</span>';
  const { attributes, line } = tag;
  if (attributes.has('href')) collector.linkInLink(line);
  const id = attributes.get('id') ?? attributes.get('name');
  const isOwn = id !== undefined && collector.id(id, line);
  return isOwn ? `<span id="${escapeHtml(id)}">` : '<span>';
}

function resolved(tag: HtmlTag, value: string, collector: Collector, isInLink: boolean): string {
  if (tag.isEnd) return tag.name === 'iframe' ? '' : value.slice(tag.start, tag.end);
  const { html, values, dropped } = resolveTag(tag, collector, isInLink);
  return html ?? withValues(tag, value, values, dropped);
}

/** Resolves the addresses in a tag, and tells what a page of this journal cannot have. */
export function resolveTag(tag: RawTag, collector: Collector, isInLink = false): Resolved {
  const { name, attributes, line } = tag;
  const key = attributes.has('id') || name !== 'a' ? 'id' : 'name';
  const id = attributes.get(key) ?? '';
  const isDouble = id !== '' && !collector.id(id, line);
  const forbidden = forbiddenFaults(tag, collector);
  const dropped = new Set([...forbidden, ...(isDouble ? [key] : [])]);
  if (name === 'iframe') {
    const link = (url: string) => (forbidden.has('src') ? '' : collector.addresses.link(url, line));
    const html = frameHtml(attributes, link);
    return { html: isInLink ? html.replace(/^<a [^>]*>|<\/a>$/g, '') : html };
  }
  const values = new Map<string, string>();
  for (const [attribute, value] of attributes) {
    if (name === 'img' && imageOwn.has(attribute)) continue;
    const use = useOf(name, attribute);
    if (use === undefined || value === '' || forbidden.has(attribute)) continue;
    const address = resolveUse(use, value, tag, collector);
    if (address) values.set(attribute, address);
    else dropped.add(attribute);
  }
  return name === 'img'
    ? image(tag, collector, { values, dropped }, isInLink)
    : { values, dropped };
}

/** Addresses of a picture itself. */
const imageOwn = new Set(['src', 'srcset']);

/** What an attribute does with its address: all but a link is loaded with the page. */
export type Use = 'link' | 'media' | 'embedded' | 'picture' | 'set';

/** Attributes through which a page uses a file, where that depends on the element. `img` and `iframe` have ways of their own. */
const uses: Readonly<Record<string, Readonly<Record<string, Use>>>> = {
  a: { href: 'link', 'xlink:href': 'link' },
  area: { href: 'link' },
  embed: { src: 'embedded' },
  input: { src: 'picture' },
  // Of these only microdata may stand in a text, and a browser loads nothing for it.
  link: { href: 'link' },
  object: { data: 'embedded' },
};

/** The same at all other elements. */
const usesAnywhere: Readonly<Record<string, Use>> = {
  ...sameFor('href xlink:href xlinkhref poster background', 'picture'),
  ...sameFor('src data', 'media'),
  ...sameFor('srcset imagesrcset', 'set'),
  ...sameFor('action formaction cite longdesc', 'link'),
};

/** What an attribute of an element does with its address, if it has one. `img` and `iframe` have ways of their own. */
export function useOf(name: string, attribute: string): Use | undefined {
  const own = Object.hasOwn(uses, name) ? uses[name]?.[attribute] : undefined;
  return own ?? (Object.hasOwn(usesAnywhere, attribute) ? usesAnywhere[attribute] : undefined);
}

/** The address to show; none where the page has to do without it. */
function resolveUse(
  use: Use,
  value: string,
  { line }: RawTag,
  collector: Collector,
): string | undefined {
  const { addresses } = collector;
  switch (use) {
    case 'link':
      return addresses.link(value, line);
    case 'media':
      return addresses.media(value, line);
    case 'embedded':
      return addresses.embedded(value, line);
    case 'picture':
      return addresses.picture(value, line);
    case 'set':
      return pictureSet(value, line, collector);
  }
}

/** The attributes of a tag as they are written into HTML, each with a space before it, without those of `without`. */
function attributesHtml(
  attributes: ReadonlyMap<string, string>,
  without: readonly string[] = [],
): string {
  return [...attributes]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) =>
      value === '' && name !== 'alt' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
    )
    .join('');
}

function withValues(
  whole: HtmlTag,
  html: string,
  values: ReadonlyMap<string, string>,
  dropped: ReadonlySet<string>,
): string {
  const { attributes, places, start, end } = whole;
  if (dropped.size > 0 || [...values.keys()].some((name) => !places.has(name))) {
    // Of an attribute that is given twice, the second would hold without the first.
    const written = html.slice(start + 1, start + 1 + whole.name.length);
    const rest = attributesHtml(new Map([...attributes, ...values]), [...dropped]);
    return `<${written}${rest}${html.slice(start, end).endsWith('/>') ? ' />' : '>'}`;
  }
  let tag = '';
  let at = start;
  for (const [name, [from, to]] of places) {
    const value = values.get(name);
    if (value === undefined) continue;
    const written = html.slice(from, from + name.length);
    tag += `${html.slice(at, from)}${written}="${escapeHtml(value)}"`;
    at = to;
  }
  return tag + html.slice(at, end);
}

/** `values` are those of its other addresses, `dropped` attributes that the picture cannot have. */
function image(
  { attributes, line }: RawTag,
  collector: Collector,
  { values, dropped }: Extract<Resolved, { readonly html?: undefined }>,
  isInLink: boolean,
): Resolved {
  const src = attributes.get('src') ?? '';
  const alt = attributes.get('alt');
  if (alt === undefined) tellMissingAlt(src, line, collector);
  if (collector.addresses.isElsewhere(src)) return { html: remoteImage(src, alt ?? '', isInLink) };
  const written = attributes.get('srcset');
  const set = written && pictureSet(written, line, collector);
  const withSet = (src: readonly [string, string][]): Resolved => ({
    values: new Map([
      ...values,
      ...(alt === undefined ? [['alt', ''] as const] : []),
      ...src,
      ...(set ? [['srcset', set] as const] : []),
    ]),
    dropped: set === '' ? new Set([...dropped, 'srcset']) : dropped,
  });
  if (isInlineMedia(src) || (src === '' && set)) return withSet([]);
  const file = collector.addresses.pictureFile(src, line);
  const own = file === undefined ? collector.addresses.shownAt(src) : undefined;
  if (own !== undefined) return withSet([['src', own]]);
  if (file === undefined) return { html: missingPicture(alt ?? '') };
  // Whoever gives a set of files wants those.
  if (set) return withSet([['src', filePlaceholder(file)]]);
  const rest = attributesHtml(new Map([...attributes, ...values]), [
    'src',
    'srcset',
    'alt',
    'title',
    'sizes',
    ...dropped,
  ]);
  return { html: imagePlaceholder(file, alt ?? '', attributes.get('title'), rest) };
}

function tellMissingAlt(src: string, line: number, collector: Collector): void {
  collector.fault(
    'missing-alt',
    line,
    `the picture ${src} has no alt text`,
    'words that say what it shows',
    'write alt="what it shows", or alt="" if it only decorates',
  );
}

function pictureSet(set: string, line: number, collector: Collector): string {
  const found = candidatesIn(set).flatMap(({ address, size }) => {
    const shown = shownInSet(address, line, collector);
    return shown ? [`${shown} ${size}`.trim()] : [];
  });
  return found.join(', ');
}

function shownInSet(url: string, line: number, collector: Collector): string | undefined {
  const { addresses } = collector;
  if (isInlineMedia(url)) return url;
  if (addresses.isElsewhere(url)) return addresses.picture(url, line);
  const file = addresses.pictureFile(url, line);
  return file === undefined ? addresses.shownAt(url) : filePlaceholder(file);
}
