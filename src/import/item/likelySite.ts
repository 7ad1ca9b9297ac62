/** The host at which most of these addresses are, with a final `/`; undefined where none of them names one. */
export function likelySite(addresses: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const address of addresses) {
    const origin = /^https?:/i.test(address) ? URL.parse(address)?.origin : undefined;
    if (origin !== undefined) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return most === undefined ? undefined : `${most}/`;
}
