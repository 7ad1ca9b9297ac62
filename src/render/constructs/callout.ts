import type { Blockquote } from 'mdast';
import { suggest } from '#journal/fault/fault.ts';
import { type CalloutParts, calloutParts, calloutWords } from '#journal/text/block/calloutParts.ts';
import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import { foreignWords } from '../collect/bodyWords.ts';
import type { ShapedQuote, Shaping } from '../collect/shaping.ts';
import { element } from '../html/element.ts';
import { attributionWords } from './quotation.ts';
import { languageAttributes } from './quoteLanguage.ts';

/** A blockquote that begins with `[!NOTE]` or its kin; undefined for any other. A word that stands for nothing is told. */
export function calloutOf(node: Readonly<Blockquote>, shaping: Shaping): ShapedQuote | undefined {
  const parts = calloutParts(node, shaping.body);
  switch (parts?.is) {
    case undefined:
    case 'pull':
      return undefined;
    case 'callout': {
      const { lang, title } = titleOf(parts, shaping.collector.words);
      const heading = element('p', { className: ['callout-title'], ...lang }, [
        { type: 'strong', children: title },
      ]);
      const properties = { className: ['callout', `callout-${parts.kind}`], role: 'note' };
      return {
        blocks: parts.blocks,
        around: (blocks) => element('div', properties, [heading, ...blocks]),
      };
    }
    case 'unknown':
      return unknown(parts.word, parts.line.number, shaping);
    default:
      return parts satisfies never;
  }
}

/** A blockquote that begins with `[!PULL]`; undefined for any other. */
export function pullQuoteOf(
  node: Readonly<Blockquote>,
  { body, collector }: Shaping,
): ShapedQuote | undefined {
  const parts = calloutParts(node, body);
  if (parts?.is !== 'pull') return undefined;
  // A reader who hears the page is told that these words come twice.
  const properties = {
    className: ['pull-quote'],
    role: 'note',
    ariaLabel: collector.words.text('pullQuote'),
  };
  const { attribution, language } = parts;
  const said = language && languageAttributes(language, collector);
  const by = attribution
    ? [element('p', {}, [element('small', {}, attributionWords(attribution))])]
    : [];
  return {
    blocks: parts.blocks,
    around: (blocks) => element('aside', { ...properties, ...said }, [...blocks, ...by]),
  };
}

type Callout = Extract<CalloutParts, { is: 'callout' }>;

/** The title of a callout, and its language where that is not the text's. */
function titleOf({ kind, title }: Callout, words: SiteWords) {
  if (title) return { lang: {}, title: [...title] };
  const key = calloutWords[kind];
  return {
    lang: foreignWords(words, key),
    title: [{ type: 'text' as const, value: words.text(key) }],
  };
}

function unknown(word: string, line: number, { collector }: Shaping): undefined {
  const known = [...Object.keys(calloutWords), 'pull'].map((kind) => kind.toUpperCase());
  collector.fault(
    'unknown-callout',
    line,
    `an unknown callout [!${word}]`,
    `one of ${known.map((kind) => `[!${kind}]`).join(', ')}`,
    suggest(word.toUpperCase(), known, `write \\[!${word}] if it is none`),
  );
}
