/** `@ana@a.example` is a name, of somebody on another network. */
const email =
  /[<([]?\s*(?:mailto:)?(?<![@\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s*(?:@|\(at\)|\[at\])\s*[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\s*[>)\]]?/giu;
const ip = /\b(?:\d{1,3}\.){3}\d{1,3}\b|(?<![\w:])(?:[\da-f]{1,4}:){3,7}[\da-f]{0,4}(?![\w:])/gi;

/** A name as it was written, but for addresses of e-mail and of computers. */
export function withoutAddresses(name: string): string {
  return name.replace(email, ' ').replace(ip, ' ');
}

/** What somebody called themselves, without an address that they, or the program, put there. It may be empty. */
export function publicName(name: string): string {
  return withoutAddresses(name)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/^[\s,;–-]+|[\s,;–-]+$/g, '');
}

/** The same of somebody who writes the journal; of an address alone, what stands before its `@`. */
export function writerName(name: string): string {
  return publicName(name) || (/^[^\s@(]+/.exec(name.trim())?.[0] ?? '');
}
