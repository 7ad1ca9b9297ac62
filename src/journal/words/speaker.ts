import { localeOf, textFor, valueInWords } from './locale.ts';
import {
  isWordless,
  type Message,
  type Piece,
  piecesOf,
  type Value,
  type ValuesOf,
  type WordTable,
} from './message.ts';

/** Words by key; each table of a language is held to be a `Translation` where it stands. */
export type SomeWords = Readonly<Record<string, Message | undefined>>;

/** What a journal says in place of our words. Plain data. */
export interface OwnWords {
  /** The journal's language, in which they are. */
  readonly language: string;
  /** On pages and in feeds. */
  readonly site: SomeWords;
  /** In the chats of the bot. */
  readonly bot?: SomeWords;
}

/** A table of words in all the languages that there are of it. */
export interface Dictionary<Table extends WordTable> {
  /** Whole, and what is said wherever a language lacks a word. */
  readonly english: Table;
  /** By language tag, such as `de`, `pt-PT` or `zh-Hant`. */
  readonly languages: Readonly<Record<string, SomeWords>>;
}

/** A key of a message that has places for values, with those; or of one that has none. */
export type Said<Table extends WordTable, Key extends keyof Table, Known = Value> = keyof ValuesOf<
  Table[Key],
  Known
> extends never
  ? []
  : [values: ValuesOf<Table[Key], Known>];

/** What one language says. */
export interface Speaker<Table extends WordTable> {
  /** The language that was asked for. */
  readonly language: string;
  /** What is said under a key, as plain text: words that are set apart are words like all others. */
  text<Key extends keyof Table & string>(key: Key, ...values: Said<Table, Key>): string;
  /** The pieces of what is said under a key, for whoever makes more than text of it. */
  pieces(key: keyof Table & string, values: Readonly<Record<string, unknown>>): readonly Piece[];
  /** The message under a key, for whoever takes it elsewhere. */
  message(key: keyof Table & string): Message;
  /**
   * The language of what is said under a key: the one that was asked for, or English where that lacks the word. What has
   * no words in English is said so in every language that says nothing else.
   */
  languageOf(key: keyof Table & string): string;
}

/** What a language says; `own` are words that a journal has in place of ours. */
export function speakerOf<Table extends WordTable>(
  dictionary: Dictionary<Table>,
  language: string,
  own: SomeWords = {},
): Speaker<Table> {
  const chain = [own, ...translationsFor(dictionary, language)];
  const found = (key: string) => chain.find((one) => Object.hasOwn(one, key))?.[key];
  const message = (key: string): Message => found(key) ?? english(dictionary, key);
  const isOwn = (key: string) => found(key) !== undefined || isWordless(english(dictionary, key));
  const languageOf = (key: string) => (isOwn(key) ? language : 'en');
  const pieces: Speaker<Table>['pieces'] = (key, values) =>
    piecesOf(textFor(message(key), values, languageOf(key)));
  return {
    language,
    message,
    languageOf,
    pieces,
    text(key, ...[values]) {
      const known: Readonly<Record<string, Value>> = values ?? {};
      const said = pieces(key, known).map((piece) =>
        piece.is === 'place' ? valueInWords(known[piece.name] ?? '', languageOf(key)) : piece.text,
      );
      return said.join('');
    },
  };
}

function english({ english: whole }: Dictionary<WordTable>, key: string): Message {
  const message = whole[key];
  if (message === undefined) throw new Error(`There are no words "${key}"`);
  return message;
}

/** The words that a language reads, the nearest first. */
function translationsFor(dictionary: Dictionary<WordTable>, language: string): SomeWords[] {
  const near = nearTags(language)
    .map((tag) => dictionary.languages[tag])
    .filter((words) => words !== undefined);
  return isEnglish(language) ? [...near, dictionary.english] : near;
}

/** Whether a language is English, of whatever country. */
export function isEnglish(language: string): boolean {
  return new Intl.Locale(language).language === 'en';
}

/**
 * The tags under which words of a language may stand, the nearest first: `pt-AO` reads `pt-PT`, then `pt`; `zh-TW` reads
 * `zh-Hant`. A script that is not the usual one of its language has no words but its own.
 */
function nearTags(tag: string): string[] {
  const { language, script, region } = new Intl.Locale(localeOf(tag)).maximize();
  const usual = new Intl.Locale(language).maximize();
  if (script !== usual.script) return [`${language}-${script}`];
  // Brazil apart, all who write Portuguese spell as Portugal does (CLDR, parentLocales).
  const parent = language === 'pt' && region !== 'BR' ? ['pt-PT'] : [];
  return [...new Set([`${language}-${region}`, ...parent, language])];
}

/** Whether two languages read the same words: `de` and `de-AT` do, `zh-TW` and `zh-CN` do not. */
export function readSameWords(a: string, b: string): boolean {
  const [one, other] = [a, b].map((tag) => new Intl.Locale(tag).maximize());
  return one?.language === other?.language && one?.script === other?.script;
}
