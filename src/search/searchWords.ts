import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import { textFor, valueInWords } from '#journal/words/locale.ts';
import { type Message, piecesOf } from '#journal/words/message.ts';

/** A message, and the language that it is in. */
interface SearchMessage {
  readonly message: Message;
  readonly lang: string;
}

/** What the script of the search page says. Plain data: it stands in the page. */
export type SearchWords = Readonly<Record<'results' | 'nothing' | 'failed', SearchMessage>>;

/** What the script of the search page says. The dev server makes no index, and says that. */
export function searchWords(words: SiteWords, isDev: boolean): SearchWords {
  const said = (key: 'searchResults' | 'searchNothing' | 'searchFailed'): SearchMessage => ({
    message: words.message(key),
    lang: words.languageOf(key),
  });
  return {
    results: said('searchResults'),
    nothing: said('searchNothing'),
    failed: isDev ? { message: unbuilt, lang: 'en' } : said('searchFailed'),
  };
}

const unbuilt = 'The search index is made by “npm run build”; look at it with “npm run preview”.';

/** What the script says, for an element of this language. */
export function saidOf(
  { message, lang }: SearchMessage,
  values: Readonly<Record<string, string | number>> = {},
): { readonly text: string; readonly lang: string } {
  const pieces = piecesOf(textFor(message, values, lang)).map((piece) =>
    piece.is === 'place' ? valueInWords(values[piece.name] ?? '', lang) : piece.text,
  );
  return { text: pieces.join(''), lang };
}
