/**
 * The largest of some numbers, `most` at most, in no order (quickselect): to sort them all takes several times as long.
 * The numbers are moved about.
 */
export function largest(numbers: Float64Array, most: number): Float64Array {
  const first = Math.max(0, numbers.length - most);
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const [up, down] = part(numbers, low, high);
    if (first <= down) high = down;
    else if (first >= up) low = up;
    else break;
  }
  return numbers.subarray(first);
}

/** Moves smaller ones to the front and larger ones to the back; what stands between the two places is in its place. */
function part(numbers: Float64Array, low: number, high: number): readonly [number, number] {
  const middle = numbers[(low + high) >> 1] ?? 0;
  let up = low;
  let down = high;
  while (up <= down) {
    while ((numbers[up] ?? 0) < middle) up++;
    while ((numbers[down] ?? 0) > middle) down--;
    if (up > down) break;
    const larger = numbers[up] ?? 0;
    numbers[up++] = numbers[down] ?? 0;
    numbers[down--] = larger;
  }
  return [up, down];
}
