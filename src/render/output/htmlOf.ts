import type { Element, Nodes, Root } from 'hast';
import { lazyPackage } from '../html/lazyPackage.ts';
import { attributeOf } from './plainAttributes.ts';
import { isPlainElement, isVoid } from './plainElements.ts';

const whole = lazyPackage<typeof import('hast-util-to-html')>('hast-util-to-html');

/** The HTML of a tree: that of `hast-util-to-html`, which is asked where an element is none that bodies are made of. */
export function htmlOf({ children }: Root | Element): string {
  let html = '';
  for (const child of children) html += nodeHtml(child);
  return html;
}

function nodeHtml(node: Nodes): string {
  if (node.type === 'text') return escaped(node.value);
  const start = node.type === 'element' ? startTag(node) : undefined;
  if (node.type !== 'element' || start === undefined) return whole().toHtml(node);
  const inside = htmlOf(node);
  return inside === '' && isVoid(node.tagName) ? start : `${start}${inside}</${node.tagName}>`;
}

/** Undefined where it is not known how the element is written. */
function startTag({ tagName, properties }: Element): string | undefined {
  if (!isPlainElement(tagName)) return undefined;
  let tag = `<${tagName}`;
  for (const property of Object.keys(properties)) {
    const value = properties[property];
    const name = attributeOf(property);
    if (name === undefined) return undefined;
    if (value === null || value === undefined || value === false) continue;
    tag += value === true ? ` ${name}` : ` ${name}="${valueText(value)}"`;
  }
  return `${tag}>`;
}

function valueText(value: string | number | readonly (string | number)[]): string {
  const text = typeof value === 'object' ? value.join(' ').trim() : String(value);
  return text.replace(/["&'`]/g, reference);
}

function escaped(text: string): string {
  return text.includes('<') || text.includes('&') ? text.replace(/[<&]/g, reference) : text;
}

function reference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;
}
