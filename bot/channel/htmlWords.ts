const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  apos: "'",
  nbsp: '\u00A0',
};

/** The words of a block of raw HTML: what a browser would show of it, without any of its looks. */
export function blockWords(html: string): string {
  const shown = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '');
  return tagless(shown)
    .replace(
      /&(amp|lt|gt|quot|#39|apos|nbsp);/g,
      (whole, name: string) => references[name] ?? whole,
    )
    .replace(/[ \t]*\n\s*/g, '\n')
    .trim();
}

/** What a tag within a text shows: nothing, or a line break. */
export function tagWords(html: string): string {
  return tagless(html.replace(/<!--[\s\S]*?(?:-->|$)/g, ''));
}

function tagless(html: string): string {
  return html.replace(/<br\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, '');
}
