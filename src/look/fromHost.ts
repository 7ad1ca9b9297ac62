import { candidatesIn } from '../render/html/sourceSet.ts';
import type { HtmlTag } from '../render/html/tags.ts';
import { usesIn } from './htmlUses.ts';

/**
 * HTML in which paths begin at the root of the host, out of one in which they begin where the journal does. `base` is
 * what stands before each of them.
 */
export function fromHost(html: string, tags: readonly HtmlTag[], base: string): string {
  if (base === '') return html;
  const start = base.replace(meaningful, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const pieces = tags.map((tag, index) => {
    const before = html.slice(tags[index - 1]?.end ?? 0, tag.start);
    const isStyle = tags[index - 1]?.name === 'style' && !tags[index - 1]?.isEnd;
    return (isStyle ? styleFromHost(before, start) : before) + tagFromHost(html, tag, start);
  });
  return pieces.join('') + html.slice(tags.at(-1)?.end ?? 0);
}

/** What would end an attribute, or stand for something else in HTML or in the place of a match. */
const meaningful = /['&$]/g;

const attribute = /(\s([^\s=>"'/]+)\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/g;

function tagFromHost(html: string, tag: HtmlTag, base: string): string {
  const text = html.slice(tag.start, tag.end);
  const named = new Set(tag.isEnd ? [] : usesIn(tag).map((one) => one.attribute));
  return text.replace(attribute, (whole, head: string, name: string, value: string) =>
    named.has(name.toLowerCase()) ? head + valueFromHost(name.toLowerCase(), value, base) : whole,
  );
}

/** `value` may have quotes around it, and be a list. */
function valueFromHost(name: string, value: string, base: string): string {
  if (name.endsWith('srcset')) return setFromHost(value, base);
  return value.replace(name === 'ping' ? /(^["']?\s*|\s)\/(?!\/)/g : first, `$1${base}/`);
}

function setFromHost(value: string, base: string): string {
  const start = /^["']/.test(value) ? 1 : 0;
  const set = value.slice(start, value.length - start);
  const own = candidatesIn(set).filter(({ address }) => /^\/(?!\/)/.test(address));
  return own.reduceRight(
    (left, { at }) => left.slice(0, start + at) + base + left.slice(start + at),
    value,
  );
}

const first = /(^["']?\s*)\/(?!\/)/;

function styleFromHost(css: string, base: string): string {
  return css.replace(/(\burl\(\s*["']?)\/(?!\/)/gi, `$1${base}/`);
}
