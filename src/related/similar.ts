import { compareText } from '#journal/fault/fault.ts';
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
  const holders = holdersOf(vectors);
  const dots = new Float64Array(documents.length);
  return new Map(
    vectors.map((vector) => {
      const found: Found[] = [];
      for (const at of addUp(vector, holders, dots)) {
        const other = vectors[at];
        const dot = dots[at] ?? 0;
        dots[at] = 0;
        if (!other || other === vector || inOneSeries(vector.document, other.document)) continue;
        const score = Math.round((1000 * dot) / Math.sqrt(vector.square * other.square));
        if (score >= leastScore) found.push({ score, document: other.document });
      }
      return [vector.document.id, nearest(found, most)];
    }),
  );
}

/** Which documents have a term: their places in the list, each followed by what the term weighs there. */
type Holders = ReadonlyMap<number, readonly number[]>;

function holdersOf(vectors: readonly Vector[]): Holders {
  const holders = new Map<number, number[]>();
  for (const [at, { shared }] of vectors.entries()) {
    for (const { term, weight } of shared) {
      const others = holders.get(term);
      if (others) others.push(at, weight);
      else holders.set(term, [at, weight]);
    }
  }
  return holders;
}

/** Adds the products of the weights up in `dots`, by place; the answer is the places that were touched. */
function addUp({ shared }: Vector, holders: Holders, dots: Float64Array): number[] {
  const touched: number[] = [];
  for (const { term, weight } of shared) {
    const others = holders.get(term) ?? [];
    for (let index = 0; index < others.length; index += 2) {
      const at = others[index] ?? 0;
      const before = dots[at] ?? 0;
      if (before === 0) touched.push(at);
      dots[at] = before + weight * (others[index + 1] ?? 0);
    }
  }
  return touched;
}

function inOneSeries(a: Comparable, b: Comparable): boolean {
  return a.series !== undefined && a.series === b.series;
}

function nearest(found: readonly Found[], most: number): string[] {
  return [...found]
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.document.at - a.document.at ||
        compareText(a.document.id, b.document.id),
    )
    .slice(0, most)
    .map(({ document }) => document.id);
}
