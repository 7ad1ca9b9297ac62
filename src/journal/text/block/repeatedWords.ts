/**
 * Whether a text has the words of a quotation as well, however they are marked: what stands on both sides of an ellipsis
 * is looked for by itself. A quotation without words is none of its text. `said` is what {@link wordsSaid} makes of it.
 */
export function repeatsWords(quotation: string, said: string): boolean {
  const parts = quotation
    .split(/\[?(?:…|\.{3})\]?/)
    .map(wordsSaid)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => said.includes(part));
}

/** Letters and digits of a text, with a space for all that stands between them. Of a long one, it is made once. */
export function wordsSaid(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
