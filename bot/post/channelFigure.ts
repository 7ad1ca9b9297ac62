import type { PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { beginsWithDash, withoutDash } from '#journal/text/block/attribution.ts';
import { between, linesOf } from '#journal/text/block/lines.ts';
import { type Styles, withStyle } from './postText.ts';
import type { Rendering } from './rendering.ts';

/**
 * Writes a paragraph that is a link to a film beside the entry: the film goes to the post, what the link says is its
 * caption.
 *
 * @returns false for any other paragraph, of which nothing is written.
 */
export function writeFilm(
  [only, ...others]: readonly RootContent[],
  styles: Styles,
  rendering: Rendering,
): boolean {
  if (only?.type === 'spoiler' && others.length === 0)
    return writeFilm(only.children, withStyle(styles, 'spoiler'), rendering);
  if (only?.type !== 'link' || others.length > 0) return false;
  const file = rendering.resolve.film(only.url);
  if (file === undefined) return false;
  rendering.show(file, styles);
  // What the site calls a film that has no words.
  if (textOf(only).trim().toLowerCase() !== 'video') rendering.phrasing(only.children, styles);
  return true;
}

/**
 * Writes a paragraph that begins with a picture, or one that leads somewhere: the pictures go to the post, the lines below them are its caption, a
 * last line `-- Name` its credit. A picture alone may have its caption in its title.
 *
 * @returns false for any other paragraph, of which nothing is written.
 */
export function writeFigure(
  children: readonly PhrasingContent[],
  styles: Styles,
  rendering: Rendering,
): boolean {
  const [first] = children;
  const shown = first?.type === 'spoiler' ? first.children[0] : first;
  const isLink = shown?.type === 'link' || shown?.type === 'linkReference';
  const picture = isLink && shown.children.length === 1 ? shown.children[0] : shown;
  if (picture?.type !== 'image' && picture?.type !== 'imageReference') return false;
  const lines = linesOf(children, rendering.body);
  const last = lines.at(-1);
  const [head] = lines;
  if (head && last && head !== last && beginsWithDash(last)) {
    rendering.phrasing(between(children, head, last), styles);
    if (rendering.out.length > 0 && !rendering.out.endsWith('\n')) rendering.out.append('\n');
    rendering.out.append('— ', styles);
    rendering.phrasing(withoutDash(between(children, last, undefined)), styles);
    return true;
  }
  rendering.phrasing(children, styles);
  if (children.length > 1 || picture !== first) return true;
  const title =
    picture.type === 'image' ? picture.title : rendering.definitions.get(picture.identifier)?.title;
  if (title) {
    if (rendering.out.length > 0 && !/\s$/.test(rendering.out.end)) rendering.out.append('\n');
    rendering.out.append(title.trim(), styles);
  }
  return true;
}
