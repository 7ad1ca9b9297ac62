import { termOf, type Vector, weightOf } from './vectors.ts';

/**
 * Which of some documents have which term, and what it weighs there. A term has a number here, and its documents stand in
 * a row, in their order.
 */
export interface Postings {
  /** By vector, the numbers of what it shares: {@link nowhere} for a term that none of the documents has. */
  readonly termsOf: readonly Uint32Array[];
  /** Where the row of a term begins; that of the next one is its end. */
  readonly starts: Uint32Array;
  /** The documents, each by its place among them. */
  readonly documents: Uint32Array;
  readonly weights: Float64Array;
}

/** The number of a term that stands in no row. */
export const nowhere = 0xffffffff;

/** Puts the terms of the documents whose vectors are at `places` in rows. */
export function postingsOf(vectors: readonly Vector[], places: readonly number[]): Postings {
  const numbers = new Map<number, number>();
  for (const place of places)
    for (const one of vectors[place]?.shared ?? []) {
      const term = termOf(one);
      if (!numbers.has(term)) numbers.set(term, numbers.size);
    }
  const termsOf = vectors.map(({ shared }) => {
    const terms = new Uint32Array(shared.length);
    for (let at = 0; at < terms.length; at++)
      terms[at] = numbers.get(termOf(shared[at] ?? 0)) ?? nowhere;
    return terms;
  });
  const some = places.map((place) => termsOf[place] ?? noTerms);
  const starts = startsOf(some, numbers.size);
  const next = starts.slice();
  const documents = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Float64Array(documents.length);
  for (const [document, terms] of some.entries()) {
    const { shared = noWeights } = vectors[places[document] ?? 0] ?? {};
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index] ?? 0;
      const place = next[term] ?? 0;
      documents[place] = document;
      weights[place] = weightOf(shared[index] ?? 0);
      next[term] = place + 1;
    }
  }
  return { termsOf, starts, documents, weights };
}

const noTerms = new Uint32Array();
const noWeights = new Float64Array();

function startsOf(lists: readonly Uint32Array[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (const list of lists) for (const term of list) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}
