import { largest } from './largest.ts';
import { Numbering } from './numbering.ts';
import type { Comparable } from './similar.ts';
import { termDigest } from './terms.ts';

/** A term that a document may share with others, and what it weighs there: a whole number. */
export interface Weighed {
  /** Digest of a word, or one beyond all of them for a tag or a link. */
  readonly term: number;
  readonly weight: number;
}

/** What a document is compared by. */
export interface Vector {
  readonly document: Comparable;
  /** Its heaviest words that another document has too, its tags and its links. */
  readonly shared: readonly Weighed[];
  /** Length of the vector of all its terms, squared. */
  readonly square: number;
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
 * language have it; tags and links are weighed like words.
 */
export function vectorsOf(documents: readonly Comparable[]): Vector[] {
  const words = numberWords(documents);
  const having = holderCounts(words.lists, words.size);
  const languages = new Map(
    [...Map.groupBy(documents.keys(), (at) => documents[at]?.language)].map(
      ([language, places]) => {
        const lists = places.map((at) => words.lists[at] ?? noWords);
        const rarity = rarities(lists.length);
        return [
          language,
          {
            rarest: rarity(1),
            rarities: holderCounts(lists, words.size).map((holders) =>
              // What more than half of the texts say tells nothing.
              holders * 2 > lists.length ? 0 : rarity(holders),
            ),
          },
        ];
      },
    ),
  );
  const labels = weighLabels(documents);
  return documents.map((document, at) => {
    const language = languages.get(document.language) ?? { rarest: 0, rarities: noWords };
    const own = weighWords(document, words.lists[at] ?? noWords, language.rarities, having);
    const named = labels[at] ?? [];
    const least = leastWords * (emphasis(1) * language.rarest) ** 2;
    return {
      document,
      shared: [...own.heaviest, ...named],
      square: Math.max(own.square, least) + named.reduce((sum, { weight }) => sum + weight ** 2, 0),
    };
  });
}

const noWords = new Uint32Array();

/** Numbers the words of all documents from 0, so that they can be counted in arrays. */
function numberWords(documents: readonly Comparable[]): { lists: Uint32Array[]; size: number } {
  const numbers = new Numbering();
  const lists = documents.map(({ terms: { terms } }) =>
    terms.map((digest) => numbers.numberOf(digest)),
  );
  return { lists, size: numbers.size };
}

/** In how many lists each number stands. */
function holderCounts(lists: readonly Uint32Array[], size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const list of lists) {
    for (const number of list) counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

function weighWords(
  { terms: { terms, counts } }: Comparable,
  numbers: Uint32Array,
  rarityOf: Uint32Array,
  having: Uint32Array,
): { heaviest: Weighed[]; square: number } {
  // Weight and digest in one number: numbers are compared faster than objects.
  const shared = new Float64Array(terms.length);
  let length = 0;
  let square = 0;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0;
    const weight = emphasis(counts[index] ?? 0) * (rarityOf[number] ?? 0);
    square += weight * weight;
    if (weight > 0 && (having[number] ?? 0) > 1) {
      shared[length++] = weight * digests + (terms[index] ?? 0);
    }
  }
  const heaviest = largest(shared.subarray(0, length), mostWords);
  return {
    heaviest: Array.from(heaviest, (one) => ({
      term: one % digests,
      weight: Math.floor(one / digests),
    })),
    square,
  };
}

/** By document, its tags and links; those that no other has say nothing about likeness and are left out. */
function weighLabels(documents: readonly Comparable[]): Weighed[][] {
  const labels = documents.map(labelsOf);
  const counts = new Map<number, number>();
  for (const label of labels.flat()) counts.set(label, (counts.get(label) ?? 0) + 1);
  const rarity = rarities(documents.length);
  return labels.map((own) =>
    own
      .map((term) => ({ term, holders: counts.get(term) ?? 1 }))
      .filter(({ holders }) => holders > 1 && rarity(holders) > 0)
      .map(({ term, holders }) => ({ term, weight: emphasis(labelTimes) * rarity(holders) })),
  );
}

/** A document shares its own name with those that link to it. */
function labelsOf({ id, tags, links }: Comparable): number[] {
  const labels = [...tags.map((tag) => `#${tag}`), ...[id, ...links].map((to) => `>${to}`)];
  return [...new Set(labels.map((label) => digests + termDigest(label)))];
}

const emphases = Uint8Array.from({ length: 256 }, (_, times) => 4 + quarters(times, 1));

/** How a term's weight grows with the times that it stands in a text. */
function emphasis(times: number): number {
  return emphases[times] ?? 0;
}

/** How a term's weight falls with the number of documents that have it. */
function rarities(documents: number): (holders: number) => number {
  const known = new Map<number, number>();
  return (holders) => {
    const rarity = known.get(holders) ?? quarters(documents, holders);
    known.set(holders, rarity);
    return rarity;
  };
}

/** How often `from` can be multiplied by the fourth root of two up to `to`: a logarithm in whole numbers. */
function quarters(to: number, from: number): number {
  let count = 0;
  for (let next = Math.max(from, 1) * quarter; next <= to; next *= quarter) count++;
  return count;
}
