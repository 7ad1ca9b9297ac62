/** Text as HTML has it, in elements and in quoted attributes. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A link with its words. */
export function htmlLink(address: string, words = address): string {
  return `<a href="${htmlText(address)}">${htmlText(words)}</a>`;
}

/** Plain words as paragraphs, with their lines. */
export function paragraphsOf(text: string): string {
  const paragraphs = htmlText(text).split(/\n{2,}/);
  return paragraphs.map((one) => `<p>${one.replaceAll('\n', '<br>')}</p>`).join('');
}
