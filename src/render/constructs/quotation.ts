import type { Properties } from 'hast';
import type { Blockquote, Emphasis, PhrasingContent } from 'mdast';
import { turnsOf } from '#journal/text/block/conversation.ts';
import { type QuotationParts, quotationParts } from '#journal/text/block/quotationParts.ts';
import type { ShapedQuote, Shaping } from '../collect/shaping.ts';
import { element } from '../html/element.ts';
import { languageAttributes } from './quoteLanguage.ts';

/** A blockquote in which people speak in turns; undefined for any other. */
export function conversationOf(
  node: Readonly<Blockquote>,
  shaping: Shaping,
): ShapedQuote | undefined {
  const parts = quotationParts(node.children, shaping.body);
  const turns = turnsOf(parts.blocks, shaping.body);
  return turns && framed({ ...parts, blocks: turns }, { className: ['conversation'] }, shaping);
}

/**
 * A blockquote that says whose it is (a last line `-- Name`), or in what language it is (`{lang=pt}`); undefined where it
 * is nothing but a blockquote.
 */
export function quotationOf(node: Readonly<Blockquote>, shaping: Shaping): ShapedQuote | undefined {
  const parts = quotationParts(node.children, shaping.body);
  return parts.language || parts.attribution ? framed(parts, {}, shaping) : undefined;
}

function framed(
  { blocks, attribution, language }: QuotationParts,
  own: Properties,
  { collector }: Shaping,
): ShapedQuote {
  const properties = { ...own, ...(language && languageAttributes(language, collector)) };
  return {
    blocks,
    around(shaped) {
      const quote = element('blockquote', properties, shaped);
      if (!attribution) return quote;
      const caption = element('figcaption', {}, attributionWords(attribution));
      return element('figure', { className: ['quotation'] }, [quote, caption]);
    },
  };
}

/** An attribution behind its dash. What is emphasised in it is the title of a work. */
export function attributionWords(attribution: readonly PhrasingContent[]): PhrasingContent[] {
  const words = attribution.map((node) => (node.type === 'emphasis' ? cite(node) : node));
  return [{ type: 'text', value: '— ' }, ...words];
}

function cite({ children }: Emphasis): Emphasis {
  return { type: 'emphasis', data: { hName: 'cite' }, children };
}
