/** What stands in the middle of a page, line by line, without its tags. */
export function linesOf(html: string): string[] {
  const main = html.replace(/[\s\S]*<main/, '<main').replace(/<\/main>[\s\S]*/, '');
  return main
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
