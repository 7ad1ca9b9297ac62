/** Escapes text for an element's content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A whole `img` tag; quoted attributes may hold `>`. */
export const imageTag = /<img\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Any opening tag. */
export const anyTag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi;

/** Attributes of a tag by lower-case name, with the character references that {@link escapeHtml} makes undone. */
export function attributesOf(tag: string): Map<string, string> {
  const pairs = tag.matchAll(/\s([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
  return new Map(
    [...pairs].map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      unescapeHtml(double ?? single ?? bare ?? ''),
    ]),
  );
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
