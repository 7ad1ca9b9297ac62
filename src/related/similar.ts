import { compareText } from '#journal/fault/fault.ts';
import type { Numbering } from './numbering.ts';
import { type NumberedTerms, numberTerms, postingsOf } from './postings.ts';
import { type Comparable, type Vector, vectorsOf, weightOf } from './vectors.ts';

/** What came of comparing a document. */
export interface Compared extends Pick<Comparable, 'at' | 'series'> {
  readonly vector: Vector;
  /** Nearest first. */
  readonly nearest: readonly Near[];
}

/** A document that is like another one. */
export interface Near {
  readonly id: string;
  /** Of 1000. */
  readonly score: number;
}

/** The least score at which two texts are near. */
const leastScore = 90;

/** As far as the order of what is found needs a document. */
type Ordered = Pick<Comparable, 'id' | 'at'>;

/** Vectors, and the numbers of their terms. */
interface Numbered {
  readonly vectors: readonly Vector[];
  readonly terms: NumberedTerms;
}

interface Found {
  readonly score: number;
  readonly document: Ordered;
}

/**
 * By id, the documents that are like each, the nearest first, at most `most`: the cosine between vectors of words, tags
 * and links, in which a word weighs the more the fewer texts have it. All is counted in whole numbers up to one square
 * root and one division, which every machine rounds alike, and the order of the input does not matter. `words` numbers all
 * terms.
 *
 * `before` is what came of it another time, with the same `most`. What has changed since is compared with all; of the
 * others, those are compared again for which there may be one that was not near enough then.
 */
export function rankSimilar(
  documents: readonly Comparable[],
  words: Numbering,
  most: number,
  before: ReadonlyMap<string, Compared> = new Map(),
): Map<string, Compared> {
  const vectors = vectorsOf(documents, words);
  const known = documents.map((document, at) => knownOf(document, vectors[at], before));
  const places = [...documents.keys()];
  const lists = stillNear(documents, known);
  const terms = numberTerms(vectors);
  const compare = (some: readonly number[], take: (at: number, found: Found) => void) =>
    forEachPair({ vectors, terms }, some, (one, other, score) => {
      const [a, b] = [documents[one], documents[other]];
      if (!a || !b || inOneSeries(a, b)) return;
      take(one, { score, document: b });
      take(other, { score, document: a });
    });
  compare(
    places.filter((at) => !known[at]),
    (at, found) => keep(lists[at] ?? [], found, most),
  );
  const again = places.filter((at) => mayLack(lists[at] ?? [], known[at], most, before));
  for (const at of again) lists[at] = [];
  const isAgain = new Set(again);
  compare(again, (at, found) => {
    if (isAgain.has(at)) keep(lists[at] ?? [], found, most);
  });
  return new Map(
    documents.map(({ id, at, series }, place) => [
      id,
      {
        at,
        series,
        // What is the same is told fast from what is only alike.
        vector: known[place]?.vector ?? vectors[place] ?? noVector,
        nearest: (lists[place] ?? []).map(({ score, document }) => ({ id: document.id, score })),
      },
    ]),
  );
}

/** How many documents of one comparison the other one lacks, or has with another vector, time or series. */
export function differences(
  one: ReadonlyMap<string, Compared>,
  other: ReadonlyMap<string, Compared>,
): number {
  return [...one].filter(([id, compared]) => !knownOf({ id, ...compared }, compared.vector, other))
    .length;
}

/** What came of a document before, where it has changed in nothing that it is compared by. */
function knownOf(
  { id, at, series }: Pick<Comparable, 'id' | 'at' | 'series'>,
  vector: Vector | undefined,
  before: ReadonlyMap<string, Compared>,
): Compared | undefined {
  const known = before.get(id);
  const isSame =
    known && vector && known.at === at && known.series === series && isEqual(known.vector, vector);
  return isSame ? known : undefined;
}

function isEqual(one: Vector, other: Vector): boolean {
  return (
    one === other ||
    (one.square === other.square &&
      one.shared.length === other.shared.length &&
      one.shared.every((value, at) => value === other.shared[at]))
  );
}

/** By document, those of its nearest that have not changed either; none for one that has changed itself. */
function stillNear(
  documents: readonly Comparable[],
  known: readonly (Compared | undefined)[],
): Found[][] {
  const same = new Map(
    documents.flatMap((document, at) => (known[at] ? [[document.id, document] as const] : [])),
  );
  return known.map((one) =>
    (one?.nearest ?? []).flatMap(({ id, score }): Found[] => {
      const document = same.get(id);
      return document ? [{ score, document }] : [];
    }),
  );
}

/**
 * Whether there may be nearer ones than those of a list, which has all that have changed since it was `known`: of the
 * others, none that was not listed then is before the last one that was.
 */
function mayLack(
  list: readonly Found[],
  known: Compared | undefined,
  most: number,
  before: ReadonlyMap<string, Compared>,
): boolean {
  const last = known?.nearest[most - 1];
  if (!last) return false;
  const end = list[most - 1];
  const at = before.get(last.id)?.at ?? 0;
  return !end || compareFound(end, { score: last.score, document: { id: last.id, at } }) > 0;
}

/** Gives each two that are near by their places, and their score, where one of the two is among `some` (in order). */
function forEachPair(
  all: Numbered,
  some: readonly number[],
  take: (one: number, other: number, score: number) => void,
): void {
  if (some.length === 0) return;
  const { vectors } = all;
  const addUp = adder(all, some);
  const squares = Float64Array.from(some, (at) => vectors[at]?.square ?? 0);
  const dots = new Float64Array(some.length);
  let passed = 0;
  for (const [one, { square }] of vectors.entries()) {
    const isAmong = some[passed] === one;
    if (isAmong) passed++;
    // Two of them meet once.
    const first = isAmong ? passed : 0;
    addUp(one, isAmong, dots);
    for (let at = first; at < some.length; at++) {
      const dot = dots[at] ?? 0;
      dots[at] = 0;
      const product = square * (squares[at] ?? 0);
      if (dot * dot < product * certainlyLess) continue;
      const score = Math.round((1000 * dot) / Math.sqrt(product));
      if (score >= leastScore) take(one, some[at] ?? 0, score);
    }
  }
}

/** The square of a cosine that rounding does not bring up to the least score: nearly all pairs need no root. */
const certainlyLess = ((leastScore - 1) / 1000) ** 2;

/**
 * Adds up, by place in the rows, the products of a document's weights with those of the documents in them; for one that
 * stands there itself, with those behind it. Documents are asked for in their order.
 */
function adder({ vectors, terms: all }: Numbered, some: readonly number[]) {
  const { starts, documents, weights } = postingsOf(vectors, all, some);
  const next = starts.slice();
  return (one: number, isAmong: boolean, dots: Float64Array): void => {
    const terms = all.lists[one] ?? noTerms;
    const { shared } = vectors[one] ?? noVector;
    for (let index = 0; index < terms.length; index++) {
      const term = terms[index] ?? 0;
      const weight = weightOf(shared[index] ?? 0);
      let at = starts[term] ?? 0;
      if (isAmong) {
        at = (next[term] ?? 0) + 1;
        next[term] = at;
      }
      for (const end = starts[term + 1] ?? 0; at < end; at++) {
        const other = documents[at] ?? 0;
        dots[other] = (dots[other] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
  };
}

const noTerms = new Uint32Array();
const noVector: Vector = { shared: new Float64Array(), square: 0 };

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
