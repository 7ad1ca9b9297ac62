import type { Definition } from 'mdast';
import type { MdastVisitorContext } from 'satteri';
import type { QuotedBlock } from '#journal/text/block/quotationParts.ts';
import type { Content } from '../html/element.ts';
import type { Collector } from './collector.ts';

/** What shaping a block needs to know of its body. */
export interface Shaping {
  readonly body: string;
  readonly collector: Collector;
  readonly context: MdastVisitorContext;
  /** Addresses and titles of references, by identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** Takes the offsets of the pictures whose title became their caption. */
  readonly captioned: Set<number>;
}

/** What may stand in a quotation or a list item. */
export type Block = QuotedBlock;

/** What a blockquote turned out to be. */
export interface ShapedQuote {
  /** What it holds: blocks of its own, and new paragraphs in place of those from which something was taken. */
  readonly blocks: readonly Block[];
  /** Puts it together; `blocks` have been shaped. */
  readonly around: (blocks: readonly Content[]) => Content;
}
