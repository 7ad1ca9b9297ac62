import type { Link, PhrasingContent } from 'mdast';
import { type FigureParts, figureParts, type Picture } from '#journal/text/block/figureParts.ts';
import { type Video, videoAt } from '#journal/text/html/video.ts';
import { placeOf } from '#journal/text/inline/place.ts';
import type { Spoiler } from '#journal/text/inline/spoiler.ts';
import { onOneLine, wordsOf } from '#journal/text/inline/words.ts';
import type { SiteWords } from '#journal/words/languages/siteWords.ts';
import { foreignWords } from '../collect/bodyWords.ts';
import { filePlaceholder } from '../collect/placeholder.ts';
import type { Shaping } from '../collect/shaping.ts';
import { type Content, element } from '../html/element.ts';
import { arePlain, playerAttributes, playerOf } from './recording.ts';

/**
 * A paragraph of pictures alone as a figure: with the lines below them as caption, and a last line `-- Name` as credit.
 * A single picture may have its caption in its title. Several pictures are a group. Undefined for any other paragraph,
 * and for a picture that has neither.
 */
export function figureOf(
  children: readonly PhrasingContent[],
  shaping: Shaping,
): Content | undefined {
  const parts = figureParts(children, shaping.body);
  return parts && framed(parts.pictures, captionOf(parts), shaping);
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
    pictures.flatMap((picture) => pictureFigure(picture, [], shaping) ?? unfolded([picture])),
  );
  return caption.length === 0 ? group : element('figure', {}, [group, figcaption(caption)]);
}

function pictureFigure(
  picture: Picture,
  caption: readonly Content[],
  shaping: Shaping,
): Content | undefined {
  if (picture.type === 'spoiler')
    return caption.length === 0
      ? undefined
      : element('figure', {}, [...unfolded([picture]), figcaption(caption)]);
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

/** What was folded into a spoiler stands between its tags. */
function unfolded(nodes: readonly PhrasingContent[]): readonly Content[] {
  return nodes.flatMap((node) => (node.type === 'spoiler' ? node.children : [node]));
}

/** A picture that leads to a video elsewhere, and says so. */
function videoFigure(
  picture: Picture,
  video: Video,
  caption: readonly Content[],
  { context, collector }: Shaping,
): Content {
  context.appendChild(picture, [{ type: 'text', value: ' ' }, videoWords(video, collector.words)]);
  return element('figure', { className: ['video'] }, [
    picture,
    ...(caption.length > 0 ? [figcaption(caption)] : []),
  ]);
}

/** A link to a recording beside the entry, alone in its paragraph, as something to play. */
export function recordingOf(
  children: readonly PhrasingContent[],
  shaping: Shaping,
): Content | undefined {
  const [only, ...others] = children;
  return only?.type === 'link' && others.length === 0 ? recordingFigure(only, shaping) : undefined;
}

function recordingFigure(link: Link, { collector }: Shaping): Content | undefined {
  const player = playerOf(link.url);
  const file = player && collector.addresses.fileAt(link.url);
  if (!player || file === undefined) return undefined;
  const play = element(player, playerAttributes(filePlaceholder(file)), [link]);
  const words = onOneLine(wordsOf(link));
  const caption = arePlain(words, player, collector.words)
    ? []
    : [figcaption([{ type: 'text', value: words }])];
  return element('figure', { className: [player] }, [play, ...caption]);
}

function captionOf({ caption, credit }: FigureParts): readonly Content[] {
  const words = unfolded(caption);
  if (credit === undefined) return words;
  const small = element('small', { className: ['credit'] }, unfolded(credit));
  return words.length === 0 ? [small] : [...words, { type: 'text', value: ' ' }, small];
}

function figcaption(words: readonly Content[]): Content {
  return element('figcaption', {}, words);
}

function videoOf(picture: Picture, shaping: Shaping): Video | undefined {
  if (picture.type !== 'link' && picture.type !== 'linkReference') return undefined;
  return videoAt(addressOf(picture, shaping) ?? '');
}

function addressOf(
  picture: Exclude<Picture, Spoiler>,
  { definitions, collector }: Shaping,
): string | undefined {
  const url = 'url' in picture ? picture.url : definitions.get(picture.identifier)?.url;
  return url && collector.addresses.within(url);
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

/** What a link to a video says beside its picture. */
function videoWords({ host }: Video, words: SiteWords): Content {
  const properties = { className: ['video-host'], ...foreignWords(words, 'videoAt') };
  return element('span', properties, [
    { type: 'text', value: words.text('videoAt', { place: host }) },
  ]);
}
