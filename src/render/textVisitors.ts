import type { MdastContent, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { type AbbreviatedPart, abbreviatedParts } from '#journal/text/inline/abbreviations.ts';
import { placeOf } from '#journal/text/inline/place.ts';
import { frameNode } from './raw/frame.ts';
import { resolveElement } from './raw/rawElement.ts';
import { resolveHtml } from './raw/rawHtml.ts';
import type { Visitors, Walk } from './walk.ts';

/** Looks at what is written as HTML. */
export function rawHtml(walk: Walk): Visitors {
  const { collector, body, ready } = walk;
  const jsx = (node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>) => {
    const { line = 1, offset = 0 } = node.position?.start ?? {};
    const addresses = walk.addressesAt(offset);
    return (
      resolveElement(node, collector, ready, walk.isInLink(offset)) ??
      frameNode(node, (url) => addresses.link(url, line))
    );
  };
  return {
    ...(collector.document.format === 'mdx' && { mdxJsxFlowElement: jsx, mdxJsxTextElement: jsx }),
    ...(body.includes('<') && {
      html(node) {
        const { line = 1, offset = 0 } = node.position?.start ?? {};
        walk.addressesAt(offset);
        const html = resolveHtml(node.value, line, collector, walk.isInLink(offset));
        return html === node.value ? undefined : ready(html);
      },
    }),
  } satisfies Visitors;
}

/** Collects marks that stayed text, and marks abbreviations. */
export function plainText(walk: Walk): Visitors {
  const { collector, body, named } = walk;
  if (!body.includes('[^') && collector.abbreviations.size === 0) return {};
  return {
    text(node, context) {
      const place = node.value.includes('[^') ? placeOf(node) : undefined;
      if (place && place.start >= walk.addressEnd)
        collector.text(body.slice(place.start, place.end), place.line);
      const value = named.get(node.position?.start.offset ?? 0) ?? node.value;
      const parts = abbreviatedParts(value, collector.abbreviations);
      if (parts) context.replaceNode(node, parts.map(abbreviated));
    },
  };
}

function abbreviated({ text, meaning }: AbbreviatedPart): MdastContent {
  const words = { type: 'text' as const, value: text };
  if (meaning === undefined) return words;
  const data = { hName: 'abbr', hProperties: { title: meaning } };
  return { type: 'abbreviation', data, children: [words] };
}
