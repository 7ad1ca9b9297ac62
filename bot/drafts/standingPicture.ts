import type { Image, PhrasingContent, RootContent } from 'mdast';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { imageMarkdown } from '../message/altText.ts';

/** A picture that stands in a text between its paragraphs, not within one. */
interface StandingPicture {
  readonly image: Image;
  /** Where its paragraph, or where it is one of several pictures, it alone, begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** A text without the picture at an address, and what it was; undefined where it stands nowhere. */
export function withoutPicture(body: string, isIt: (url: string) => boolean) {
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
  const shown = block.children.filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  const images = shown.map(pictureIn).filter((image) => image !== undefined);
  if (images.length < shown.length) return [];
  return images.map((image, index) => {
    const { position } = images.length === 1 ? block : (shown[index] ?? image);
    return { image, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
  });
}

/** A picture, be it in a spoiler of its own. */
function pictureIn(node: PhrasingContent): Image | undefined {
  if (node.type === 'image') return node;
  const [only, ...others] = node.type === 'spoiler' ? node.children : [];
  return only?.type === 'image' && others.length === 0 ? only : undefined;
}

function cut(body: string, { start, end }: StandingPicture): string {
  const behind = body.slice(end).replace(/^[ \t]*\n*/, '');
  const before = body.slice(0, start);
  return behind === '' ? `${before.trimEnd()}\n` : before + behind;
}
