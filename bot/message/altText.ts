import type { Image } from 'mdast';
import { decoded } from '#journal/address/contentPath.ts';
import { editFrontMatter, splitFrontMatter } from '#journal/file/frontMatter.ts';
import { nodesIn } from '#journal/text/inline/nodesIn.ts';
import { parseMarkdown } from '#journal/text/markdown.ts';
import { blocksToMarkdown } from '#journal/text/markdownText.ts';
import { coverOf } from '../content/cover.ts';

/** The pictures of an entry's file whose alt text nobody has written yet, in their order. */
export function undescribedPictures(source: string): string[] {
  const { body } = splitFrontMatter(source, 'the entry');
  return imagesOf(body)
    .filter(({ alt, url }) => (alt ?? '').trim() === '' && !/^[a-z][a-z0-9+.-]*:/i.test(url))
    .map(({ url }) => url);
}

/**
 * An entry's file in which the picture at an address has other alt text. The words are text: whatever is in them, the
 * picture stays one and nothing is added to it. The cover is one of its pictures. Undefined where there is no such picture.
 */
export function withAlt(source: string, picture: string, words: string): string | undefined {
  const { body } = splitFrontMatter(source, 'the entry');
  const changed = bodyWithAlt(body, picture, words);
  if (changed !== undefined) return source.slice(0, source.length - body.length) + changed;
  const cover = coverOf(source, 'the entry');
  if (cover?.src !== decoded(picture)) return undefined;
  return editFrontMatter(source, { cover: { ...cover, alt: words.trim() } });
}

/** The same in Markdown without front matter. */
export function bodyWithAlt(body: string, picture: string, words: string): string | undefined {
  const images = imagesOf(body).filter(({ url }) => url === picture);
  if (images.length === 0) return undefined;
  let result = body;
  for (const { position, title } of images.toReversed()) {
    const start = position?.start.offset ?? 0;
    const end = position?.end.offset ?? 0;
    const image = imageMarkdown({ type: 'image', url: picture, title: title ?? null, alt: words });
    result = result.slice(0, start) + image + result.slice(end);
  }
  return result;
}

/**
 * A description as one line. Without words it is a space, which says in Markdown that the picture has no alt text on
 * purpose.
 */
export function altText(words: string): string {
  return (
    words
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim() || ' '
  );
}

/** A picture as Markdown; without words it says that nobody has described it. */
export function imageMarkdown(image: Image): string {
  const described = { ...image, alt: altText(image.alt ?? '') };
  return blocksToMarkdown([{ type: 'paragraph', children: [described] }]);
}

/** Pictures that stand as `![…](…)`: those that name their address elsewhere are left alone. */
function imagesOf(body: string): Image[] {
  if (!body.includes('![')) return [];
  return nodesIn(parseMarkdown(body), 'image').filter(({ position }) => {
    const start = position?.start.offset ?? -1;
    return body.startsWith('![', start) && position?.end.offset !== undefined;
  });
}
