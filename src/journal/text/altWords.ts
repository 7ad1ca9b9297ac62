import type { Image, ImageReference } from 'mdast';
import { markdownToMdast } from 'satteri';
import { placeOf } from './inline/place.ts';
import { withoutBreaks } from './inline/words.ts';
import { markdownFeatures, plainWords } from './markdown.ts';

/** What the parser leaves in the words of a picture as it is typed, or takes out without a space. */
const marked = /\\\r?\n| {2,}\r?\n|<br\b|\|\||\[\[/i;

const longestLooked = 10_000;

/**
 * What a picture shows, in words: what stands in its brackets as it would read in a line, with breaks as spaces and
 * spoilers hidden. `body` is the text in which it is written.
 */
export function altWords(picture: Readonly<Image | ImageReference>, body: string): string {
  const alt = withoutBreaks(picture.alt ?? '').trim();
  const place = placeOf({ position: picture.position });
  const source = place ? body.slice(place.start, place.end) : '';
  if (source.length > longestLooked || !marked.test(source)) return alt;
  const definition = 'label' in picture ? `\n\n[${picture.label}]: x` : '';
  const link = source.slice(1) + definition;
  const label = labelOf(link);
  return label === undefined ? alt : plainWords(label);
}

/** What stands in the brackets of a link that is all of a text; undefined where it is none. */
function labelOf(text: string): string | undefined {
  const root = markdownToMdast(text, { features: markdownFeatures });
  const block = 'children' in root ? root.children[0] : undefined;
  const [link, ...others] = block?.type === 'paragraph' ? block.children : [];
  if (others.length > 0 || (link?.type !== 'link' && link?.type !== 'linkReference'))
    return undefined;
  const first = placeOf({ position: link.children[0]?.position });
  const last = placeOf({ position: link.children.at(-1)?.position });
  return first && last && text.slice(first.start, last.end);
}
