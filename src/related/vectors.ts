import { largest } from './largest.ts';
import type { Numbering } from './numbering.ts';
import { type Terms, termDigest } from './terms.ts';

/** An entry as far as comparing needs it. */
export interface Comparable {
  /** Unlike that of any other; equal scores at the same moment are ordered by it. */
  readonly id: string;
  /** Milliseconds since 1970: of equal scores, the newer goes first. */
  readonly at: number;
  /** How common a word is, is judged among the texts of this language. */
  readonly language: string;
  readonly terms: Terms;
  readonly tags: readonly string[];
  /** Ids of the documents that it links to. */
  readonly links: readonly string[];
  /** Parts of one series lead to each other already. */
  readonly series: string | undefined;
}

/** What a document is compared by. */
export interface Vector {
  /** Its heaviest words that another document has too, its tags and its links: {@link weighed} numbers. */
  readonly shared: Float64Array;
  /** Length of the vector of all its terms, squared. */
  readonly square: number;
}

/** How many terms there can be: the digests of words, and as many beyond them for tags and links. */
const termCount = 2 ** 33;

/** A term and its weight, a whole number, in one number: such are compared, and kept, faster than objects. */
function weighed(term: number, weight: number): number {
  return weight * termCount + term;
}

/** The weight in a {@link weighed} number. */
export function weightOf(one: number): number {
  return Math.floor(one / termCount);
}

/** The term in a {@link weighed} number. */
export function termOf(one: number): number {
  return one - weightOf(one) * termCount;
}

/** Whether a term is a tag or a link, and no word. */
export function isLabel(term: number): boolean {
  return term >= digests;
}

/** How many words of a text are compared, tags and links not counted. */
const mostWords = 48;
/** A tag or a link says as much as a word that stands there this often. */
const labelTimes = 12;
/** A shorter text counts as if it had this many words that no other has: a few chance words make no likeness. */
const leastWords = 16;
/** How many digests of words there can be. */
const digests = 2 ** 32;
/** The fourth root of two. */
const quarter = 1.189207115002721;

/**
 * Weighs what stands in each document. A word weighs the more, the oftener it is there and the fewer texts of the same
 * language have it; tags and links are weighed like words. `words` numbers all terms.
 */
export function vectorsOf(documents: readonly Comparable[], words: Numbering): Vector[] {
  const { digests, size } = words;
  const texts = documents.map(({ terms: { terms } }) => terms);
  const having = holderCounts(texts, size);
  const languages = new Map(
    [...Map.groupBy(documents.keys(), (at) => documents[at]?.language)].map(
      ([language, places]) => {
        const rarity = rarities(places.length);
        // What more than half of the texts say tells nothing.
        const rarityBy = Uint32Array.from({ length: places.length + 1 }, (_, holders) =>
          holders * 2 > places.length ? 0 : rarity(holders),
        );
        const isOnly = places.length === texts.length;
        const own = places.map((at) => texts[at] ?? noWords);
        const all = isOnly ? having.slice() : holderCounts(own, size);
        // Of hundreds of thousands, a function for each would take as long as all the rest.
        for (let number = 0; number < all.length; number++)
          all[number] = rarityBy[all[number] ?? 0] ?? 0;
        return [language, { rarest: rarity(1), rarities: all }];
      },
    ),
  );
  const labels = weighLabels(documents);
  const longest = texts.reduce((most, { length }) => Math.max(most, length), 0);
  const room = new Float64Array(longest);
  return documents.map((document, at) => {
    const language = languages.get(document.language) ?? { rarest: 0, rarities: noWords };
    const own = weighWords(document, { ...language, digests, having, room });
    const named = labels[at] ?? [];
    const least = leastWords * (emphasis(1) * language.rarest) ** 2;
    const shared = new Float64Array(own.heaviest.length + named.length);
    shared.set(own.heaviest);
    shared.set(named, own.heaviest.length);
    return {
      shared,
      square: rounded(
        Math.max(own.square, least) + named.reduce((sum, one) => sum + weightOf(one) ** 2, 0),
      ),
    };
  });
}

const noWords = new Uint32Array();

/** To eight binary digits: what a few other weights bring about among hundreds is nearly always less. */
function rounded(square: number): number {
  let unit = 1;
  while (square / unit >= 256) unit *= 2;
  return Math.round(square / unit) * unit;
}

/** In how many lists each number stands. */
function holderCounts(lists: readonly Uint32Array[], size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const number = list[at] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return counts;
}

/** What is known of all words, by their numbers. */
interface Words {
  readonly digests: Uint32Array;
  readonly rarities: Uint32Array;
  readonly having: Uint32Array;
  /** For the words of one document, and then of the next. */
  readonly room: Float64Array;
}

/** `heaviest` is there until the next document is weighed. */
function weighWords(
  { terms: { terms, counts } }: Comparable,
  { digests: digestOf, rarities: rarityOf, having, room }: Words,
): { heaviest: Float64Array; square: number } {
  let length = 0;
  let square = 0;
  for (let index = 0; index < terms.length; index++) {
    const number = terms[index] ?? 0;
    const weight = emphasis(counts[index] ?? 0) * (rarityOf[number] ?? 0);
    square += weight * weight;
    if (weight > 0 && (having[number] ?? 0) > 1) {
      room[length++] = weighed(digestOf[number] ?? 0, weight);
    }
  }
  return { heaviest: largest(room.subarray(0, length), mostWords), square };
}

/** By document, its tags and links; those that no other has say nothing about likeness and are left out. */
function weighLabels(documents: readonly Comparable[]): number[][] {
  const labels = documents.map(labelsOf);
  const counts = new Map<number, number>();
  for (const label of labels.flat()) counts.set(label, (counts.get(label) ?? 0) + 1);
  const rarity = rarities(documents.length);
  return labels.map((own) =>
    own
      .map((term) => ({ term, holders: counts.get(term) ?? 1 }))
      .filter(({ holders }) => holders > 1 && rarity(holders) > 0)
      .map(({ term, holders }) => weighed(term, emphasis(labelTimes) * rarity(holders))),
  );
}

/** A document shares its own name with those that link to it. */
function labelsOf({ id, tags, links }: Comparable): number[] {
  const labels = [...tags.map((tag) => `#${tag}`), ...[id, ...links].map((to) => `>${to}`)];
  return [...new Set(labels.map((label) => digests + termDigest(label)))];
}

const emphases = Uint8Array.from({ length: 256 }, (_, times) => 4 + quarters(times));

/** How a term's weight grows with the times that it stands in a text. */
function emphasis(times: number): number {
  return emphases[times] ?? 0;
}

/**
 * How a term's weight falls with the number of documents that have it. Each of the two numbers is rounded by itself: one
 * document more leaves nearly all weights as they were, and with them what is like what.
 */
function rarities(documents: number): (holders: number) => number {
  const most = quarters(documents);
  const known = new Map<number, number>();
  return (holders) => {
    const rarity = known.get(holders) ?? most - quarters(holders);
    known.set(holders, rarity);
    return rarity;
  };
}

/** How often one can be multiplied by the fourth root of two up to `to`: a logarithm in whole numbers. */
function quarters(to: number): number {
  let count = 0;
  for (let next = quarter; next <= to; next *= quarter) count++;
  return count;
}
