import type { Nodes, Root } from 'mdast';
import { defineMdastPlugin, type MdastPluginDefinition, type MdastVisitorContext } from 'satteri';
import { excerptSource } from '#journal/text/excerpt.ts';
import type { Disguise } from '#journal/text/inline/disguise.ts';
import { bracketFaults, mayHaveBracketFaults } from './collect/brackets.ts';
import type { Collector } from './collect/collector.ts';
import { foreignSyntax, mayHaveForeignSyntax } from './collect/foreignSyntax.ts';
import { shapeBlocks } from './constructs/blocks.ts';
import { mayShapeBlocks, visitorsFor, wordsForms } from './constructs/pageForms.ts';
import { headings } from './headingVisitor.ts';
import { lazyPackage } from './html/lazyPackage.ts';
import { inlinePlugin } from './inline/inlinePlugin.ts';
import { mayNeedTypesetting } from './inline/punctuation.ts';
import { restorePlugin } from './inline/restorePlugin.ts';
import { links } from './linkVisitors.ts';
import { pictures } from './pictureVisitors.ts';
import { plainText, rawHtml } from './textVisitors.ts';
import { Walk } from './walk.ts';

const understanding = lazyPackage<typeof import('#journal/text/rawHtml.ts')>(
  '#journal/text/rawHtml.ts',
);

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
  const walk = new Walk(collector, body);
  const beginning = collector.document.format === 'md' ? lineOfWords(body) : undefined;
  const needsTree = beginning === undefined || mayNeedTree(body);
  if (!needsTree) collector.excerpt(beginning);
  return defineMdastPlugin({
    name: 'scrollback',
    options: { position: true },
    ...(needsTree && { before: (root, context) => look(root, context, walk) }),
    ...visitorsFor(walk),
    ...headings(walk),
    ...links(walk),
    ...pictures(walk),
    ...rawHtml(walk),
    ...plainText(walk),
  } satisfies MdastPluginDefinition);
}

/** Whether {@link look} may have more to tell of a body than how it begins. */
function mayNeedTree(body: string): boolean {
  return (
    mayHaveAnchors(body) ||
    mayDefine.test(body) ||
    mayHaveTopHeading.test(body) ||
    mayHaveForeignSyntax(body) ||
    mayHaveBracketFaults(body) ||
    mayShapeBlocks(body)
  );
}

/** What is told of a body before its nodes are visited. */
function look(root: Readonly<Root>, context: MdastVisitorContext, walk: Walk): void {
  const { collector, body, anchors, definitions, captioned } = walk;
  if (mayHaveAnchors(body)) anchors.find(root);
  if (mayDefine.test(body)) collectDefinitions(root, walk);
  collector.lowersHeadings = mayHaveTopHeading.test(body) && hasTopHeading(root);
  foreignSyntax(root, body, collector);
  bracketFaults(body, collector);
  collector.excerpt(
    plainBeginning(root, body, context) ??
      excerptSource(root.children.slice(collector.leads), body, (nodes) =>
        understanding().understoodBlocks(nodes),
      ),
  );
  if (mayShapeBlocks(body)) shapeBlocks(root, { body, collector, context, definitions, captioned });
}

function mayHaveAnchors(body: string): boolean {
  return body.includes('<') && /<a[\s/]/i.test(body);
}

/** Looks before a walk through all nodes, each of which costs to read: an address behind a label that is no footnote's. */
const mayDefine = /(?<!(?<!\\)\[\^[^\s[\]]+)\]:/;

/**
 * A line that begins with one `#`, or that ends in nothing but `=`, whatever it stands in, or a tag. It begins with the sign:
 * to look for where a line begins takes ten times as long.
 */
const mayHaveTopHeading =
  /[#=](?<=(?:^|[ \t>:])[#=])(?:(?<=#)(?=[ \t\r]|$)|(?<==)=*[ \t\r]*$)|<h1[\s>]/im;

/** Nothing but words and marks of notes. */
const plainWords = /^(?:[^*_`[\]<>\\!&~|$@:\r\n]|:(?!\/)|\[\^[^\s[\]]+\]|(?<! )\r?\n)*$/;

/** The first line of a body that begins with a paragraph of one line, which is nothing but words as they are shown. */
function lineOfWords(body: string): string | undefined {
  const [, line] = /^(?:[ \t]*\n)*([A-Za-z][^\n[]*)(?:\n[ \t]*(?:\n|$)|$)/.exec(body) ?? [];
  if (line === undefined || !plainWords.test(line)) return undefined;
  return mayNeedTypesetting.test(line) ? undefined : line;
}

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

/**
 * Whether a text has a heading of the first rank. A page has but one, which is its own, be it only read out as above a note:
 * all of the text go down.
 */
function hasTopHeading(node: Readonly<Nodes>): boolean {
  if (node.type === 'heading') return node.depth === 1;
  if (node.type === 'html') return /<h1(?=[\s>])/i.test(node.value);
  if ('name' in node && node.name === 'h1') return true;
  if (!/^(?:root|blockquote|list|listItem)$/.test(node.type) || !('children' in node)) return false;
  return node.children.some(hasTopHeading);
}

/** Wherever they stand; of two for one name the first counts, as in CommonMark. */
function collectDefinitions(node: Readonly<Nodes>, walk: Walk): void {
  const { definitions, labels } = walk;
  if (node.type === 'definition' && !definitions.has(node.identifier))
    definitions.set(node.identifier, node);
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    const isHidden = walk.isHidden(node.position?.start.offset ?? 0);
    labels.set(node.identifier, isHidden && (labels.get(node.identifier) ?? true));
  }
  if ('children' in node) for (const child of node.children) collectDefinitions(child, walk);
}
