import type { QuoteLanguage } from '#journal/text/block/quotationParts.ts';
import { inLanguage } from '#journal/text/inline/direction.ts';
import { isLanguage } from '#journal/words/languageTag.ts';
import type { Collector } from '../collect/collector.ts';

/** The attributes that say the language and its direction; a tag that is none is a fault. */
export function languageAttributes(
  { tag, line }: QuoteLanguage,
  collector: Collector,
): ReturnType<typeof inLanguage> | undefined {
  if (isLanguage(tag)) return inLanguage(tag);
  collector.fault(
    'quote-language',
    line,
    `a quotation with {lang=${tag}}`,
    'a language tag such as en or pt-BR',
    'correct the tag, or remove it',
  );
  return undefined;
}
