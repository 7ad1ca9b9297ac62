import type { Vector } from './vectors.ts';

/**
 * Which documents have which term, and what it weighs there. A term has a number here, and its documents stand in a row,
 * in their order.
 */
export interface Postings {
  /** By document, the numbers of its terms. */
  readonly termsOf: readonly Uint32Array[];
  /** Where the row of a term begins; that of the next one is its end. */
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly weights: Float64Array;
}

/** Puts the terms of all documents in rows. */
export function postingsOf(vectors: readonly Vector[]): Postings {
  const numbers = new Map<number, number>();
  const termsOf = vectors.map(({ shared }) =>
    Uint32Array.from(shared, ({ term }) => {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      return number;
    }),
  );
  const starts = startsOf(termsOf, numbers.size);
  const next = starts.slice();
  const length = starts.at(-1) ?? 0;
  const documents = new Uint32Array(length);
  const weights = new Float64Array(length);
  for (const [document, { shared }] of vectors.entries()) {
    for (const [index, term] of (termsOf[document] ?? []).entries()) {
      const place = next[term] ?? 0;
      documents[place] = document;
      weights[place] = shared[index]?.weight ?? 0;
      next[term] = place + 1;
    }
  }
  return { termsOf, starts, documents, weights };
}

function startsOf(lists: readonly Uint32Array[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (const list of lists) for (const term of list) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < terms; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return starts;
}
