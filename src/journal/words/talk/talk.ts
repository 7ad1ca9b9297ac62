import { isRightToLeft, type ListStyle, listInWords, localeOf, numberInWords } from '../locale.ts';
import type { Piece } from '../message.ts';
import {
  type Dictionary,
  isEnglish,
  type OwnWords,
  type Said,
  type SomeWords,
  speakerOf,
} from '../speaker.ts';
import * as basics from './basics/languages.ts';
import * as channel from './channel/languages.ts';
import { english, type TalkTable } from './english.ts';
import * as entries from './entries/languages.ts';
import * as people from './people/languages.ts';
import { europeanPortuguese } from './ptPT.ts';

const groups: readonly Readonly<Record<string, SomeWords>>[] = [
  basics,
  entries,
  channel,
  people,
  { 'pt-PT': europeanPortuguese },
];

/** All that the bot says, in every language that comes along. */
export const talkDictionary: Dictionary<TalkTable> = {
  english,
  languages: Object.fromEntries(
    groups
      .flatMap((group) => Object.keys(group))
      .map((tag) => [tag, Object.assign({}, ...groups.map((group) => group[tag])) as SomeWords]),
  ),
};

/** What the bot says in one language, as text for a chat. */
export interface Talk {
  readonly language: string;
  /**
   * What is said under a key. A name of other letters than the words around it keeps its own direction, and is set apart
   * for that.
   */
  text<Key extends keyof TalkTable & string>(key: Key, ...values: Said<TalkTable, Key>): string;
  /** Texts one after the other. */
  list(texts: readonly string[], style: ListStyle): string;
  /** A day, `2026-11-21`, written out. */
  day(day: string): string;
}

/** What the bot of a journal says; the journal's own words stand in place of ours. */
export function talkOf({ language, bot }: Pick<OwnWords, 'language' | 'bot'>): Talk {
  const speaker = speakerOf(talkDictionary, language, bot);
  return {
    language,
    text(key, ...[values]) {
      const known: Readonly<Record<string, unknown>> = values ?? {};
      const said = speaker.languageOf(key);
      return speaker
        .pieces(key, known)
        .map((piece) => pieceText(piece, known, said))
        .join('');
    },
    list: (texts, style) => listInWords(texts, language, style, (at) => texts[at] ?? ''),
    day: (day) => dayInWords(day, language),
  };
}

function pieceText(
  piece: Piece,
  values: Readonly<Record<string, unknown>>,
  language: string,
): string {
  if (piece.is !== 'place') return withCommands(piece.text, language);
  const value = values[piece.name] ?? '';
  return typeof value === 'number'
    ? numberInWords(value, language)
    : apart(String(value), language);
}

const leftToRight = '\u2066';
const ownDirection = '\u2068';
const asBefore = '\u2069';
const rightToLeftLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A value between marks that keep its direction its own, where the words around it may have another one. */
function apart(value: string, language: string): string {
  const isNeeded = isRightToLeft(language)
    ? /[\p{L}\p{N}]/u.test(value)
    : !isEnglish(language) && rightToLeftLetters.test(value);
  // Lines have a direction each.
  return isNeeded && !value.includes('\n') ? ownDirection + value + asBefore : value;
}

/** Words in which commands stand as they are typed: their slash would go to the other end of them. */
function withCommands(words: string, language: string): string {
  if (!isRightToLeft(language)) return words;
  return words.replace(/(?<![\w/])\/[a-z]+/g, (command) => leftToRight + command + asBefore);
}

function dayInWords(day: string, language: string): string {
  // All who read English here are told the day in one order, whose commas would part too much.
  const locale = isEnglish(language) ? 'en-GB' : localeOf(language);
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );
  return isEnglish(language) ? words.replace(/,/g, '') : words;
}
