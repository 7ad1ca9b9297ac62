import type { Image, ImageReference } from 'mdast';
import { isInlineMedia } from '#journal/address/scheme.ts';
import { altWords } from '#journal/text/altWords.ts';
import { placeOf } from '#journal/text/inline/place.ts';
import { imagePlaceholder, missingPicture, remoteImage } from './collect/placeholder.ts';
import { playerHtml, playerOf } from './constructs/recording.ts';
import { escapeHtml } from './html/html.ts';
import type { Visitors, Walk } from './walk.ts';

/** Shows pictures, and what is written as one and plays. */
export function pictures(walk: Walk): Visitors {
  return {
    image: (node) => show(node, node, walk),
    imageReference(node) {
      const definition = walk.definitions.get(node.identifier);
      return definition ? show(node, definition, walk) : undefined;
    },
  };
}

interface Shown {
  readonly url: string;
  readonly title?: string | null | undefined;
}

function show(node: Readonly<Image | ImageReference>, { url, title }: Readonly<Shown>, walk: Walk) {
  const { body, captioned, ready } = walk;
  const { addresses, words } = walk.collector;
  const { start, end, line } = placeOf(node) ?? { start: 0, end: 0, line: 1 };
  const source = body.slice(start, end);
  const alt = altWords(node, source);
  const player = playerOf(addresses.within(url));
  if (player)
    return ready(playerHtml(player, { src: addresses.link(url, line), words: alt }, words));
  const file = addresses.image(url, alt, source, line);
  if (file !== undefined) {
    const shown = captioned.has(start) ? undefined : title;
    return ready(imagePlaceholder(file, alt, shown));
  }
  const own = addresses.shownAt(url);
  if (own !== undefined && own !== url) {
    const caption = title && !captioned.has(start) ? ` title="${escapeHtml(title)}"` : '';
    return ready(`<img src="${escapeHtml(own)}" alt="${escapeHtml(alt)}"${caption} />`);
  }
  if (own === undefined && !isInlineMedia(url) && !addresses.isElsewhere(url))
    return ready(missingPicture(alt));
  if (!addresses.isElsewhere(url)) return undefined;
  return ready(remoteImage(url, alt, walk.isInLink(start)));
}
