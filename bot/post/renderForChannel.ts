import type { Blockquote, Definition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { calloutParts } from '#journal/text/block/calloutParts.ts';
import { wordsSaid } from '#journal/text/block/repeatedWords.ts';
import { isInline } from '#journal/text/inline/phrasing.ts';
import { withoutSoftBreaks } from '#journal/text/inline/softBreaks.ts';
import { wordsOf } from '#journal/text/inline/words.ts';
import { understoodBlocks, understoodPhrasing } from '#journal/text/rawHtml.ts';
import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import { partOf } from '../message/chatText.ts';
import { writeConstruct } from './channelForms.ts';
import { writeList } from './channelList.ts';
import { writePhrasing } from './channelPhrasing.ts';
import { FootnoteList, superscript } from './footnoteList.ts';
import {
  type PostText,
  PostTextBuilder,
  quotationAmong,
  type Styles,
  withStyle,
} from './postText.ts';
import type { Rendering, ResolveLink } from './rendering.ts';

declare module 'mdast' {
  interface ParagraphData {
    /** It stands around inline content that had no paragraph. */
    isGathered?: true;
  }
}

/** A body as the channel shows it. */
export interface ChannelBody {
  readonly text: PostText;
  /** Files of the pictures and films in order, each once. */
  readonly images: readonly string[];
  /** Those of them that are hidden until somebody taps them. */
  readonly hidden: ReadonlySet<string>;
}

/** Footnotes longer than this together are folded up until somebody taps them. */
const longNotesUnits = 400;

/**
 * Walks the site's own parse of a body into text and entities. `body` is what was parsed, `words` are those of its
 * language. Footnotes are numbered and
 * stand below; pull quotes that say once more what the text says are left out.
 */
export function renderForChannel(
  root: Root,
  body: string,
  resolve: ResolveLink,
  words: SiteWords,
): ChannelBody {
  const rendering = new ChannelRendering(root, body, resolve, words);
  rendering.blocks(root.children, []);
  rendering.footnotes();
  const text = rendering.out.build();
  return {
    text: partOf(text, 0, text.text.length),
    images: [...rendering.images],
    hidden: rendering.hidden,
  };
}

class ChannelRendering implements Rendering {
  readonly out = new PostTextBuilder();
  readonly images = new Set<string>();
  readonly hidden = new Set<string>();
  readonly definitions = new Map<string, Definition>();
  readonly notes = new FootnoteList();
  readonly body: string;
  readonly resolve: ResolveLink;
  readonly words: SiteWords;
  readonly #root: Root;
  #beside: string | undefined;

  constructor(root: Root, body: string, resolve: ResolveLink, words: SiteWords) {
    this.body = body;
    this.resolve = resolve;
    this.words = words;
    this.#root = root;
    collect(root, (node) => {
      if (node.type === 'definition' && !this.definitions.has(node.identifier))
        this.definitions.set(node.identifier, node);
      if (node.type === 'footnoteDefinition') this.notes.define(node);
    });
  }

  wordsBesidePullQuotes(): string {
    this.#beside ??= wordsSaid(wordsBeside(this.#root, this.body));
    return this.#beside;
  }

  blocks(nodes: readonly RootContent[], styles: Styles, isInside = false): void {
    let isFirst = isInside;
    for (const node of inParagraphs(understoodBlocks(nodes))) {
      if (node.type === 'footnoteDefinition' || node.type === 'definition') continue;
      if (!isFirst) this.#gap('\n\n', styles);
      const before = this.out.length;
      this.#block(node, styles);
      if (this.out.length > before) isFirst = false;
    }
  }

  phrasing(nodes: readonly RootContent[], styles: Styles): void {
    const inline = understoodPhrasing(nodes as readonly PhrasingContent[]);
    if (inline.every(isInline)) writePhrasing(withoutSoftBreaks(inline), styles, this);
    else this.blocks(inline, styles, true);
  }

  show(file: string, styles: Styles): void {
    this.images.add(file);
    if (styles.some(({ type }) => type === 'spoiler')) this.hidden.add(file);
  }

  footnotes(): void {
    const { cited } = this.notes;
    const units = cited.reduce((sum, note) => sum + textOf(note).length, 0);
    const styles: Styles = units > longNotesUnits ? [{ type: 'expandable_blockquote' }] : [];
    for (let index = 0; index < cited.length; index++) {
      this.#gap(index === 0 ? '\n\n' : '\n', index === 0 ? [] : styles);
      this.out.append(`${superscript(index + 1)} `, styles);
      this.blocks(cited[index]?.children ?? [], styles, true);
    }
  }

  /** White space between blocks, never at the beginning and never twice. It belongs to the quotation around it. */
  #gap(separator: '\n' | '\n\n', styles: Styles): void {
    if (this.out.length === 0 || this.out.endsWith('\n\n')) return;
    const missing = this.out.endsWith('\n') ? separator.slice(1) : separator;
    this.out.append(missing, quotationAmong(styles));
  }

  #block(node: RootContent, styles: Styles): void {
    if (node.type === 'blockquote') return this.#quotation(node, styles);
    if (writeConstruct(node, styles, this)) return;
    switch (node.type) {
      case 'paragraph':
        return this.phrasing(node.children, styles);
      case 'heading':
        return this.phrasing(node.children, withStyle(styles, 'bold'));
      case 'list':
        return writeList(node, styles, 0, this);
      case 'thematicBreak':
        return this.out.append('* * *', styles);
      // Raw HTML may have one without a list around it.
      case 'listItem':
        return writeList({ type: 'list', children: [node] }, styles, 0, this);
      default:
        if (isInline(node)) return writePhrasing([node], styles, this);
        if ('children' in node) this.blocks(node.children, styles, true);
    }
  }

  #quotation(node: Blockquote, styles: Styles): void {
    const isNested = quotationAmong(styles).length > 0;
    const type = node.data?.element === 'details' ? 'expandable_blockquote' : 'blockquote';
    const inside = isNested ? styles : [...styles, { type } as const];
    if (node.data?.element || !writeConstruct(node, inside, this))
      this.blocks(node.children, inside, true);
  }
}

/** Blocks, with a paragraph around inline content that stands among them. */
function inParagraphs(nodes: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  for (const node of nodes) {
    const last = blocks.at(-1);
    if (!isInline(node)) blocks.push(node);
    else if (last?.type === 'paragraph' && last.data?.isGathered) last.children.push(node);
    else blocks.push({ type: 'paragraph', children: [node], data: { isGathered: true } });
  }
  return blocks;
}

function wordsBeside(node: Nodes, body: string): string {
  if (node.type === 'blockquote' && calloutParts(node, body)?.is === 'pull') return '';
  const holdsQuotes = /^(?:root|blockquote|list|listItem|footnoteDefinition)$/.test(node.type);
  if (!holdsQuotes || !('children' in node)) return wordsOf(node);
  return node.children.map((child) => wordsBeside(child, body)).join(' ');
}

function collect(node: Nodes, take: (node: Nodes) => void): void {
  take(node);
  if ('children' in node) for (const child of node.children) collect(child, take);
}
