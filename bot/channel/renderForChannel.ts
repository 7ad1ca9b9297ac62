import type {
  Blockquote,
  Code,
  Definition,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { writeFigure, writeFilm } from './channelFigure.ts';
import { writeList } from './channelList.ts';
import { withStyle, writePhrasing } from './channelPhrasing.ts';
import { writeQuotation } from './channelQuotation.ts';
import { writeTable } from './channelTable.ts';
import { FootnoteList, superscript } from './footnoteList.ts';
import { blockWords } from './htmlWords.ts';
import {
  type PostText,
  PostTextBuilder,
  quotationAmong,
  type Style,
  slicePostText,
} from './postText.ts';
import type { Rendering, ResolveLink } from './rendering.ts';

/** A body as the channel shows it. */
export interface ChannelBody {
  readonly text: PostText;
  /** Files of the pictures and films in order, each once. */
  readonly images: readonly string[];
}

/** Footnotes longer than this together are folded up until somebody taps them. */
const longNotesUnits = 400;

/**
 * Walks the site's own parse of a body into text and entities. `body` is what was parsed. Footnotes are numbered and
 * stand below; pull quotes, which say once more what the text says, are left out.
 */
export function renderForChannel(root: Root, body: string, resolve: ResolveLink): ChannelBody {
  const rendering = new ChannelRendering(root, body, resolve);
  rendering.blocks(root.children, []);
  rendering.footnotes();
  const text = rendering.out.build();
  return { text: slicePostText(text, 0, text.text.length), images: [...rendering.images] };
}

class ChannelRendering implements Rendering {
  readonly out = new PostTextBuilder();
  readonly images = new Set<string>();
  readonly definitions = new Map<string, Definition>();
  readonly notes = new FootnoteList();
  readonly body: string;
  readonly resolve: ResolveLink;

  constructor(root: Root, body: string, resolve: ResolveLink) {
    this.body = body;
    this.resolve = resolve;
    collect(root, (node) => {
      if (node.type === 'definition' && !this.definitions.has(node.identifier))
        this.definitions.set(node.identifier, node);
      if (node.type === 'footnoteDefinition') this.notes.define(node);
    });
  }

  blocks(nodes: readonly RootContent[], styles: readonly Style[], isInside = false): void {
    let isFirst = isInside;
    for (const node of nodes) {
      if (node.type === 'footnoteDefinition' || node.type === 'definition') continue;
      if (!isFirst) this.#gap('\n\n', styles);
      const before = this.out.length;
      this.#block(node, styles);
      if (this.out.length > before) isFirst = false;
    }
  }

  phrasing(nodes: readonly PhrasingContent[], styles: readonly Style[]): void {
    writePhrasing(nodes, styles, this);
  }

  footnotes(): void {
    const { cited } = this.notes;
    const units = cited.reduce((sum, note) => sum + textOf(note).length, 0);
    const styles: readonly Style[] =
      units > longNotesUnits ? [{ type: 'expandable_blockquote' }] : [];
    for (let index = 0; index < cited.length; index++) {
      this.#gap(index === 0 ? '\n\n' : '\n', index === 0 ? [] : styles);
      this.out.append(`${superscript(index + 1)} `, styles);
      this.blocks(cited[index]?.children ?? [], styles, true);
    }
  }

  /** White space between blocks, never at the beginning and never twice. It belongs to the quotation around it. */
  #gap(separator: '\n' | '\n\n', styles: readonly Style[]): void {
    if (this.out.length === 0 || this.out.endsWith('\n\n')) return;
    const missing = this.out.endsWith('\n') ? separator.slice(1) : separator;
    this.out.append(missing, quotationAmong(styles));
  }

  #block(node: RootContent, styles: readonly Style[]): void {
    switch (node.type) {
      case 'paragraph':
        if (writeFilm(node.children, styles, this)) return;
        if (!writeFigure(node.children, styles, this)) this.phrasing(node.children, styles);
        return;
      case 'heading':
        return this.phrasing(node.children, withStyle(styles, 'bold'));
      case 'blockquote':
        return this.#quotation(node, styles);
      case 'code':
        return this.out.append(node.value, [
          ...styles,
          { type: 'pre', language: languageOf(node) },
        ]);
      // Telegram has no mathematics: its source is shown as such.
      case 'math':
        return this.out.append(node.value, [...styles, { type: 'pre', language: 'latex' }]);
      case 'list':
        return writeList(node, styles, 0, this);
      case 'table':
        return writeTable(node, styles, this);
      case 'thematicBreak':
        return this.out.append('* * *', styles);
      case 'html':
        return this.out.append(blockWords(node.value), styles);
      default:
        return this.phrasing([node as PhrasingContent], styles);
    }
  }

  #quotation(node: Blockquote, styles: readonly Style[]): void {
    const isNested = quotationAmong(styles).length > 0;
    writeQuotation(node, isNested ? styles : [...styles, { type: 'blockquote' }], this);
  }
}

function languageOf({ lang }: Code): string | undefined {
  return lang?.replace(/[^\w#+-]/g, '') || undefined;
}

function collect(node: Nodes, take: (node: Nodes) => void): void {
  take(node);
  if ('children' in node) for (const child of node.children) collect(child, take);
}
