/** What is there most often, and how often; of several, the first. */
export function mostCommon<T>(all: Iterable<T>): readonly [one: T, count: number] | undefined {
  const counts = [...Map.groupBy(all, (one) => one)].map(
    ([one, { length }]) => [one, length] as const,
  );
  return counts.sort((a, b) => b[1] - a[1])[0];
}
