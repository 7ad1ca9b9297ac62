import { escapeHtml } from '../html/html.ts';

/** What plays a file, by its name. */
export type Player = 'video' | 'audio';

/** The element that plays the file at an address; undefined for files of other kinds, and for other hosts. */
export function playerOf(url: string): Player | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return undefined;
  // Of an address with a query or a fragment, or of a file that has their signs in its name.
  if (/\.(?:mp4|webm|mov|m4v|ogv)(?:[?#].*)?$/i.test(url)) return 'video';
  return /\.(?:mp3|m4a|ogg|oga|opus|wav)(?:[?#].*)?$/i.test(url) ? 'audio' : undefined;
}

/** Attributes of a player. Nothing is fetched before a reader wants it. */
export function playerAttributes(src: string): {
  controls: true;
  preload: 'none';
  src: string;
} {
  return { controls: true, preload: 'none', src };
}

/** A player within a text, with a link for readers whose program has none. `src` is the address to show. */
export function playerHtml(player: Player, src: string, words: string): string {
  const address = escapeHtml(src);
  const label = words === '' ? '' : ` aria-label="${escapeHtml(words)}"`;
  const link = `<a href="${address}">${escapeHtml(words === '' ? plainWords(player) : words)}</a>`;
  return `<${player} controls preload="none" src="${address}"${label}>${link}</${player}>`;
}

/** What a recording is called that has no words of its own. */
export function plainWords(player: Player): string {
  return player === 'video' ? 'Video' : 'Audio';
}
