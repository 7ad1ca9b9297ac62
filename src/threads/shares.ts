/** A list in shares of so many, of which the last may have fewer. */
export function sharesOf<Item>(items: readonly Item[], size: number): (readonly Item[])[] {
  const shares: (readonly Item[])[] = [];
  for (let at = 0; at < items.length; at += size) shares.push(items.slice(at, at + size));
  return shares;
}
