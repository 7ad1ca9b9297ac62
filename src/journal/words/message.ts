import { oncePerText } from '../once/once.ts';

/** A plural form, as `Intl.PluralRules` names them. */
export type PluralForm = Intl.LDMLPluralRule;

/** The forms of a text that counts something: which of them is said, `count` decides; where it is not there, `other`. */
export type Plural = Readonly<Partial<Record<PluralForm, string>>> & { readonly other: string };

/**
 * What the interface says at one place. `{name}` stands for a value, and `<name>words</name>` sets words apart, most often
 * as a link; all other signs are what they are.
 */
export type Message = string | Plural;

/** All that an interface says, by key. */
export type WordTable = Readonly<Record<string, Message>>;

/**
 * The same in another language, or some of it. What a language says alike of all numbers is a text there; what is
 * {@link isWordless} is there only where the language has other signs for it.
 */
export type Translation<Table extends WordTable> = {
  readonly [Key in keyof Table]?: Table[Key] extends string ? string : Message;
};

type TextOf<One extends Message> = One extends string
  ? One
  : Extract<One[keyof One & PluralForm], string>;

type PlacesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlacesIn<Rest>
  : never;

type SpansIn<Text extends string> = Text extends `${string}</${infer Name}>${infer Rest}`
  ? Name | SpansIn<Rest>
  : never;

/** The names of the values that a message has places for. */
export type PlacesOf<One extends Message> = PlacesIn<TextOf<One>>;

/** The names of the words that a message sets apart. */
export type SpansOf<One extends Message> = SpansIn<TextOf<One>>;

/** A value in a text: a number is written as the language does. */
export type Value = string | number;

/** The values of a message, by name; a message that counts needs `count`. */
export type ValuesOf<One extends Message, Known = Value> = {
  readonly [Name in PlacesOf<One>]: Name extends 'count' ? number : Known;
} & (One extends string ? unknown : { readonly count: number });

/** A piece of a text. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'place'; readonly name: string }
  | { readonly is: 'span'; readonly name: string; readonly text: string };

const markup = /\{([^{}]*)\}|<([a-z][A-Za-z]*)>([^<>]*)<\/\2>/g;

/** The pieces of a text, in their order; each page says the same. */
export const piecesOf = oncePerText((text): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: whole, 1: place, 2: span = '', 3: words = '', index } of text.matchAll(markup)) {
    if (index > at) pieces.push({ is: 'text', text: text.slice(at, index) });
    pieces.push(
      place === undefined
        ? { is: 'span', name: span, text: words }
        : { is: 'place', name: place.trim() },
    );
    at = index + whole.length;
  }
  if (at < text.length) pieces.push({ is: 'text', text: text.slice(at) });
  return pieces;
});

/** Whether a message is nothing but its values and signs between them, such as `{day}, {time}`: it is in no language. */
export function isWordless(message: Message): boolean {
  const pieces = textsOf(message).flatMap(piecesOf);
  return pieces.every((piece) => piece.is === 'place' || !/\p{L}/u.test(piece.text));
}

/** Every text of a message. */
export function textsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}
