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

/** A text without percent-encoding, in NFC; a stray `%` is left as part of a name. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}
