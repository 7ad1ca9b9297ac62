import { afterMove } from '#journal/address/address.ts';
import { type SiteAddress, siteBase } from '#journal/address/base.ts';
import { escapeHtml } from '../render/html/html.ts';
import { candidatesIn } from '../render/html/sourceSet.ts';
import type { HtmlTag } from '../render/html/tags.ts';
import { usesIn } from './htmlUses.ts';

/**
 * HTML in which paths begin at the root of the host, out of one in which they begin where the journal does. Addresses of
 * where it was before become those of where it is.
 */
export function fromHost(html: string, tags: readonly HtmlTag[], site: SiteAddress): string {
  const base = siteBase(site.url);
  if (base === '' && site.formerly.length === 0) return html;
  const start = base.replace(meaningful, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const shown = (address: string) => {
    const own = afterMove(address, site);
    return /^\/(?!\/)/.test(own) ? start + own : address;
  };
  const pieces = tags.map((tag, index) => {
    const before = html.slice(tags[index - 1]?.end ?? 0, tag.start);
    const isStyle = tags[index - 1]?.name === 'style' && !tags[index - 1]?.isEnd;
    const css = before.replace(/(\burl\(\s*["']?)\/(?!\/)/gi, `$1${start}/`);
    return (isStyle ? css : before) + tagFromHost(html, tag, shown);
  });
  return pieces.join('') + html.slice(tags.at(-1)?.end ?? 0);
}

/** What would end an attribute, or stand for something else in HTML or in the place of a match. */
const meaningful = /['&$]/g;

const attribute = /(\s([^\s=>"'/]+)\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/g;

/** An address as the page has it, out of one as it is written. */
type Shown = (address: string) => string;

function tagFromHost(html: string, tag: HtmlTag, shown: Shown): string {
  const text = html.slice(tag.start, tag.end);
  const named = new Set(tag.isEnd ? [] : usesIn(tag).map((one) => one.attribute));
  return text.replace(attribute, (whole, head: string, typed: string, value: string) => {
    const name = typed.toLowerCase();
    if (!named.has(name)) return whole;
    // A slash may be written as a character reference.
    const plain = value.includes('&') ? `"${escapeHtml(tag.attributes.get(name) ?? '')}"` : value;
    return head + valueFromHost(name, plain, shown);
  });
}

/** `value` may have quotes around it, and be a list. */
function valueFromHost(name: string, value: string, shown: Shown): string {
  if (name.endsWith('srcset')) return setFromHost(value, shown);
  const [, start = '', address = '', end = ''] = /^(["']?\s*)([\s\S]*?)(["']?)$/.exec(value) ?? [];
  if (name === 'ping') return start + address.replace(/\S+/g, shown) + end;
  return start + shown(address) + end;
}

function setFromHost(value: string, shown: Shown): string {
  const start = /^["']/.test(value) ? 1 : 0;
  const set = value.slice(start, value.length - start);
  return candidatesIn(set).reduceRight((left, { address, at }) => {
    const [from, to] = [start + at, start + at + address.length];
    return left.slice(0, from) + shown(left.slice(from, to)) + left.slice(to);
  }, value);
}
