import { ourWords, type SiteWords, siteWords } from '#journal/words/languages/siteWords.ts';
import { escapeHtml } from '../html/html.ts';
import type { DocumentContext, SourceDocument } from './document.ts';

/** What is said within a body: in its own language, so that whoever hears it read hears one voice. */
export function bodyWords(
  { lang }: Pick<SourceDocument, 'lang'>,
  { language, words }: Pick<DocumentContext, 'language' | 'words'>,
): SiteWords {
  return words ? siteWords(words, lang ?? language) : ourWords(lang ?? language);
}

/** The properties that name the language of what is said under a key, where it is another one than that around it. */
export function foreignWords(
  words: SiteWords,
  key: Parameters<SiteWords['languageOf']>[0],
): { lang: string; dir: 'ltr' } | Record<string, never> {
  const lang = words.languageOf(key);
  // What a language lacks is said in English.
  return lang === words.language ? {} : { lang, dir: 'ltr' };
}

/** The label of an element that has no words inside, with its language where that is another one, as HTML. */
export function labelHtml(words: SiteWords, key: 'spoiler' | 'taskToDo' | 'taskDone'): string {
  const { lang } = foreignWords(words, key);
  const language = lang === undefined ? '' : ` lang="${lang}"`;
  return `aria-label="${escapeHtml(words.text(key))}"${language}`;
}
