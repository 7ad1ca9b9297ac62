import type {
  Definition,
  Heading,
  Image,
  ImageReference,
  Nodes,
  PhrasingContent,
  Root,
} from 'mdast';
import {
  defineMdastPlugin,
  type MdastContent,
  type MdastPluginDefinition,
  type MdastVisitorContext,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
} from 'satteri';
import { isInlineMedia } from '#journal/address/scheme.ts';
import { altWords } from '#journal/text/altWords.ts';
import { excerptSource } from '#journal/text/excerpt.ts';
import { type AbbreviatedPart, abbreviatedParts } from '#journal/text/inline/abbreviations.ts';
import type { Disguise } from '#journal/text/inline/disguise.ts';
import { headingId } from '#journal/text/inline/headingId.ts';
import { placeOf } from '#journal/text/inline/place.ts';
import { spoilerTag } from '#journal/text/inline/spoiler.ts';
import { wordsOf } from '#journal/text/inline/words.ts';
import { bracketFaults } from './collect/brackets.ts';
import type { Collector } from './collect/collector.ts';
import { foreignSyntax } from './collect/foreignSyntax.ts';
import { imagePlaceholder, missingPicture, remoteImage } from './collect/placeholder.ts';
import { shapeBlocks } from './constructs/blocks.ts';
import { mayShapeBlocks, visitorsFor, wordsForms } from './constructs/pageForms.ts';
import { playerHtml, playerOf } from './constructs/recording.ts';
import { tellLongAddress } from './constructs/table.ts';
import { escapeHtml } from './html/html.ts';
import { wordsAlone } from './html/wordsAlone.ts';
import { Anchors } from './inline/anchors.ts';
import { headingText } from './inline/headingText.ts';
import { inlinePlugin } from './inline/inlinePlugin.ts';
import { readyHtml } from './inline/ready.ts';
import { restorePlugin } from './inline/restorePlugin.ts';
import { frameNode } from './raw/frame.ts';
import { resolveElement } from './raw/rawElement.ts';
import { resolveHtml } from './raw/rawHtml.ts';

const readWords = { includeHtml: false };

/**
 * What a body goes through: one crossing into the parser for its words, if they need it, and one for headings, code,
 * links, pictures and footnotes together. `disguise` are those that the parser was given. Visitors that `body` cannot need are left out, since every visited node costs.
 */
export function documentPlugins(
  collector: Collector,
  body: string,
  disguise?: Disguise,
): readonly MdastPluginDefinition[] {
  const inline = inlinePlugin(collector, body, wordsForms(body));
  return [
    ...(disguise ? [restorePlugin(disguise)] : []),
    ...(inline ? [inline] : []),
    structurePlugin(collector, body),
  ];
}

