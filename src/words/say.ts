import { oncePer } from '#journal/once/once.ts';
import { directionOf, inLanguage } from '#journal/text/inline/direction.ts';
import { english, type SiteTable } from '#journal/words/english.ts';
import { type SiteWords, siteWords } from '#journal/words/languages/siteWords.ts';
import { type ListStyle, listInWords, numberInWords, valueInWords } from '#journal/words/locale.ts';
import type { SpansOf, ValuesOf } from '#journal/words/message.ts';
import type { Said } from '#journal/words/speaker.ts';
import { digestOf } from '../cache/bodies.ts';
import { currentJournal } from '../load/current.ts';
import { escapeHtml } from '../render/html/html.ts';

/** HTML, for a place in a text. */
export interface Html {
  readonly html: string;
}

/** Several things for one place, which the language of the text lists. */
export interface List {
  /** As text, by which some languages choose the word between two, and as HTML. */
  readonly list: readonly { readonly text: string; readonly html: string }[];
  readonly style: ListStyle;
}

type Key = keyof SiteTable & string;

/** What stands at the places of a text, and what is made of the words that it sets apart. */
type Markup<One extends Key> = ValuesOf<SiteTable[One], string | number | Html | List> & {
  readonly [Name in SpansOf<SiteTable[One]>]: (words: string) => string;
};

/** Nothing, where a text has neither places nor words set apart. */
type Marked<One extends Key> = keyof Markup<One> extends never ? [] : [markup: Markup<One>];

/** What the interface says, as plain text: for attributes and titles, where no language can be named. */
export function text<One extends Key>(key: One, ...values: Said<SiteTable, One>): string {
  return words().text(key, ...values);
}

/**
 * What the interface says, as HTML that names its language where that is not the journal's. `markup` has text and numbers
 * for the places of it, or HTML, and a function for words that are set apart, whose argument is HTML.
 */
export function html<One extends Key>(key: One, ...markup: Marked<One>): string {
  return htmlIn(undefined, key, ...markup);
}

/** As {@link html}, among words of another language. */
export function htmlIn<One extends Key>(
  language: string | undefined,
  key: One,
  ...[markup]: Marked<One>
): string {
  const speaker = words(language);
  const said = htmlOf(speaker, key, markup ?? {});
  const lang = speaker.languageOf(key);
  return lang === speaker.language
    ? said
    : `<span lang="${lang}" dir="${directionOf(lang)}">${said}</span>`;
}

/** The attributes of an element that says nothing but this, where it is not in the journal's language. */
export function foreign(key: Key): ReturnType<typeof inLanguage> {
  const speaker = words();
  const lang = speaker.languageOf(key);
  return lang === speaker.language ? {} : inLanguage(lang);
}

/** What stands before a summary in a language; undefined where the style sheet says it already. */
export function tldrLabel(language: string): string | undefined {
  const label = words(language).text('tldr');
  return label === english.tldr ? undefined : label;
}

/** A number as the journal's language writes it. */
export function number(value: number): string {
  return numberInWords(value, words().language);
}

/** A link, a date or the like, for a place in a text: somebody's words, which may run the other way. */
export function isolated(
  name: 'a' | 'time' | 'bdi',
  attributes: Readonly<Record<string, string | undefined>>,
  inside: string,
): Html {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeHtml(value)}"`,
  );
  const bdi = `<bdi>${escapeHtml(inside)}</bdi>`;
  return { html: name === 'bdi' ? bdi : `<${name}${written.join('')}>${bdi}</${name}>` };
}

/** The words of the journal's language, or of another one that stands on its pages. */
export function words(language?: string): SiteWords {
  return siteWords(currentJournal().journal.words, language);
}

/** A digest of all that `words.yaml` says: a page that says any of it is another one when that changes. */
export function wordsDigest(): string {
  return digestOfWords(currentJournal().journal.words);
}

const digestOfWords = oncePer((own: object) => digestOf(JSON.stringify(own)));

function htmlOf(speaker: SiteWords, key: Key, markup: Readonly<Record<string, unknown>>): string {
  const language = speaker.languageOf(key);
  const said = speaker.pieces(key, markup).map((piece) => {
    switch (piece.is) {
      case 'text':
        return escapeHtml(piece.text);
      case 'place':
        return placeHtml(markup[piece.name], language);
      case 'span':
        return spanHtml(markup[piece.name], piece.text);
      default:
        return piece satisfies never;
    }
  });
  return said.join('');
}

function placeHtml(value: unknown, language: string): string {
  if (typeof value === 'string' || typeof value === 'number')
    return escapeHtml(valueInWords(value, language));
  if (typeof value !== 'object' || value === null) return '';
  return 'list' in value ? listHtml(value as List, language) : (value as Html).html;
}

function listHtml({ list, style }: List, language: string): string {
  const texts = list.map((one) => one.text);
  return listInWords(texts, language, style, (at) => list[at]?.html ?? '');
}

function spanHtml(make: unknown, text: string): string {
  const inside = escapeHtml(text);
  return typeof make === 'function' ? String(make(inside)) : inside;
}
