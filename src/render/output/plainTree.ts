import type { Element, Parents, Properties, Root } from 'hast';
import { unescapeHtml } from '../html/html.ts';
import { type PlainAttribute, plainAttribute } from './plainAttributes.ts';
import { isVoid, mayStandIn, mayText } from './plainElements.ts';

/**
 * The tree of HTML in which all stands as it is read: each element is one that bodies are made of, stands where it may,
 * and has its end. It is the tree of `htmlToHast`, in a quarter of the time; undefined for all other HTML.
 */
export function plainTree(html: string): Root | undefined {
  if (isSurprising(html)) return undefined;
  const root: Root = { type: 'root', children: [] };
  const open: Parents[] = [root];
  let at = 0;
  while (at < html.length) {
    const tagAt = html.indexOf('<', at);
    const text = html.slice(at, tagAt === -1 ? html.length : tagAt);
    if (text !== '' && !addText(text, open)) return undefined;
    if (tagAt === -1) break;
    const length = html[tagAt + 1] === '/' ? end(html, tagAt, open) : begin(html, tagAt, open);
    if (length === undefined) return undefined;
    at = tagAt + length;
  }
  return open.length === 1 ? root : undefined;
}

/** Whether there is something that a parser reads as something else than it says. */
function isSurprising(html: string): boolean {
  return (
    html.startsWith('\uFEFF') ||
    html.includes('\0') ||
    html.includes('\r') ||
    !html.isWellFormed() ||
    (html.includes('&') && /&(?!(?:amp|lt|gt|quot);)/.test(html))
  );
}

function addText(text: string, open: readonly Parents[]): boolean {
  const parent = open.at(-1);
  if (!parent || !mayText(text, parent)) return false;
  parent.children.push({ type: 'text', value: unescapeHtml(text) });
  return true;
}

const endTag = /<\/([a-z][a-z\d]*)>/y;

/** The length of an end tag; undefined where it is not that of the innermost element. */
function end(html: string, at: number, open: Parents[]): number | undefined {
  endTag.lastIndex = at;
  const [tag, name] = endTag.exec(html) ?? [];
  const element = open.pop();
  return element?.type === 'element' && element.tagName === name ? tag?.length : undefined;
}

const startTag = /<([a-z][a-z\d]*)((?: [a-z][a-z-]*(?:="[^"]*")?)*)( ?\/)?>/y;

/** The length of a start tag, whose element is open from here on unless it has no end; undefined where it may not stand. */
function begin(html: string, at: number, open: Parents[]): number | undefined {
  startTag.lastIndex = at;
  const [tag, name = '', attributes = '', slash] = startTag.exec(html) ?? [];
  if (tag === undefined || !mayStandIn(open, name)) return undefined;
  // It would be no part of the code.
  if (name === 'pre' && html[at + tag.length] === '\n') return undefined;
  const properties = propertiesOf(attributes);
  if (!properties) return undefined;
  const element: Element = { type: 'element', tagName: name, properties, children: [] };
  open.at(-1)?.children.push(element);
  if (isVoid(name)) return tag.length;
  open.push(element);
  return slash === undefined ? tag.length : undefined;
}

const attribute = / ([a-z-]+)(?:="([^"]*)")?/g;

/** All that nearly all elements have that have anything: each token of code is one. */
const classesAlone = /^ class="([\w-]+(?: [\w-]+)*)"$/;

function propertiesOf(attributes: string): Properties | undefined {
  if (attributes === '') return {};
  const [, classes] = classesAlone.exec(attributes) ?? [];
  if (classes !== undefined) return { className: classes.split(' ') };
  const properties: Properties = {};
  attribute.lastIndex = 0;
  for (let found = attribute.exec(attributes); found; found = attribute.exec(attributes)) {
    const [, name = '', text = ''] = found;
    const known = plainAttribute(name);
    const value = known && valueIn(known, unescapeHtml(text));
    // Of two with one name the first counts.
    if (value === undefined || !known || known.property in properties) return undefined;
    properties[known.property] = value;
  }
  return properties;
}

function valueIn({ kind }: PlainAttribute, text: string): Properties[string] {
  switch (kind) {
    case 'text':
      return text;
    case 'words':
      // Parsers differ in which other white space parts words.
      if (/[^\S ]|\u0085/.test(text)) return undefined;
      return text.split(' ').filter((word) => word !== '');
    case 'number':
      return /^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : undefined;
    case 'flag':
      return text === '' ? true : undefined;
    default:
      return kind satisfies never;
  }
}