function structurePlugin(collector: Collector, body: string): MdastPluginDefinition {
  const definitions = new Map<string, Definition>();
  const captioned = new Set<number>();
  /** Texts of headings without the ids behind them, by where they begin. */
  const named = new Map<number, string>();
  let linkEnd = 0;
  // Words of a bare address are no mark.
  let addressEnd = 0;
  const mdx = collector.document.format === 'mdx';
  const ready = (value: string) => readyHtml(value, collector.document.format);
  const anchors = new Anchors();
  const hasIds = body.includes('{#');
  const hasSpoilers = body.includes(`<${spoilerTag}>`);
  const isInLink = (offset: number) => offset < linkEnd || anchors.has(offset);
  const show = (node: Image | ImageReference, url: string, title: string | null | undefined) => {
    const { start, end, line } = placeOf(node) ?? { start: 0, end: 0, line: 1 };
    const source = body.slice(start, end);
    const alt = altWords(node, source);
    const player = playerOf(collector.addresses.within(url));
    if (player)
      return ready(
        playerHtml(
          player,
          { src: collector.addresses.link(url, line), words: alt },
          collector.words,
        ),
      );
    const file = collector.addresses.image(url, alt, source, line);
    if (file !== undefined) {
      const shown = captioned.has(start) ? undefined : title;
      return ready(imagePlaceholder(file, alt, shown));
    }
    const own = collector.addresses.shownAt(url);
    if (own !== undefined && own !== url) {
      const caption = title && !captioned.has(start) ? ` title="${escapeHtml(title)}"` : '';
      return ready(`<img src="${escapeHtml(own)}" alt="${escapeHtml(alt)}"${caption} />`);
    }
    if (own === undefined && !isInlineMedia(url) && !collector.addresses.isElsewhere(url))
      return ready(missingPicture(alt));
    if (!collector.addresses.isElsewhere(url)) return undefined;
    return ready(remoteImage(url, alt, isInLink(start)));
  };
  const jsx = (node: Readonly<MdxJsxFlowElement | MdxJsxTextElement>) => {
    const line = node.position?.start.line ?? 1;
    return (
      resolveElement(node, collector, ready, isInLink(node.position?.start.offset ?? 0)) ??
      frameNode(node, (url) => collector.addresses.link(url, line))
    );
  };
  return defineMdastPlugin({
    name: 'scrollback',
    options: { position: true },
    before(root, context) {
      if (/<a[\s/]/i.test(body)) anchors.find(root);
      if (mayDefine.test(body)) collectDefinitions(root, definitions);
      collector.lowersHeadings = mayHaveTopHeading.test(body) && topHeadings(root) > 1;
      foreignSyntax(root, body, collector);
      bracketFaults(body, collector);
      collector.excerpt(
        plainBeginning(root, body, context) ??
          excerptSource(root.children.slice(collector.leads), body),
      );
      if (mayShapeBlocks(body))
        shapeBlocks(root, { body, collector, context, definitions, captioned });
    },
    ...visitorsFor(body, collector, ready),
    heading(node, context) {
      if (collector.lowersHeadings) context.setProperty(node, 'depth', lower(node.depth));
      const own = hasIds ? headingId(node, body) : undefined;
      if (own) {
        const isFirst = collector.headingWithId(own.id, node.position?.start.line ?? 1);
        context.setProperty(own.last, 'value', own.value);
        named.set(own.last.position?.start.offset ?? -1, own.value);
        if (isFirst) context.setProperty(node, 'data', { hProperties: { id: own.id } });
        return;
      }
      const words =
        hasSpoilers || node.children.some(mayPart)
          ? wordsOf(node)
          : context.textContent(node, readWords);
      const id = collector.heading(
        collector.hasOwnHeadingRule ? { words, source: words } : headingText(node, body),
      );
      if (id !== '') context.setProperty(node, 'data', { hProperties: { id } });
    },
    link(node, context) {
      if (anchors.has(node.position?.start.offset ?? 0)) {
        collector.addresses.link(node.url, node.position?.start.line ?? 1);
        context.setProperty(node, 'data', wordsAlone);
        return;
      }
      linkEnd = node.position?.end.offset ?? 0;
      const written = body.slice(node.position?.start.offset ?? 0, linkEnd);
      if (!written.startsWith('[')) addressEnd = linkEnd;
      if (written.includes('|') && context.parent(node)?.type === 'tableCell')
        tellLongAddress(written, node.position?.start.line ?? 1, collector);
      if (node.data && 'resolved' in node.data) return;
      const url = collector.addresses.link(node.url, node.position?.start.line ?? 1);
      if (url === '' && node.url !== '') context.setProperty(node, 'data', wordsAlone);
      else if (url !== node.url) context.setProperty(node, 'url', url);
    },
    definition(node, context) {
      if (isInlineMedia(node.url)) return;
      const url = collector.addresses.link(node.url, node.position?.start.line ?? 1);
      if (url !== node.url) context.setProperty(node, 'url', url);
    },
    linkReference(node, context) {
      linkEnd = node.position?.end.offset ?? 0;
      const definition = definitions.get(node.identifier);
      if (definition && collector.addresses.isRefused(definition.url))
        context.setProperty(node, 'data', wordsAlone);
    },
    ...(mdx && { mdxJsxFlowElement: jsx, mdxJsxTextElement: jsx }),
    image: (node) => show(node, node.url, node.title),
    imageReference(node) {
      const definition = definitions.get(node.identifier);
      return definition ? show(node, definition.url, definition.title) : undefined;
    },
    ...(body.includes('<') && {
      html(node) {
        const line = node.position?.start.line ?? 1;
        const isWithinLink = isInLink(node.position?.start.offset ?? 0);
        const html = resolveHtml(node.value, line, collector, isWithinLink);
        return html === node.value ? undefined : ready(html);
      },
    }),
    ...((body.includes('[^') || collector.abbreviations.size > 0) && {
      text(node, context) {
        const place = node.value.includes('[^') ? placeOf(node) : undefined;
        if (place && place.start >= addressEnd)
          collector.text(body.slice(place.start, place.end), place.line);
        const value = named.get(node.position?.start.offset ?? 0) ?? node.value;
        const parts = abbreviatedParts(value, collector.abbreviations);
        if (parts) context.replaceNode(node, parts.map(abbreviated));
      },
    }),
  } satisfies MdastPluginDefinition);
}

