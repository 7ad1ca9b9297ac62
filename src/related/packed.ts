/** Arrays of numbers of one kind. */
type Numbers = Uint8Array | Uint32Array | Float64Array;

/** Lists of numbers in one array: thousands of arrays take long to read and to write. */
export interface Packed<List extends Numbers> {
  /** Where in `values` each list begins, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly values: List;
}

/** Puts lists into one; `List` makes an array of their kind. */
export function pack<List extends Numbers>(
  lists: readonly ArrayLike<number>[],
  List: new (length: number) => List,
): Packed<List> {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  const values = new List(starts.at(-1) ?? 0);
  for (const [at, list] of lists.entries()) values.set(list, starts[at]);
  return { starts, values };
}

/** One of the lists, which shares the memory of all. */
export function listAt<List extends Numbers>({ starts, values }: Packed<List>, at: number): List {
  return values.subarray(starts[at], starts[at + 1]) as List;
}
