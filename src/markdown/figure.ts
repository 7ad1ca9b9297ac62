import type { Image, ImageReference, Link, LinkReference, PhrasingContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { beginsWithDash, withoutDash } from '#journal/attribution.ts';
import { between, type Line, linesOf } from '#journal/lines.ts';
import { placeOf } from '#journal/place.ts';
import { type Content, element } from './element.ts';
import { filePlaceholder } from './placeholder.ts';
import { plainWords, playerAttributes, playerOf } from './recording.ts';
import type { Shaping } from './shaping.ts';
import { type Video, videoAt, videoWords } from './video.ts';

type Picture = Image | ImageReference | Link | LinkReference;

/**
 * A paragraph of pictures alone as a figure: with the lines below them as caption, and a last line `-- Name` as credit.
 * A single picture may have its caption in its title. Several pictures are a group. Undefined for any other paragraph,
 * and for a picture that has neither.
 */
export function figureOf(
  children: readonly PhrasingContent[],
  shaping: Shaping,
): Content | undefined {
  const [first] = children;
  if (!first) return undefined;
  if (children.length === 1 && first.type === 'link') {
    const recording = recordingFigure(first, shaping);
    if (recording) return recording;
  }
  if (!isPicture(first)) return undefined;
  const lines = linesOf(children, shaping.body);
  const rows = lines.map((line, index) => picturesIn(between(children, line, lines[index + 1])));
  const pictureRows = rows.indexOf(undefined) === -1 ? rows.length : rows.indexOf(undefined);
  const pictures = rows.slice(0, pictureRows).flatMap((row) => row ?? []);
  if (pictures.length === 0) return undefined;
  return framed(pictures, captionOf(children, lines.slice(pictureRows)), shaping);
}

function framed(
  pictures: readonly Picture[],
  caption: readonly Content[],
  shaping: Shaping,
): Content | undefined {
  const [only, ...others] = pictures;
  if (only && others.length === 0) return pictureFigure(only, caption, shaping);
  const group = element(
    'div',
    { className: ['pictures'] },
    pictures.map((picture) => pictureFigure(picture, [], shaping) ?? picture),
  );
  return caption.length === 0 ? group : element('figure', {}, [group, figcaption(caption)]);
}

function pictureFigure(
  picture: Picture,
  caption: readonly Content[],
  shaping: Shaping,
): Content | undefined {
  const video = videoOf(picture, shaping);
  if (video) return videoFigure(picture, video, caption, shaping);
  const player = playerOf(addressOf(picture, shaping) ?? '');
  const title = caption.length === 0 ? titleOf(picture, shaping) : undefined;
  const words: readonly Content[] = title ? [{ type: 'text', value: title }] : caption;
  if (words.length === 0 && !player) return undefined;
  if (title) shaping.captioned.add(placeOf(picture)?.start ?? -1);
  return element('figure', player ? { className: [player] } : {}, [
    picture,
    ...(words.length > 0 ? [figcaption(words)] : []),
  ]);
}

/** A picture that leads to a video elsewhere, and says so. */
function videoFigure(
  picture: Picture,
  video: Video,
  caption: readonly Content[],
  { context }: Shaping,
): Content {
  context.appendChild(picture, [{ type: 'text', value: ' ' }, videoWords(video)]);
  return element('figure', { className: ['video'] }, [
    picture,
    ...(caption.length > 0 ? [figcaption(caption)] : []),
  ]);
}

/** A link to a recording beside the entry, alone in its paragraph, as something to play. */
function recordingFigure(link: Link, { collector }: Shaping): Content | undefined {
  const player = playerOf(link.url);
  const file = player && collector.addresses.fileAt(link.url);
  if (!player || file === undefined) return undefined;
  const play = element(player, playerAttributes(filePlaceholder(file)), [link]);
  const words = textOf(link).trim();
  const isPlain = words.toLowerCase() === plainWords(player).toLowerCase() || words === '';
  const caption = isPlain ? [] : [figcaption([{ type: 'text', value: words }])];
  return element('figure', { className: [player] }, [play, ...caption]);
}

function captionOf(
  children: readonly PhrasingContent[],
  lines: readonly Line[],
): readonly Content[] {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return [];
  if (!beginsWithDash(last)) return between(children, first, undefined);
  const credit = element(
    'small',
    { className: ['credit'] },
    withoutDash(between(children, last, undefined)),
  );
  if (first === last) return [credit];
  return [...between(children, first, last), { type: 'text', value: ' ' }, credit];
}

function figcaption(words: readonly Content[]): Content {
  return element('figcaption', {}, words);
}

/** The pictures of a line that has nothing else. */
function picturesIn(line: readonly PhrasingContent[]): Picture[] | undefined {
  const shown = line.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return shown.length > 0 && shown.every(isPicture) ? shown.filter(isPicture) : undefined;
}

function isPicture(node: PhrasingContent): node is Picture {
  if (node.type === 'link' || node.type === 'linkReference') {
    const [inside] = node.children;
    return node.children.length === 1 && inside !== undefined && isImage(inside);
  }
  return isImage(node);
}

function isImage(node: PhrasingContent): node is Image | ImageReference {
  return node.type === 'image' || node.type === 'imageReference';
}

function videoOf(picture: Picture, shaping: Shaping): Video | undefined {
  if (picture.type !== 'link' && picture.type !== 'linkReference') return undefined;
  return videoAt(addressOf(picture, shaping) ?? '');
}

function addressOf(picture: Picture, { definitions }: Shaping): string | undefined {
  return 'url' in picture ? picture.url : definitions.get(picture.identifier)?.url;
}

function titleOf(picture: Picture, { definitions }: Shaping): string | undefined {
  const { title } =
    picture.type === 'imageReference'
      ? (definitions.get(picture.identifier) ?? {})
      : picture.type === 'image'
        ? picture
        : {};
  return title?.trim() || undefined;
}
