const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'tg:', 'ton:', 'tonsite:']);
const PLAIN_SCHEMES: ReadonlySet<string> = new Set(['mailto:', 'tel:']);

/**
 * The URL as Telegram keeps it, or undefined if Telegram would not take it: a relative one, one
 * with another scheme, or one whose host has no dot, such as `localhost`.
 */
export function checkedUrl(given: string): string | undefined {
  const text = given.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  const url = URL.parse(hasScheme(text) ? text : `http://${text}`);
  if (url === null) return undefined;
  if (PLAIN_SCHEMES.has(url.protocol)) return text;
  if (!SCHEMES.has(url.protocol)) return undefined;
  if (url.protocol.startsWith('http') && !/[.:]/.test(url.hostname)) return undefined;
  return url.pathname === '/' && !url.search && !url.hash ? url.href : keepsPath(text, url);
}

function hasScheme(text: string): boolean {
  return /^(?:tel:|[a-z][a-z0-9+.-]*:(?!\d))/i.test(text);
}

function keepsPath(text: string, url: URL): string {
  return hasScheme(text) ? text : `${url.protocol}//${text}`;
}
