/**
 * Whether a text has the words of a quotation as well, however they are marked: what stands on both sides of an ellipsis
 * is looked for by itself. A quotation without words is none of its text. `said` is what {@link wordsSaid} makes of it.
 */
export function repeatsWords(quotation: string, said: string): boolean {
  const parts = quotation
    .split(/\[?(?:…|\.{3})\]?/)
    .map(wordsSaid)
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => isSaid(part, said));
}

/** Letters of scripts that part their words: beside each other they are in one word. */
const withinWord = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{N}]{2}$/u;

/** Whether words are there, and are no parts of others: `art` is not in `party`. */
function isSaid(words: string, said: string): boolean {
  for (let at = said.indexOf(words); at !== -1; at = said.indexOf(words, at + 1)) {
    const end = at + words.length;
    const edges = [said.slice(Math.max(0, at - 1), at + 1), said.slice(end - 1, end + 1)];
    if (!edges.some((edge) => withinWord.test(edge))) return true;
  }
  return false;
}

/** Letters and digits of a text, with a space for all that stands between them. Of a long one, it is made once. */
export function wordsSaid(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
