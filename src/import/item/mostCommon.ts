/** What is there most often, and how often; of several, the first. */
export function mostCommon<T>(all: Iterable<T>): readonly [one: T, count: number] | undefined {
  const counts = [...Map.groupBy(all, (one) => one)].map(
    ([one, { length }]) => [one, length] as const,
  );
  return counts.sort((a, b) => b[1] - a[1])[0];
}

/** The host at which most of these addresses are, with a final `/`; undefined where none of them names one. */
export function likelySite(addresses: readonly string[]): string | undefined {
  const whole = addresses.filter((one) => /^https?:/i.test(one));
  const [most] = mostCommon(whole.flatMap((one) => URL.parse(one)?.origin ?? [])) ?? [];
  return most === undefined ? undefined : `${most}/`;
}
