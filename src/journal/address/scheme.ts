/**
 * What a link may begin with: places to read, to write to or to call, none of which a browser runs or shows as a part of
 * the page. `javascript:`, `data:`, `file:` and their like are no such places.
 */
const linkSchemes: ReadonlySet<string> = new Set(
  'http https mailto tel sms xmpp irc ircs matrix tg ftp gemini gopher news magnet geo doi urn'.split(
    ' ',
  ),
);

/** What a link of somebody else, in a comment, may begin with. */
const strangerSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

/** An address as browsers take it: control characters and spaces around it, and line breaks in it, are no part of it. */
export function trimmedAddress(written: string): string {
  return written.replace(/[\t\n\r]/g, '').replace(/^[\p{Cc}\s]+|(?<![\p{Cc}\s])[\p{Cc}\s]+$/gu, '');
}

/** The scheme with which an address begins, in lower case; undefined where it has none. */
export function schemeOf(written: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(trimmedAddress(written))?.[1]?.toLowerCase();
}

/** Whether a link may lead to an address: one without a scheme leads to the same site, or to another host. */
export function isLinkable(written: string): boolean {
  const scheme = schemeOf(written);
  return scheme === undefined || linkSchemes.has(scheme);
}

/** Whether a link in a comment may lead to an address, which has to name its scheme. */
export function isStrangersLink(written: string): boolean {
  return strangerSchemes.has(schemeOf(written) ?? '');
}

/** Whether an address holds a picture or a recording itself. */
export function isInlineMedia(written: string): boolean {
  return /^data:(?:image|audio|video)\//i.test(trimmedAddress(written));
}

/** The schemes that a link may have, for people. */
export const linkSchemeWords = `one that begins with ${[...linkSchemes].slice(0, 6).join(':, ')}: or the like, or a path`;
