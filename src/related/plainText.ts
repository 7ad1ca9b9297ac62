/** The words of a rendered body, for comparing: without footnotes, tags and character references. */
export function plainTextOf(html: string): string {
  const notes = html.lastIndexOf('<section data-footnotes');
  return (notes === -1 ? html : html.slice(0, notes))
    .replace(/<label class="spoiler">[\s\S]*?<\/label>/g, ' ')
    .replace(/<sup\b[^<>]*><a\b[^<>]*data-footnote-ref[^<>]*>[^<]*<\/a><\/sup>/g, ' ')
    .replace(/<\/?(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^'">])+(?:>|$)/g, ' ')
    .replace(/&(?:#\w+|\w+);/g, ' ');
}

/**
 * The words of a Markdown or MDX body, roughly: what is no prose has few words in it. The separators of Unicode end none of
 * its lines, as they do for `^` and `$`.
 */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/(?<![^\n\r])(?:import|export)\b[^\n]*/g, ' ')
    .replace(/(?<![^\n\r])\[\^[^[\]\n]+\]:[^\n]*/g, ' ')
    .replace(/\|\|[^|\n]+\|\|/g, ' ')
    .replace(/\[\^[^[\]]+\]/g, ' ')
    .replace(/<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/g, ' ')
    .replace(/\]\([^()\s]*\)/g, ' ');
}
