import type { DefaultTreeAdapterTypes } from 'parse5';
import { isInlineMedia, isLinkable, schemeOf } from '#journal/address/scheme.ts';
import { isFilePlaceholder } from '../collect/placeholder.ts';
import { readings } from '../html/balance.ts';
import { fragmentOf } from '../html/fragment.ts';
import { isForbiddenElement } from './forbidden.ts';
import { useOf } from './rawHtml.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * What browsers find in finished HTML that no page may have, however well it was hidden from whoever reads tag by tag:
 * how it begins, or undefined where there is nothing of the kind.
 */
export function escapeIn(html: string): string | undefined {
  for (const scriptingEnabled of readings(html)) {
    const found = escapeBelow(fragmentOf(html, { scriptingEnabled }));
    if (found !== undefined) return found;
  }
  return undefined;
}

function escapeBelow(parent: Parent): string | undefined {
  for (const child of parent.childNodes) {
    if (!('tagName' in child)) continue;
    const inside = 'content' in child ? escapeBelow(child.content) : undefined;
    const found = escapeAt(child) ?? inside ?? escapeBelow(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function escapeAt({ tagName, attrs }: Element): string | undefined {
  if (tagName === 'iframe') return '<iframe>';
  if (isForbiddenElement(tagName, new Map(attrs.map(({ name, value }) => [name, value]))))
    return `<${tagName}>`;
  const found = attrs.find(({ prefix, name, value }) =>
    isEscape(tagName, prefix ? `${prefix}:${name}` : name, value),
  );
  return found && `<${tagName} ${found.name}="${found.value.slice(0, 60)}">`;
}

function isEscape(tagName: string, name: string, value: string): boolean {
  if (/^on|^srcdoc$|^ping$/.test(name)) return true;
  const use = tagName === 'img' ? imageUses.get(name) : useOf(tagName, name);
  if (use === undefined) return false;
  if (use === 'link') return !isLinkable(value) && !isFilePlaceholder(value);
  const all = use === 'set' ? value.split(/[\s,]+/) : [value];
  return all.some((one) => isLoadedFromElsewhere(one));
}

const imageUses: ReadonlyMap<string, 'set' | 'picture'> = new Map([
  ['src', 'picture'],
  ['srcset', 'set'],
]);

function isLoadedFromElsewhere(address: string): boolean {
  if (isFilePlaceholder(address) || isInlineMedia(address)) return false;
  return schemeOf(address) !== undefined || /^\s*[\\/]{2}/.test(address);
}
