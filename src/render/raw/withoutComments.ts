/** A comment as HTML ends it, what holds text that looks like one, or a tag, whose attributes may. */
const part =
  /<!--(?:-?>|[\s\S]*?--!?>)|<textarea\b[\s\S]*?<\/textarea\s*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** HTML without its comments: what a writer puts into one is for nobody who reads, and a page's source is public. */
export function withoutComments(html: string): string {
  if (!html.includes('<!--')) return html;
  return html.replace(part, (text) => (text.startsWith('<!--') ? '' : text));
}
