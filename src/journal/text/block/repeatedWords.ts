/**
 * Whether a text has the words of a quotation as well, however they are marked: what stands on both sides of an ellipsis
 * is looked for by itself. A quotation without words is none of its text.
 */
export function repeatsWords(quotation: string, text: string): boolean {
  const said = spoken(text);
  const parts = quotation
    .split(/\[?(?:…|\.{3})\]?/)
    .map(spoken)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => said.includes(part));
}

/** Letters and digits, with a space for all that stands between them. */
function spoken(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
