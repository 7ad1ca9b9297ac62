import type { Image, RootContent } from 'mdast';
import { parseMarkdown } from '#journal/markdown.ts';
import { imageMarkdown } from './altText.ts';

/** A picture that stands in a text between its paragraphs, not within one. */
interface StandingPicture {
  readonly image: Image;
  /** Where its paragraph, or where it is one of several pictures, it alone, begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** A text without the picture at an address, and what it was; undefined where it stands nowhere. */
export function withoutPicture(
  body: string,
  isIt: (url: string) => boolean,
): { readonly body: string; readonly image: Image } | undefined {
  const found = standingPictures(body).filter(({ image }) => isIt(image.url));
  const [first] = found;
  return first && { body: found.reduceRight(cut, body), image: first.image };
}

/** A text without all the pictures that stand in it: its words. */
export function withoutPictures(body: string): string {
  return standingPictures(body).reduceRight(cut, body).trim();
}

/** A text with a picture in front of `words`, where those are in it, else at its end. */
export function withPicture(
  body: string,
  picture: Pick<Image, 'url' | 'alt'>,
  words: string,
): string {
  const markdown = imageMarkdown({ type: 'image', ...picture });
  const at = words === '' ? -1 : body.indexOf(words);
  if (at === -1) return `${body.trimEnd()}\n\n${markdown}\n`;
  return `${body.slice(0, at)}${markdown}\n\n${body.slice(at)}`;
}

function standingPictures(body: string): StandingPicture[] {
  if (!body.includes('![')) return [];
  return parseMarkdown(body).children.flatMap(picturesIn);
}

function picturesIn(block: RootContent): StandingPicture[] {
  if (block.type !== 'paragraph') return [];
  const images = block.children.filter((child) => child.type === 'image');
  const isOnlyPictures = block.children.every(
    (child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''),
  );
  if (!isOnlyPictures) return [];
  return images.map((image) => {
    const { position } = images.length === 1 ? block : image;
    return { image, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
  });
}

function cut(body: string, { start, end }: StandingPicture): string {
  const behind = body.slice(end).replace(/^[ \t]*\n*/, '');
  const before = body.slice(0, start);
  return behind === '' ? `${before.trimEnd()}\n` : before + behind;
}
