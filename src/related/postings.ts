import { Numbering } from './numbering.ts';
import { isLabel, termOf, type Vector, weightOf } from './vectors.ts';

/** By vector, its terms as numbers from 0: a term has the same in all of them. */
export interface NumberedTerms {
  readonly lists: readonly Uint32Array[];
  /** All numbers are below this. */
  readonly size: number;
}

/** Numbers the terms of vectors, words and labels each in the order in which they come. */
export function numberTerms(vectors: readonly Vector[]): NumberedTerms {
  const words = new Numbering(1 << 14);
  const labels = new Numbering(1 << 10);
  const lists = vectors.map(({ shared }) => {
    const list = new Uint32Array(shared.length);
    for (let at = 0; at < list.length; at++) {
      const term = termOf(shared[at] ?? 0);
      // Beyond the digests of words, those of labels are digests again.
      list[at] = isLabel(term) ? 2 * labels.numberOf(term >>> 0) + 1 : 2 * words.numberOf(term);
    }
    return list;
  });
  return { lists, size: 2 * Math.max(words.size, labels.size) };
}

/** Which of some documents have which term, and what it weighs there: they stand in a row for each, in their order. */
export interface Postings {
  /** Where the row of a term begins; that of the next one is its end. */
  readonly starts: Uint32Array;
  /** The documents, each by its place among them. */
  readonly documents: Uint32Array;
  readonly weights: Float64Array;
}

/** Puts the terms of the documents whose vectors are at `places` in rows. */
export function postingsOf(
  vectors: readonly Vector[],
  { lists, size }: NumberedTerms,
  places: readonly number[],
): Postings {
  const some = places.map((place) => lists[place] ?? noTerms);
  const starts = startsOf(some, size);
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
  return { starts, documents, weights };
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
