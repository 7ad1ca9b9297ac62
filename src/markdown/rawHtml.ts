import type { Collector } from './collector.ts';
import { anyTag, attributesOf, escapeHtml } from './html.ts';
import { filePlaceholder, imagePlaceholder, remoteImage } from './placeholder.ts';

/** An element as raw HTML or JSX begins it, and the line of the body on which it does. */
export interface RawTag {
  /** In lower case. */
  readonly name: string;
  /** By lower-case name, character references undone. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
}

/** What is shown in place of a tag: the same with other values of some attributes, or other HTML. */
export type Resolved =
  | { readonly html: string; readonly values?: undefined }
  | { readonly html?: undefined; readonly values: ReadonlyMap<string, string> };

/** Raw HTML with its addresses resolved as those of Markdown are. All else stays as it was written. */
export function resolveHtml(value: string, bodyLine: number, collector: Collector): string {
  const visible = value.replace(comment, (text) => text.replace(/[^\n]/g, ' '));
  let html = '';
  let at = 0;
  for (const match of visible.matchAll(anyTag)) {
    const [tag] = match;
    const name = /^<([a-z][^\s/>]*)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
    const line = bodyLine + value.slice(0, match.index).split('\n').length - 1;
    const { html: other, values } = resolveTag(
      { name, attributes: attributesOf(tag), line },
      collector,
    );
    html += value.slice(at, match.index) + (other ?? withValues(tag, values ?? new Map()));
    at = match.index + tag.length;
  }
  return html + value.slice(at);
}

/** Resolves the addresses in a tag, and tells what a page of this journal cannot have. */
export function resolveTag(tag: RawTag, collector: Collector): Resolved {
  const { name, attributes, line } = tag;
  const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
  if (id !== undefined && id !== '') collector.id(id, line);
  // Links stand in for frames.
  if (name === 'iframe') return { values: new Map() };
  forbiddenFaults(tag, collector);
  if (name === 'img') return image(tag, collector);
  const values = new Map<string, string>();
  for (const [attribute, use] of Object.entries(usesOf(name))) {
    const value = attributes.get(attribute);
    if (value !== undefined && value !== '')
      values.set(attribute, resolveUse(use, value, tag, collector));
  }
  return { values };
}

/** What an attribute does with its address: a picture and a recording are loaded with the page, a link is not. */
type Use = 'link' | 'media' | 'picture' | 'set';

/** Every attribute through which a page uses a file, but for those of `img` and `iframe`, which have ways of their own. */
const uses: Readonly<Record<string, Readonly<Record<string, Use>>>> = {
  a: { href: 'link', 'xlink:href': 'link' },
  area: { href: 'link' },
  audio: { src: 'media' },
  embed: { src: 'media' },
  feimage: { href: 'picture', 'xlink:href': 'picture' },
  image: { href: 'picture', 'xlink:href': 'picture' },
  input: { src: 'picture' },
  object: { data: 'media' },
  source: { src: 'media', srcset: 'set' },
  table: { background: 'picture' },
  td: { background: 'picture' },
  th: { background: 'picture' },
  track: { src: 'media' },
  use: { href: 'picture', 'xlink:href': 'picture' },
  video: { src: 'media', poster: 'picture' },
};

function usesOf(name: string): Readonly<Record<string, Use>> {
  return Object.hasOwn(uses, name) ? (uses[name] ?? {}) : {};
}

function resolveUse(use: Use, value: string, { line }: RawTag, collector: Collector): string {
  const { addresses } = collector;
  switch (use) {
    case 'link':
      return addresses.link(value, line);
    case 'media':
      return addresses.media(value, line);
    case 'picture':
      return addresses.picture(value, line) ?? value;
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
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`))
    .join('');
}

const comment = /<!--[\s\S]*?(?:-->|$)/g;

function withValues(tag: string, values: ReadonlyMap<string, string>): string {
  if (values.size === 0) return tag;
  return tag.replace(
    /(\s)([^\s=>"'/]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s"'>]+)/g,
    (whole, space: string, name: string) => {
      const value = values.get(name.toLowerCase());
      return value === undefined ? whole : `${space}${name}="${escapeHtml(value)}"`;
    },
  );
}

function image({ attributes, line }: RawTag, collector: Collector): Resolved {
  const src = attributes.get('src') ?? '';
  const alt = attributes.get('alt');
  if (alt === undefined) {
    collector.fault(
      line,
      `the picture ${src} has no alt text`,
      'words that say what it shows',
      'write alt="what it shows", or alt="" if it only decorates',
    );
  }
  if (src.startsWith('data:')) return { values: new Map() };
  if (collector.addresses.isElsewhere(src)) return { html: remoteImage(src, alt ?? '', false) };
  const file = collector.addresses.pictureFile(src, line);
  if (file === undefined) return { values: new Map() };
  const set = attributes.get('srcset');
  if (set === undefined) {
    const rest = attributesHtml(attributes, ['src', 'alt', 'title', 'sizes']);
    return { html: imagePlaceholder(file, alt ?? '', attributes.get('title'), rest) };
  }
  // Whoever gives a set of files wants those.
  return {
    values: new Map([
      ['src', filePlaceholder(file)],
      ['srcset', pictureSet(set, line, collector)],
    ]),
  };
}

/** The candidates of a `srcset` (HTML, "Srcset attributes"), which commas and white space part. */
function pictureSet(set: string, line: number, collector: Collector): string {
  return set
    .split(/,\s+|,$/)
    .flatMap((candidate) => {
      const [url = '', ...size] = candidate.trim().split(/\s+/);
      if (url === '') return [];
      if (collector.addresses.isElsewhere(url))
        return [[collector.addresses.picture(url, line) ?? url, ...size].join(' ')];
      const file = collector.addresses.pictureFile(url, line);
      return [[file === undefined ? url : filePlaceholder(file), ...size].join(' ')];
    })
    .join(', ');
}

/** What the Content-Security-Policy of the pages keeps from working, without a word to the reader. */
function forbiddenFaults({ name, attributes, line }: RawTag, collector: Collector): void {
  if (name === 'script' || name === 'style') {
    const what =
      name === 'script' ? 'no script runs on these pages' : 'styles come from the theme alone';
    collector.fault(line, `a <${name}>, and ${what}`, 'HTML without it', 'remove it');
  }
  for (const [attribute, value] of attributes) {
    if (/^on[a-z]/.test(attribute))
      collector.fault(
        line,
        `${attribute} at <${name}>, and no script runs on these pages`,
        'HTML without scripts',
        'remove it',
      );
    else if (attribute === 'style')
      collector.fault(
        line,
        `style at <${name}>, and browsers pass over it on these pages`,
        'HTML without inline styles',
        'remove it, or say the same in Markdown',
      );
    else if (/^\s*javascript:/i.test(value))
      collector.fault(
        line,
        `${attribute} at <${name}> that begins with javascript:, and no script runs on these pages`,
        'an address',
        'remove it',
      );
  }
}
