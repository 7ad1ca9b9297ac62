import { Numbering } from './numbering.ts';

/** Which terms stand in a text and how often each; two texts are compared by these alone. */
export interface Terms {
  /** Numbers of the terms' digests, in the order of their first place in the text. */
  readonly terms: Uint32Array;
  /** How often each of them is there, 255 at most. */
  readonly counts: Uint8Array;
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

// Scripts that put no spaces between words, and Hangul, whose words carry their particles.
const unspaced =
  /(?:[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[ー々])\p{M}*/gu;
const firstUnspaced = '\u0E00';

/**
 * The terms of a plain text: words in lower case and NFC; where a script has no spaces between words, each two
 * characters that stand side by side. `all` numbers those of all texts.
 */
export function termsOf(text: string, all: Numbering): Terms {
  const digests = simple.test(text)
    ? simpleDigests(text)
    : Uint32Array.from(wordsIn(text), termDigest);
  const own = new Numbering(1 << 11);
  const counts = new Uint8ClampedArray(digests.length);
  // Of millions, an iterator would take as long as all the rest.
  for (let at = 0; at < digests.length; at++) {
    const number = own.numberOf(digests[at] ?? 0);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return {
    terms: own.digests.map((digest) => all.numberOf(digest)),
    counts: new Uint8Array(counts.subarray(0, own.size)),
  };
}

function* wordsIn(text: string): Generator<string> {
  for (const [found] of text.toLowerCase().normalize('NFC').matchAll(word)) {
    if (!isSpaced(found)) yield* pairsIn(found);
    else if (found.length > 1) yield found;
  }
}

/** ASCII, and the spaces, dashes and quotes of print, which are in no word. */
const simple = /^[\0-\u007F\u2000-\u206F]*$/;

/** The digests of the same words as those of {@link wordsIn}, without a string for each. */
function simpleDigests(text: string): Uint32Array {
  const digests = new Uint32Array((text.length + 1) >> 1);
  let found = 0;
  let digest = digestOfNothing;
  let length = 0;
  for (let at = 0; at <= text.length; at++) {
    const letter = at < text.length ? (smallLetters[text.charCodeAt(at)] ?? 0) : 0;
    if (letter !== 0) {
      digest = nextDigest(digest, letter);
      length++;
    } else if (length > 0) {
      if (length > 1) digests[found++] = digest;
      digest = digestOfNothing;
      length = 0;
    }
  }
  return digests.subarray(0, found);
}

/** By the code of a character that is {@link simple}, the letter or the digit in lower case; 0 for all else. */
const smallLetters = Uint8Array.from({ length: 0x2070 }, (_, code) =>
  /[a-z0-9]/i.test(String.fromCharCode(code))
    ? String.fromCharCode(code).toLowerCase().charCodeAt(0)
    : 0,
);

function isSpaced(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) >= firstUnspaced) return false;
  }
  return true;
}

/** `東京都abc` gives `東京`, `京都`, `abc`. */
function pairsIn(text: string): string[] {
  const pairs: string[] = [];
  let rest = 0;
  let before: { character: string; end: number } | undefined;
  let paired = false;
  const endRun = () => {
    if (before && !paired) pairs.push(before.character);
  };
  for (const { 0: character, index } of text.matchAll(unspaced)) {
    if (before?.end === index) {
      pairs.push(before.character + character);
      paired = true;
    } else {
      endRun();
      pairs.push(...longEnough(text.slice(rest, index)));
      paired = false;
    }
    before = { character, end: index + character.length };
    rest = before.end;
  }
  endRun();
  return [...pairs, ...longEnough(text.slice(rest))];
}

function longEnough(text: string): string[] {
  return text.length > 1 ? [text] : [];
}

/** The digest of a term, FNV-1a in 32 bits. Two words that share a digest count as one, which among 200,000 words happens to about five pairs. */
export function termDigest(term: string): number {
  let digest = digestOfNothing;
  for (let at = 0; at < term.length; at++) digest = nextDigest(digest, term.charCodeAt(at));
  return digest >>> 0;
}

const digestOfNothing = 0x811c9dc5;

function nextDigest(digest: number, code: number): number {
  return Math.imul(digest ^ code, 0x01000193);
}
