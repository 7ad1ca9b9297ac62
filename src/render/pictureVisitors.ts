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
  const { words } = walk.collector;
  const { start, end, line } = placeOf(node) ?? { start: 0, end: 0, line: 1 };
  const addresses = walk.addressesAt(start);
  const source = body.slice(start, end);
  const alt = altWords(node, body);
  const player = playerOf(addresses.within(url));
  if (player)
    return ready(playerHtml(player, { src: addresses.link(url, line), words: alt }, words));
  const caption = captioned.has(start) ? undefined : title;
  const file = addresses.image(url, alt, source, line);
  if (file !== undefined) return ready(imagePlaceholder(file, alt, caption));
  const own = isInlineMedia(url) ? url : addresses.shownAt(url);
  if (own !== undefined) return ready(pictureAt(own, alt, caption));
  return ready(
    addresses.isElsewhere(url) ? remoteImage(url, alt, walk.isInLink(start)) : missingPicture(alt),
  );
}

/** A picture that is served as it is. */
function pictureAt(address: string, alt: string, title: string | null | undefined): string {
  const caption = title ? ` title="${escapeHtml(title)}"` : '';
  return `<img src="${escapeHtml(address)}" alt="${escapeHtml(alt)}"${caption}>`;
}
