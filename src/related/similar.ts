import { compareText } from '#journal/fault/fault.ts';
import { type Postings, postingsOf } from './postings.ts';
import type { Terms } from './terms.ts';
import { type Vector, vectorsOf } from './vectors.ts';

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

/** The least score, of 1000, at which two texts are near. */
const leastScore = 90;

interface Found {
  readonly score: number;
  readonly document: Comparable;
}

/**
 * For each document the ids of those that are like it, the nearest first, at most `most`: the cosine between vectors of
 * words, tags and links, in which a word weighs the more the fewer texts have it. All is counted in whole numbers up to
 * one square root and one division, which every machine rounds alike, and the order of the input does not matter.
 */
export function rankSimilar(
  documents: readonly Comparable[],
  most: number,
): Map<string, readonly string[]> {
  const vectors = vectorsOf(documents);
  const nearest = vectors.map((): Found[] => []);
  forEachPair(vectors, (one, other, score) => {
    const [a, b] = [documents[one], documents[other]];
    if (!a || !b || inOneSeries(a, b)) return;
    keep(nearest[one] ?? [], { score, document: b }, most);
    keep(nearest[other] ?? [], { score, document: a }, most);
  });
  return new Map(
    documents.map(({ id }, at) => [id, (nearest[at] ?? []).map(({ document }) => document.id)]),
  );
}

/** Gives each two that are near by their places, the smaller one first, and their score. */
function forEachPair(
  vectors: readonly Vector[],
  take: (one: number, other: number, score: number) => void,
): void {
  const addUp = adder(postingsOf(vectors));
  const squares = Float64Array.from(vectors, ({ square }) => square);
  const dots = new Float64Array(vectors.length);
  for (let one = 0; one < vectors.length; one++) {
    addUp(one, dots);
    for (let other = one + 1; other < vectors.length; other++) {
      const dot = dots[other] ?? 0;
      dots[other] = 0;
      const product = (squares[one] ?? 0) * (squares[other] ?? 0);
      if (dot * dot < product * certainlyLess) continue;
      const score = Math.round((1000 * dot) / Math.sqrt(product));
      if (score >= leastScore) take(one, other, score);
    }
  }
}

/** The square of a cosine that rounding does not bring up to the least score: nearly all pairs need no root. */
const certainlyLess = ((leastScore - 1) / 1000) ** 2;

/**
 * Adds up, by place, the products of a document's weights with those of the documents behind it. Documents are asked for
 * in their order.
 */
function adder({ termsOf, starts, documents, weights }: Postings) {
  const next = starts.slice();
  return (one: number, dots: Float64Array): void => {
    for (const term of termsOf[one] ?? []) {
      const own = next[term] ?? 0;
      const weight = weights[own] ?? 0;
      const end = starts[term + 1] ?? 0;
      for (let at = own + 1; at < end; at++) {
        const other = documents[at] ?? 0;
        dots[other] = (dots[other] ?? 0) + weight * (weights[at] ?? 0);
      }
      next[term] = own + 1;
    }
  };
}

function inOneSeries(a: Comparable, b: Comparable): boolean {
  return a.series !== undefined && a.series === b.series;
}

/** Puts one in its place among the nearest, of which there are `most` at most. */
function keep(nearest: Found[], found: Found, most: number): void {
  const last = nearest[most - 1];
  if (last && compareFound(last, found) <= 0) return;
  const place = nearest.findIndex((one) => compareFound(found, one) < 0);
  nearest.splice(place === -1 ? nearest.length : place, 0, found);
  if (nearest.length > most) nearest.pop();
}

function compareFound(a: Found, b: Found): number {
  return (
    b.score - a.score || b.document.at - a.document.at || compareText(a.document.id, b.document.id)
  );
}
