import { type Message, piecesOf, textsOf } from './message.ts';

/** What is wrong with a text that somebody wrote in place of ours. */
export interface TextTrouble {
  readonly what: string;
  readonly expected: string;
  readonly cure: string;
  /** It may be meant. */
  readonly isWarning?: true;
}

/** What is wrong with a text that stands in place of `ours`: it may have the same places and spans, and no others. */
export function textTroubles(text: string, ours: Message): TextTrouble[] {
  const known = marksOf(textsOf(ours).join(' '));
  const found = marksOf(text);
  const expected = expectedOf(known);
  const unknown = [...found]
    .filter((mark) => !known.has(mark))
    .map((mark) => ({ what: `unknown ${mark}`, expected, cure: nearest(mark, known) }));
  const loose = looseIn(text).map((sign) => ({
    what: `a single ${sign}`,
    expected,
    cure: 'close it, or write the words without it',
  }));
  if (unknown.length + loose.length > 0) return [...unknown, ...loose];
  return [...known]
    .filter((mark) => !found.has(mark) && mark !== '{count}')
    .map((mark) => ({
      what: `no ${mark}`,
      expected,
      cure: 'add it, unless nothing is to be said of it',
      isWarning: true,
    }));
}

/** The places and spans of a text, as they are written. */
function marksOf(text: string): Set<string> {
  return new Set(
    piecesOf(text).flatMap((piece) => {
      if (piece.is === 'text') return [];
      return piece.is === 'place' ? `{${piece.name}}` : `<${piece.name}>`;
    }),
  );
}

/** Signs of a place or a span that are left over where all whole ones are taken out. */
function looseIn(text: string): string[] {
  const words = piecesOf(text).flatMap((piece) => (piece.is === 'place' ? [] : piece.text));
  return [...new Set(words.join(' ').match(/[{}]|<\/?[a-z][A-Za-z]*>?/gi) ?? [])];
}

function expectedOf(known: ReadonlySet<string>): string {
  return known.size === 0 ? 'words alone' : `words with ${[...known].join(' and ')}, and no others`;
}

function nearest(mark: string, known: ReadonlySet<string>): string {
  const alike = [...known].filter((one) => one[0] === mark[0]);
  return alike.length === 0 ? 'write the words without it' : `write ${alike.join(' or ')}`;
}
