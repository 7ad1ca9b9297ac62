/** The names of an encoding. */
export interface NamedEncoding {
  /** In words. */
  readonly what: string;
  /** The name that iconv has for it; undefined where no program can convert the whole file. */
  readonly iconv: string | undefined;
}

interface OneByteEncoding {
  /** The name that the web has for it: https://encoding.spec.whatwg.org/#names-and-labels. */
  readonly label: string;
  readonly what: string;
  readonly iconv: string;
  readonly script: RegExp;
}

const cyrillic = /\p{sc=Cyrl}/u;
const greek = /\p{sc=Grek}/u;
const arabic = /\p{sc=Arab}/u;

/** Those that texts in Chinese, Japanese and Korean do not look like. */
const distinct: readonly OneByteEncoding[] = [
  of('windows-1251', 'Windows-1251', cyrillic),
  of('koi8-r', 'KOI8-R', cyrillic),
  of('x-mac-cyrillic', 'MacCyrillic', cyrillic),
  of('windows-1253', 'Windows-1253', greek),
  of('windows-1255', 'Windows-1255', /\p{sc=Hebr}/u),
];
const others: readonly OneByteEncoding[] = [
  of('ibm866', 'CP866', cyrillic),
  of('iso-8859-5', 'ISO-8859-5', cyrillic),
  of('iso-8859-7', 'ISO-8859-7', greek),
  of('windows-1256', 'Windows-1256', arabic),
  of('iso-8859-6', 'ISO-8859-6', arabic),
  of('windows-874', 'CP874', /\p{sc=Thai}/u),
];

function of(label: string, what: string, script: RegExp): OneByteEncoding {
  return { label, what, iconv: what.toUpperCase(), script };
}

/** What a text looks like shows soon. */
const looked = 64 * 1024;
const fewestLetters = 5;
const leastShare = 0.9;

/**
 * The encoding in which the bytes beyond ASCII are words of a script, written as people write them: small, or with a
 * capital in front. `isDistinct` looks at those alone that no encoding of several bytes a sign is taken for.
 */
export function oneByteEncoding(bytes: Uint8Array, isDistinct: boolean): NamedEncoding | undefined {
  const beginning = bytes.subarray(0, looked);
  let best: { readonly share: number; readonly named: NamedEncoding } | undefined;
  for (const { label, what, iconv, script } of isDistinct ? distinct : others) {
    const share = shareOfWords(new TextDecoder(label).decode(beginning), script);
    if (share >= leastShare && share > (best?.share ?? 0)) best = { share, named: { what, iconv } };
  }
  return best?.named;
}

function shareOfWords(text: string, script: RegExp): number {
  const words = text.match(/[\p{L}\p{M}]+/gu)?.filter((word) => /[^\0-\u007F]/.test(word)) ?? [];
  const letters = words.join('');
  if (letters.length < fewestLetters || !isSpoken(letters, script)) return 0;
  const strange = text.match(/[^\0-\u007F\p{L}\p{M}«»“”„‘’–—…№،؛؟\u00A0\uFEFF]/gu)?.length ?? 0;
  const sound = words.reduce((sum, word) => sum + soundLetters(word, script), 0);
  return sound / (letters.length + strange);
}

/** How many letters of a word stand as people write them. */
function soundLetters(word: string, script: RegExp): number {
  if (![...word].every((one) => script.test(one))) return 0;
  if (/^\p{Lu}?[^\p{Lu}]*$/u.test(word)) return word.length;
  // Two encodings of Cyrillic have the capitals of one where the other has small letters.
  return /^\p{Lu}+$/u.test(word) ? word.length / 2 : 0;
}

/**
 * Whether letters may be words of their script: Cyrillic has vowels and, in more than a few words, capitals or the last
 * letters of its alphabet, Greek has accents. Both are Hebrew elsewhere.
 */
function isSpoken(letters: string, script: RegExp): boolean {
  const share = (some: RegExp) => (letters.match(some)?.length ?? 0) / letters.length;
  if (script === greek) return share(/[άέήίόύώ]/gu) > 0.05;
  if (script !== cyrillic) return true;
  return (
    share(/[аеёиоуыэюяіїєў]/giu) > 0.25 && (letters.length < 15 || share(/[ыьэюя\p{Lu}]/gu) > 0)
  );
}

/** Of texts in Latin letters those that are not Western, by what they would look like if they were. */
const latin: readonly (readonly [looks: RegExp, what: string])[] = [
  [/[¹\u009F\u008F]\p{Ll}|\p{Ll}¹(?!\p{L})/u, 'Windows-1250'],
  [/[±¶¼]\p{Ll}/u, 'ISO-8859-2'],
  [/^(?=.*ø)(?=.*[ìùèò])|^(?=.*õ)(?=.*û)/su, 'Windows-1250'],
  [/^(?=.*[ðþ])(?=.*ý)(?=.*[çü])/su, 'Windows-1254'],
];

/** The encoding of a text in Latin letters, given with a sign for each byte, where it is not Western. */
export function otherLatin(text: string): NamedEncoding | undefined {
  const beginning = text.slice(0, looked);
  const [, what] = latin.find(([looks]) => looks.test(beginning)) ?? [];
  return what === undefined ? undefined : { what, iconv: what.toUpperCase() };
}
