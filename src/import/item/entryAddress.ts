/** The address of a document in the scheme that bodies of an import use among themselves. */
export function entryAddress(key: string, fragment = ''): string {
  return `entry:${encodeURIComponent(key).replace(/[()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}${fragment}`;
}

/** The key that an address of {@link entryAddress} has, and its fragment with `#`; undefined for all others. */
export function readEntryAddress(
  address: string,
): { readonly key: string; readonly fragment: string } | undefined {
  const [, key, fragment = ''] = /^entry:([^#]*)(#.*)?$/s.exec(address) ?? [];
  return key === undefined ? undefined : { key: decoded(key), fragment };
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
