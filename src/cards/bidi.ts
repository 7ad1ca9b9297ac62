/** Which way a piece of text runs: left to right, right to left, a digit, or as its surroundings do. */
type Bent = 'L' | 'R' | 'N' | 'neutral';

const rightToLeft =
  /^\p{M}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/** The direction of a text by its first letter; undefined where it has none. */
export function firstStrong(clusters: readonly string[]): 'ltr' | 'rtl' | undefined {
  const strong = clusters.map(bentOf).find((one) => one === 'L' || one === 'R');
  if (strong === undefined) return undefined;
  return strong === 'R' ? 'rtl' : 'ltr';
}

/**
 * Embedding levels of grapheme clusters: even ones run left to right, odd ones right to left. The rules of the Unicode
 * Bidirectional Algorithm (UAX #9) as far as a title needs them: letters, digits, separators between digits, and
 * neutrals by their neighbours; no explicit embeddings.
 */
export function levelsOf(clusters: readonly string[], base: 'ltr' | 'rtl'): number[] {
  const bents = resolveNeutrals(resolveNumbers(clusters, base), base);
  return bents.map((bent) => {
    if (bent === 'R') return 1;
    if (bent === 'N') return 2;
    return base === 'rtl' ? 2 : 0;
  });
}

/** Indexes in the order in which they stand from left to right (rule L2). */
export function visualOrder(levels: readonly number[]): number[] {
  const order = levels.map((_, at) => at);
  for (let level = Math.max(0, ...levels); level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while (to < order.length && (levels[order[to] ?? -1] ?? 0) >= level) to++;
      if (to - from > 1) order.splice(from, to - from, ...order.slice(from, to).reverse());
      if (to > from) from = to;
    }
  }
  return order;
}

function bentOf(cluster: string): Bent {
  if (/^[\p{Nd}]/u.test(cluster)) return 'N';
  if (rightToLeft.test(cluster) && /^[\p{L}\p{M}]/u.test(cluster)) return 'R';
  return /^[\p{L}\p{M}\p{Nl}]/u.test(cluster) ? 'L' : 'neutral';
}

/** Digits after letters that run left to right run as these do, with a sign between two of them (W4, W7). */
function resolveNumbers(clusters: readonly string[], base: 'ltr' | 'rtl'): Bent[] {
  const bents = clusters.map(bentOf);
  let strong: Bent = base === 'rtl' ? 'R' : 'L';
  return bents.map((bent, at) => {
    if (bent === 'L' || bent === 'R') strong = bent;
    const joins =
      bent === 'neutral' &&
      /^[.,:/+-]$/.test(clusters[at] ?? '') &&
      bents[at - 1] === 'N' &&
      bents[at + 1] === 'N';
    if (bent !== 'N' && !joins) return bent;
    return strong === 'L' ? 'L' : 'N';
  });
}

/** Neutrals between two of one direction take it, others that of the text; digits count as right to left (N1, N2). */
function resolveNeutrals(bents: readonly Bent[], base: 'ltr' | 'rtl'): Bent[] {
  const edge: Bent = base === 'rtl' ? 'R' : 'L';
  const direction = (bent: Bent | undefined): Bent =>
    bent === undefined ? edge : bent === 'N' ? 'R' : bent;
  return bents.map((bent, at) => {
    if (bent !== 'neutral') return bent;
    const before = direction(bents.slice(0, at).findLast((one) => one !== 'neutral'));
    const after = direction(bents.slice(at + 1).find((one) => one !== 'neutral'));
    return before === after ? before : edge;
  });
}
