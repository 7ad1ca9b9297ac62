import type { DefaultTreeAdapterTypes } from 'parse5';
import { isInlineMedia, isLinkable, schemeOf } from '#journal/address/scheme.ts';
import { firstFound } from '#journal/once/firstFound.ts';
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
  return firstFound(readings(html), (scriptingEnabled) =>
    escapeBelow(fragmentOf(html, { scriptingEnabled })),
  );
}

function escapeBelow(parent: Parent): string | undefined {
  return firstFound(parent.childNodes, (child) => {
    if (!('tagName' in child)) return undefined;
    const inside = 'content' in child ? escapeBelow(child.content) : undefined;
    return escapeAt(child) ?? inside ?? escapeBelow(child);
  });
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
