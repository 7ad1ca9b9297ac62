/** A text without the addresses of its posts, which the bot notes in it just after it sent them. */
export function withoutPosts(text: string): string {
  return text.replace(/^syndication:\r?\n(?:[ \t]*- .*\r?\n)+/m, '');
}
