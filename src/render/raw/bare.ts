import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Collector } from '../collect/collector.ts';
import { fragmentOf } from '../html/fragment.ts';
import { parse5 } from '../html/parse5.ts';
import { isForbiddenElement, keepsWords } from './forbidden.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;

/**
 * The HTML of a text without the elements that no page has, where `collector` has told of any: a fault that is known does
 * not stop the build. What is in them goes along, unless readers were to see it.
 */
export function withoutForbidden(html: string, collector: Collector): string {
  if (!collector.has('forbidden-html')) return html;
  const root = fragmentOf(html, { scriptingEnabled: false });
  strip(root);
  return parse5().serialize(root, { scriptingEnabled: false });
}

function strip(parent: Parent): void {
  parent.childNodes = parent.childNodes.flatMap((child) => {
    if (!('tagName' in child)) return [child];
    strip('content' in child ? child.content : child);
    const { tagName, attrs } = child;
    if (!isForbiddenElement(tagName, new Map(attrs.map(({ name, value }) => [name, value]))))
      return [child];
    return keepsWords(tagName) ? child.childNodes : [];
  });
}
