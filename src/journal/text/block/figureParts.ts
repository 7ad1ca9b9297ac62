import type { Image, ImageReference, Link, LinkReference, Nodes, PhrasingContent } from 'mdast';
import { isSpoiler, type Spoiler, spoilerTag, withTagsFolded } from '../inline/spoiler.ts';
import { beginsWithDash, withoutDash } from './attribution.ts';
import { between, type Line, linesOf } from './lines.ts';

/** A picture, one that leads somewhere, or pictures that are hidden. */
export type Picture = Image | ImageReference | Link | LinkReference | Spoiler;

/** What a paragraph of pictures consists of. */
export interface FigureParts {
  readonly pictures: readonly Picture[];
  /** The lines below the pictures; empty where there are none. */
  readonly caption: readonly PhrasingContent[];
  /** A last line `-- Name`, without its dash. */
  readonly credit: readonly PhrasingContent[] | undefined;
}

/** Takes a paragraph apart that begins with a line of pictures alone; undefined for any other. */
export function figureParts(
  nodes: readonly PhrasingContent[],
  body: string,
): FigureParts | undefined {
  const children = withTagsFolded(nodes) as readonly PhrasingContent[];
  const [first] = children;
  if (!first || !isPicture(first)) return undefined;
  const lines = linesOf(children, body);
  const rows = lines.map((line, index) => picturesIn(between(children, line, lines[index + 1])));
  const pictureRows = rows.indexOf(undefined) === -1 ? rows.length : rows.indexOf(undefined);
  const pictures = rows.slice(0, pictureRows).flatMap((row) => row ?? []);
  if (pictures.length === 0) return undefined;
  return { pictures, ...captionOf(children, lines.slice(pictureRows)) };
}

function captionOf(
  children: readonly PhrasingContent[],
  lines: readonly Line[],
): Pick<FigureParts, 'caption' | 'credit'> {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return { caption: [], credit: undefined };
  if (!beginsWithDash(last))
    return { caption: between(children, first, undefined), credit: undefined };
  return {
    caption: first === last ? [] : between(children, first, last),
    credit: withoutDash(between(children, last, undefined)),
  };
}

/** The pictures of a line that has nothing else. */
function picturesIn(line: readonly PhrasingContent[]): Picture[] | undefined {
  const shown = line.filter((node) => !isBlank(node));
  return shown.length > 0 && shown.every(isPicture) ? shown.filter(isPicture) : undefined;
}

function isBlank(node: Readonly<Nodes>): boolean {
  if (node.type === 'html') return node.value.replace('</', '<') === `<${spoilerTag}>`;
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}

function isPicture(node: PhrasingContent): node is Picture {
  if (isSpoiler(node)) return picturesIn(node.children) !== undefined;
  if (node.type === 'link' || node.type === 'linkReference') {
    const [inside] = node.children;
    return node.children.length === 1 && inside !== undefined && isImage(inside);
  }
  return isImage(node);
}

function isImage(node: PhrasingContent): node is Image | ImageReference {
  return node.type === 'image' || node.type === 'imageReference';
}
