import type { SiteWords } from '#journal/words/languages/siteWords.ts';
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
export function playerHtml(
  player: Player,
  { src, words }: { readonly src: string; readonly words: string },
  said: SiteWords,
): string {
  const address = escapeHtml(src);
  const label = words === '' ? '' : ` aria-label="${escapeHtml(words)}"`;
  const link = `<a href="${address}">${escapeHtml(words === '' ? said.text(player) : words)}</a>`;
  return `<${player} controls preload="none" src="${address}"${label}>${link}</${player}>`;
}

/** Whether words say nothing of a recording but what it is, in its language or as the bot writes it. */
export function arePlain(words: string, player: Player, { text, language }: SiteWords): boolean {
  const plain = [player, text(player).toLocaleLowerCase(language)];
  return words === '' || plain.includes(words.toLocaleLowerCase(language));
}
