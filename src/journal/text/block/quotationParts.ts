import type { BlockContent, DefinitionContent, Paragraph, PhrasingContent } from 'mdast';
import { attributedParagraph, attributionParagraph } from './attribution.ts';
import { between, linesOf, trimmedText } from './lines.ts';

/** What may stand in a quotation or a list item. */
export type QuotedBlock = BlockContent | DefinitionContent;

/** A language that a quotation says it is in. Whether the tag is one is for others to say. */
export interface QuoteLanguage {
  readonly tag: string;
  /** 1-based line in the body. */
  readonly line: number;
}

/** What a blockquote consists of: what is quoted, whose it is, and in what language. */
export interface QuotationParts {
  readonly blocks: readonly QuotedBlock[];
  /** The last line `-- Name` without its dash. */
  readonly attribution: readonly PhrasingContent[] | undefined;
  /** What `{lang=pt}` at the end says. */
  readonly language: QuoteLanguage | undefined;
}

/** Takes a blockquote apart. Nothing of it is lost, and no word changes its place. */
export function quotationParts(children: readonly QuotedBlock[], body: string): QuotationParts {
  const below = takeLanguage(children, body);
  const said = takeAttribution(below.blocks, body);
  const above = below.language ? undefined : takeLanguage(said.blocks, body);
  return {
    blocks: above?.blocks ?? said.blocks,
    attribution: said.attribution,
    language: below.language ?? said.language ?? above?.language,
  };
}

interface Taken {
  readonly blocks: readonly QuotedBlock[];
  readonly language?: QuoteLanguage | undefined;
  readonly attribution?: readonly PhrasingContent[] | undefined;
}

interface TakenLanguage extends QuoteLanguage {
  /** What is left where it said so. */
  readonly rest: readonly PhrasingContent[];
}

function takeLanguage(blocks: readonly QuotedBlock[], body: string): Taken {
  const at = lastOf(blocks);
  const last = blocks[at];
  // A quotation that has nothing else quotes that line.
  if (!last) return { blocks };
  const alone = at > 0 ? languageBlock(last) : undefined;
  if (alone) return { blocks: blocks.toSpliced(at, 1), language: alone };
  const language = last.type === 'paragraph' ? languageLine(last.children, body) : undefined;
  if (!language || (at === 0 && language.rest.length === 0)) return { blocks };
  return { blocks: withRest(blocks, at, language.rest), language };
}

function takeAttribution(blocks: readonly QuotedBlock[], body: string): Taken {
  const at = lastOf(blocks);
  const last = blocks[at];
  if (last?.type !== 'paragraph') return { blocks };
  const whole = at > 0 ? attributionParagraph(last.children, body) : undefined;
  const found = whole ? { attribution: whole, rest: [] } : attributedParagraph(last.children, body);
  if (!found) return { blocks };
  const language = trailingLanguage(found.attribution, body);
  return {
    blocks: withRest(blocks, at, found.rest),
    attribution: language?.rest ?? found.attribution,
    language,
  };
}

/** Takes a last line `{lang=pt}` off a paragraph. */
function languageLine(
  children: readonly PhrasingContent[],
  body: string,
): TakenLanguage | undefined {
  const lines = linesOf(children, body);
  const [first, last] = [lines[0], lines.at(-1)];
  const [, tag] = /^\{lang=([^{}\s]*)\}\s*$/.exec(last?.source ?? '') ?? [];
  if (!first || !last || tag === undefined) return undefined;
  const rest = first === last ? [] : between(children, first, last);
  return { tag, line: last.number, rest };
}

/** Takes `{lang=pt}` off the end of an attribution. */
function trailingLanguage(
  children: readonly PhrasingContent[],
  body: string,
): TakenLanguage | undefined {
  const last = linesOf(children, body).at(-1);
  const [, tag] = /[^\\]\{lang=([^{}\s]*)\}\s*$/.exec(last?.source ?? '') ?? [];
  const node = children.at(-1);
  if (!last || !node || tag === undefined) return undefined;
  if (node.type !== 'text') return { tag, line: last.number, rest: withoutEnd(children, node) };
  const value = node.value.replace(/\s*\{lang=[^{}\s]*\}\s*$/, '');
  const rest = [...children.slice(0, -1), ...(value === '' ? [] : [trimmedText(node, value)])];
  return { tag, line: last.number, rest };
}

/** The language in a block of its own, which is how MDX sees a paragraph `{lang=pt}`. */
function languageBlock(block: QuotedBlock): QuoteLanguage | undefined {
  // MDX's nodes are not among those of Markdown.
  if ((block.type as string) !== 'mdxFlowExpression' || !('value' in block)) return undefined;
  const [, tag] = /^lang=([^{}\s]*)$/.exec(block.value) ?? [];
  return tag === undefined ? undefined : { tag, line: block.position?.start.line ?? 1 };
}

function withoutEnd(
  children: readonly PhrasingContent[],
  end: PhrasingContent,
): readonly PhrasingContent[] {
  const rest = children.slice(0, children.indexOf(end));
  const last = rest.at(-1);
  return last?.type === 'text'
    ? [...rest.slice(0, -1), trimmedText(last, last.value.trimEnd())]
    : rest;
}

/** The last block that readers see. */
function lastOf(blocks: readonly QuotedBlock[]): number {
  return blocks.findLastIndex(({ type }) => type !== 'definition' && type !== 'footnoteDefinition');
}

function withRest(
  blocks: readonly QuotedBlock[],
  at: number,
  rest: readonly PhrasingContent[],
): QuotedBlock[] {
  const paragraph: Paragraph = { type: 'paragraph', children: [...rest] };
  return blocks.toSpliced(at, 1, ...(rest.length === 0 ? [] : [paragraph]));
}
