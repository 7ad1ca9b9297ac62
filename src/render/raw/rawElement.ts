import type {
  MdastNode,
  MdxJsxAttributeUnion,
  MdxJsxFlowElement,
  MdxJsxTextElement,
} from 'satteri';
import type { Collector } from '../collect/collector.ts';
import { forbiddenFaults, isForbiddenElement, keepsWords } from './forbidden.ts';
import { type Resolved, resolveTag } from './rawHtml.ts';
import type { RawTag } from './rawTag.ts';

/**
 * Resolves the addresses of a JSX element of MDX as those of raw HTML. Components, which begin with a capital, and
 * what is computed stay as they are. The answer stands in for the element, if anything does.
 */
export function resolveElement(
  given: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
  collector: Collector,
  ready: (html: string) => MdastNode,
  isInLink: boolean,
): MdastNode | undefined {
  const isLowered = collector.lowersHeadings && /^h[1-5]$/.test(given.name ?? '');
  const node = isLowered ? { ...given, name: `h${Number(given.name?.slice(1)) + 1}` } : given;
  const line = node.position?.start.line ?? 1;
  if (!/^[a-z][\w-]*$/.test(node.name ?? '')) {
    const id = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
    if (typeof id?.value === 'string') collector.id(id.value, line);
    return undefined;
  }
  const { attributes, isWhole } = literalAttributes(node.attributes);
  if (node.name === 'a' && isInLink) return innerLink(node, attributes, line, collector);
  const tag = { name: given.name ?? '', attributes, line };
  const isForbidden = isForbiddenElement(tag.name, attributes);
  // A link stands in for a frame.
  if (tag.name === 'iframe') forbiddenFaults(tag, collector);
  if (tag.name === 'iframe') return undefined;
  const { html, values, dropped } = isWhole
    ? resolveTag(tag, collector, isInLink)
    : resolvePart(tag, collector);
  if (isForbidden)
    return keepsWords(tag.name) ? { ...node, name: null, attributes: [] } : ready('');
  if (html !== undefined) return ready(html);
  if (values.size === 0 && dropped.size === 0) return isLowered ? node : undefined;
  const kept = node.attributes.filter(
    (one) => one.type !== 'mdxJsxAttribute' || !dropped.has(htmlName(one.name)),
  );
  const resolved = kept.map((one) => {
    const value = one.type === 'mdxJsxAttribute' ? values.get(htmlName(one.name)) : undefined;
    return value === undefined ? one : { ...one, value };
  });
  const added = [...values].flatMap(([name, value]) =>
    attributes.has(name) ? [] : [{ type: 'mdxJsxAttribute' as const, name, value }],
  );
  return { ...node, attributes: [...resolved, ...added] };
}

/** A link within a link, where browsers would end the outer one: what leads there stays. */
function innerLink(
  node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>,
  attributes: ReadonlyMap<string, string>,
  line: number,
  collector: Collector,
): MdastNode {
  if (attributes.has('href')) collector.linkInLink(line);
  const kept = node.attributes.filter((one) => one.type === 'mdxJsxAttribute' && one.name === 'id');
  return { ...node, name: 'span', attributes: kept };
}

/** Of an element with computed attributes nothing can stand in for it, and its alt text may be computed. */
function resolvePart(tag: RawTag, collector: Collector): Resolved {
  if (tag.name !== 'img') return resolveTag(tag, collector);
  const src = tag.attributes.get('src');
  const address = src === undefined ? undefined : collector.addresses.picture(src, tag.line);
  return { values: new Map(address ? [['src', address]] : []), dropped: new Set() };
}

/** Attributes by the names that HTML has for them, and whether those are all: others are computed. */
function literalAttributes(attributes: readonly MdxJsxAttributeUnion[]): {
  attributes: ReadonlyMap<string, string>;
  isWhole: boolean;
} {
  const literal = new Map<string, string>();
  let isWhole = true;
  for (const one of attributes) {
    const isComputed = one.type !== 'mdxJsxAttribute' || typeof one.value === 'object';
    if (isComputed && one.value !== null) isWhole = false;
    else if (one.type === 'mdxJsxAttribute')
      literal.set(htmlName(one.name), typeof one.value === 'string' ? one.value : '');
  }
  return { attributes: literal, isWhole };
}

function htmlName(name: string): string {
  const html = name === 'className' ? 'class' : name.toLowerCase();
  return html === 'xlinkhref' ? 'xlink:href' : html;
}
