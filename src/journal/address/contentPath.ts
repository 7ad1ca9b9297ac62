/**
 * The file that a relative address means, from the content folder: `../b.md` seen from `notes/2026/` is `notes/b.md`.
 * Percent-encoding is undone; the result never leaves the content folder.
 */
export function resolveContentPath(folder: string, address: string): string {
  const segments = folder.split('/').slice(0, -1);
  for (const segment of decoded(address).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/**
 * A text without percent-encoding, in NFC. It is decoded once: what looks encoded in the result is a name. A `%` that
 * encodes nothing, or no UTF-8, is left as part of the name.
 */
export function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, decodedWhole).normalize('NFC');
}

/** A text without percent-encoding; as it is where a part of it encodes nothing. */
export function decodedWhole(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
