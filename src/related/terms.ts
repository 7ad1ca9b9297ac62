/** Which terms stand in a text and how often each; two texts are compared by these alone. */
export interface Terms {
  /** 32-bit digests of the terms, in the order of their first place in the text. */
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
 * characters that stand side by side.
 */
export function termsOf(text: string): Terms {
  const counts = new Map<number, number>();
  const take = (term: string) => {
    const digest = termDigest(term);
    counts.set(digest, (counts.get(digest) ?? 0) + 1);
  };
  for (const [found] of text.toLowerCase().normalize('NFC').matchAll(word)) {
    if (isSpaced(found)) {
      if (found.length > 1) take(found);
    } else pairsIn(found).forEach(take);
  }
  return {
    terms: Uint32Array.from(counts.keys()),
    counts: Uint8Array.from(counts.values(), (count) => Math.min(count, 255)),
  };
}

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
  let digest = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) {
    digest = Math.imul(digest ^ term.charCodeAt(at), 0x01000193);
  }
  return digest >>> 0;
}
