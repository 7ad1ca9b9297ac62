import type { Blockquote, Emphasis, PhrasingContent } from 'mdast';
import { turnsOf } from '#journal/text/block/conversation.ts';
import { quotationParts } from '#journal/text/block/quotationParts.ts';
import type { ShapedQuote, Shaping } from '../collect/shaping.ts';
import { element } from '../html/element.ts';
import { languageAttributes } from './quoteLanguage.ts';

/**
 * A blockquote that says whose it is (a last line `-- Name`), in what language it is (`{lang=pt}`), or that is a
 * conversation; undefined where it is nothing but a blockquote.
 */
export function quotationOf(
  node: Readonly<Blockquote>,
  { body, collector }: Shaping,
): ShapedQuote | undefined {
  const { blocks, attribution, language } = quotationParts(node.children, body);
  const turns = turnsOf(blocks, body);
  if (!language && !attribution && !turns) return undefined;
  const properties = {
    ...(turns && { className: ['conversation'] }),
    ...(language && languageAttributes(language, collector)),
  };
  return {
    blocks: turns ?? blocks,
    around(shaped) {
      const quote = element('blockquote', properties, shaped);
      if (!attribution) return quote;
      const caption = element('figcaption', {}, captionOf(attribution));
      return element('figure', { className: ['quotation'] }, [quote, caption]);
    },
  };
}

/** What is emphasised in an attribution is the title of a work. */
function captionOf(attribution: readonly PhrasingContent[]): PhrasingContent[] {
  const words = attribution.map((node) => (node.type === 'emphasis' ? cite(node) : node));
  return [{ type: 'text', value: '— ' }, ...words];
}

function cite({ children }: Emphasis): Emphasis {
  return { type: 'emphasis', data: { hName: 'cite' }, children };
}
