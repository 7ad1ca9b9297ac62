import { deserialize, serialize } from 'node:v8';
import { listAt, type Packed, pack } from './packed.ts';
import type { Compared } from './similar.ts';
import type { Terms } from './terms.ts';

/** A ranking, and all that it came of. */
export interface KeptRanking {
  /** Stands for the code and everything compared. */
  readonly key: string;
  readonly code: string;
  /** By id. */
  readonly compared: ReadonlyMap<string, Compared>;
  /** Digests of all terms, by their numbers. */
  readonly words: Uint32Array;
  /** By digest of the text. */
  readonly terms: ReadonlyMap<string, Terms>;
}

/** The same as it is written. */
interface PackedRanking extends Pick<KeptRanking, 'key' | 'code' | 'words'> {
  readonly digests: readonly string[];
  readonly terms: Packed<Uint32Array>;
  readonly counts: Packed<Uint8Array>;
  readonly ids: readonly string[];
  readonly at: readonly number[];
  readonly series: readonly (string | undefined)[];
  readonly shared: Packed<Float64Array>;
  readonly squares: readonly number[];
  /** The places of their ids. */
  readonly nearest: Packed<Uint32Array>;
  readonly scores: Packed<Uint32Array>;
}

/** The nearest of each, in the order of the ids, by their places in that order. */
export function nearestIn(compared: KeptRanking['compared']): Packed<Uint32Array> {
  const places = new Map([...compared.keys()].map((id, place) => [id, place]));
  const lists = Array.from(compared.values(), ({ nearest }) =>
    nearest.map(({ id }) => places.get(id) ?? 0),
  );
  return pack(lists, Uint32Array);
}

/** A ranking as bytes. */
export function bytesOf({ key, code, compared, words, terms }: KeptRanking): Uint8Array {
  const all = [...compared.values()];
  const texts = [...terms.values()];
  const packed: PackedRanking = {
    key,
    code,
    words,
    digests: [...terms.keys()],
    terms: pack(
      texts.map((one) => one.terms),
      Uint32Array,
    ),
    counts: pack(
      texts.map((one) => one.counts),
      Uint8Array,
    ),
    ids: [...compared.keys()],
    at: all.map(({ at }) => at),
    series: all.map(({ series }) => series),
    shared: pack(
      all.map(({ vector }) => vector.shared),
      Float64Array,
    ),
    squares: all.map(({ vector }) => vector.square),
    nearest: nearestIn(compared),
    scores: pack(
      all.map(({ nearest }) => nearest.map(({ score }) => score)),
      Uint32Array,
    ),
  };
  return serialize(packed);
}

/** @throws for what {@link bytesOf} did not give. */
export function rankingOf(bytes: Uint8Array): KeptRanking {
  const packed = deserialize(bytes) as PackedRanking;
  const { key, code, words, digests, ids } = packed;
  return {
    key,
    code,
    words,
    terms: new Map(
      digests.map((digest, place) => [
        digest,
        { terms: listAt(packed.terms, place), counts: listAt(packed.counts, place) },
      ]),
    ),
    compared: new Map(ids.map((id, place) => [id, comparedAt(packed, place)])),
  };
}

function comparedAt(packed: PackedRanking, place: number): Compared {
  const scores = listAt(packed.scores, place);
  return {
    at: packed.at[place] ?? 0,
    series: packed.series[place],
    vector: { shared: listAt(packed.shared, place), square: packed.squares[place] ?? 0 },
    nearest: Array.from(listAt(packed.nearest, place), (one, index) => ({
      id: packed.ids[one] ?? '',
      score: scores[index] ?? 0,
    })),
  };
}