/** Looks before a walk through all nodes, each of which costs to read: an address behind a label that is no footnote's. */
const mayDefine = /(?<!(?<!\\)\[\^[^\s[\]]+)\]:/;

/** A line that begins with one `#`, or that ends in nothing but `=`, whatever it stands in, or a tag. */
const mayHaveTopHeading = /(?:^|[ \t>:])(?:#(?=[ \t\r]|$)|=+[ \t\r]*$)|<h1[\s>]/im;

/** Nothing but words and marks of notes. */
const plainWords = /^(?:[^*_`[\]<>\\!&~|$@:\r\n]|:(?!\/)|\[\^[^\s[\]]+\]|(?<! )\r?\n)*$/;

/**
 * The words of a body that begins with a paragraph of plain ones: the parser has them at hand, and to read its nodes takes
 * as long as all the rest.
 */
function plainBeginning(
  root: Readonly<Root>,
  body: string,
  context: MdastVisitorContext,
): string | undefined {
  const [beginning = ''] = body.trimStart().split(/\n[ \t]*\n/, 1);
  if (!plainWords.test(beginning)) return undefined;
  const [first] = root.children;
  const words = first?.type === 'paragraph' ? context.textContent(first) : '';
  return words.trim() === '' ? undefined : words;
}

/** A break, or a tag, which may be one. */
function mayPart({ type }: Readonly<PhrasingContent>): boolean {
  return type === 'break' || type === 'html';
}

/** How many headings of the first rank a text has, of which a page has but one: where there are several, all go down. */
function topHeadings(node: Readonly<Nodes>): number {
  if (node.type === 'heading') return node.depth === 1 ? 1 : 0;
  if (node.type === 'html') return [...node.value.matchAll(/<h1(?=[\s>])/gi)].length;
  if ('name' in node && node.name === 'h1') return 1;
  if (!/^(?:root|blockquote|list|listItem)$/.test(node.type) || !('children' in node)) return 0;
  return node.children.reduce((sum, child) => sum + topHeadings(child), 0);
}

function lower(depth: Heading['depth']): Heading['depth'] {
  return depth === 6 ? 6 : ((depth + 1) as Heading['depth']);
}

function abbreviated({ text, meaning }: AbbreviatedPart): MdastContent {
  const words = { type: 'text' as const, value: text };
  if (meaning === undefined) return words;
  const data = { hName: 'abbr', hProperties: { title: meaning } };
  return { type: 'abbreviation', data, children: [words] };
}

/** Wherever they stand; of two for one name the first counts, as in CommonMark. */
function collectDefinitions(node: Readonly<Nodes>, definitions: Map<string, Definition>): void {
  if (node.type === 'definition' && !definitions.has(node.identifier))
    definitions.set(node.identifier, node);
  if ('children' in node) for (const child of node.children) collectDefinitions(child, definitions);
}
