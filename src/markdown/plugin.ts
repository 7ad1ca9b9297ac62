import type { Definition, Image, ImageReference, Nodes } from 'mdast';
import {
  defineMdastPlugin,
  type MdastPluginDefinition,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
  type Position,
} from 'satteri';
import { type Collector, isElsewhere } from './collector.ts';
import { highlightCode } from './highlight.ts';
import { imagePlaceholder, remoteImage } from './placeholder.ts';

const plainText = { includeImageAlt: false, includeHtml: false };

/**
 * The one plugin through which a body goes: one crossing into the parser for headings, code, links, pictures and
 * footnotes together. Visitors that `body` cannot need are left out, since every visited node costs.
 */
export function documentPlugin(collector: Collector, body: string): MdastPluginDefinition {
  const definitions = new Map<string, Definition>();
  let linkEnd = 0;
  const mdx = collector.document.format === 'mdx';
  // Ready HTML keeps the parser on its fast path; MDX takes it as literal text without expressions.
  const ready = (value: string) =>
    mdx ? { raw: value, mdxExpressions: false } : { type: 'html' as const, value };
  const show = (node: Image | ImageReference, url: string, title: string | null | undefined) => {
    const { source, line } = placeOf(node, body);
    const alt = (node.alt ?? '').trim();
    const file = collector.image(url, alt, source, line);
    if (file !== undefined) return ready(imagePlaceholder(file, alt, title));
    if (!isElsewhere(url) || url.startsWith('data:')) return undefined;
    return ready(remoteImage(url, alt, (node.position?.start.offset ?? 0) < linkEnd));
  };
  const jsxId = (node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>) => {
    const id = node.attributes.find(
      (one) => one.type === 'mdxJsxAttribute' && one.name === 'id',
    )?.value;
    if (typeof id === 'string') collector.id(id, node.position?.start.line ?? 1);
  };
  return defineMdastPlugin({
    name: 'scrollback',
    options: { position: true },
    before(root, context) {
      if (body.includes(']:')) collectDefinitions(root, definitions);
      const paragraph = root.children.find(
        (node) => node.type === 'paragraph' && context.textContent(node, plainText).trim() !== '',
      );
      if (paragraph) collector.excerpt(context.textContent(paragraph, plainText));
    },
    heading(node, context) {
      const id = collector.heading(node.depth, context.textContent(node));
      context.setProperty(node, 'data', { hProperties: { id } });
    },
    code: (node) => ready(highlightCode(node.value, node.lang)),
    link(node, context) {
      linkEnd = node.position?.end.offset ?? 0;
      const url = collector.link(node.url, node.position?.start.line ?? 1);
      if (url !== node.url) context.setProperty(node, 'url', url);
    },
    definition(node, context) {
      const url = collector.link(node.url, node.position?.start.line ?? 1);
      if (url !== node.url) context.setProperty(node, 'url', url);
    },
    linkReference(node) {
      linkEnd = node.position?.end.offset ?? 0;
    },
    ...(mdx && { mdxJsxFlowElement: jsxId, mdxJsxTextElement: jsxId }),
    image: (node) => show(node, node.url, node.title),
    imageReference(node) {
      const definition = definitions.get(node.identifier);
      return definition ? show(node, definition.url, definition.title) : undefined;
    },
    ...(body.includes('<') && {
      html(node) {
        const html = collector.html(node.value, node.position?.start.line ?? 1);
        return html === node.value ? undefined : ready(html);
      },
    }),
    ...(body.includes('[^') && {
      footnoteReference: (node) =>
        collector.reference(node.label ?? node.identifier, node.position?.start.line ?? 1),
      footnoteDefinition: (node) =>
        collector.definition(
          node.label ?? node.identifier,
          node.position?.start.line ?? 1,
          node.position?.end.line ?? 1,
        ),
      text(node) {
        if (!node.value.includes('[^')) return;
        const { source, line } = placeOf(node, body);
        collector.text(source, line);
      },
    }),
  } satisfies MdastPluginDefinition);
}

function placeOf(node: { position?: Position | undefined }, body: string) {
  const start = node.position?.start;
  return {
    source: body.slice(start?.offset ?? 0, node.position?.end.offset ?? 0),
    line: start?.line ?? 1,
  };
}

/** Wherever they stand; of two for one name the first counts, as in CommonMark. */
function collectDefinitions(node: Readonly<Nodes>, definitions: Map<string, Definition>): void {
  if (node.type === 'definition' && !definitions.has(node.identifier))
    definitions.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collectDefinitions(child, definitions);
}
