import { oncePerText } from '#journal/once/once.ts';
import type { Drawable, Typefaces } from './typefaces.ts';

/** A text as a card shows it. */
export interface CardText {
  /** Nothing but what `faces` draw, with {@link mayBreak} where a line may end other than at a space. */
  readonly text: string;
  /** What draws it, in order of preference. */
  readonly faces: readonly string[];
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  /** Signs that no typeface has, emoji among them. */
  readonly missing: readonly string[];
}

/** A space of no width (https://www.unicode.org/reports/tr14/#ZW): a line may end there. */
export const mayBreak = '\u200b';

/** Stands for a sign that no typeface has. */
const replacement = '□';

/** What is put into a text where it is fitted: with the space, the face that draws these comes with each text. */
const added = [' ', '-', '…'];

/** More than there is room for on a card, of whatever letters; an endless text takes no longer than these. */
const mostClusters = 1000;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Prepares a text for drawing. What no typeface has is drawn in plainer characters, as the 2 of `H₂O`, or a box stands for
 * it. Emoji are left out, and so is all of a text that would be nothing but boxes; the text closes up over them.
 */
export async function cardTextOf(
  text: string,
  language: string,
  typefaces: Typefaces,
): Promise<CardText> {
  const find = { language, typefaces };
  const { segments, drawables, from } = await drawn(plain(text), find);
  const missing = segments.filter((segment, at) => !drawables[at] && isSign(segment));
  const hasWords = drawables.some((one) => one && /[\p{L}\p{N}\p{S}]/u.test(one.text));
  const box = missing.length > 0 ? await typefaces.drawable(replacement, language) : undefined;
  const pieces = segments.map((segment, at) => {
    const instead = isSign(segment) && !isEmoji(segment) ? box : undefined;
    return drawables[at] ?? instead;
  });
  const shown = hasWords || missing.length === 0 ? closedUp(segments, pieces) : '';
  const always = await drawablesOf(added, find, from);
  return {
    text: withBreaks(clustersOf(shown).slice(0, mostClusters).join(''), language),
    faces: facesOf([...pieces, ...always]),
    direction: directionOf(shown),
    language,
    missing,
  };
}

/** The grapheme clusters of a text. */
export function clustersOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

type Find = Pick<CardText, 'language'> & { readonly typefaces: Typefaces };

interface Drawn {
  readonly segments: readonly string[];
  readonly drawables: readonly (Drawable | undefined)[];
  /** Typefaces before this place are passed over. */
  readonly from: number;
}

/** The clusters of a text, and what draws each; those that nothing draws in plainer characters, where there are such. */
async function drawn(text: string, find: Find): Promise<Drawn> {
  const segments = clustersOf(text);
  const drawables = await drawablesOf(segments, find, 0);
  const plainer = clustersOf(
    segments
      .map((one, at) => (drawables[at] || isEmoji(one) ? one : one.normalize('NFKC')))
      .join(''),
  );
  return inOneFace(plainer, await drawablesOf(plainer, find, 0), find);
}

/** Letters that would stand out between those of another typeface in the same word. */
const alphabets = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Where a typeface lacks some of the letters of a text, all are drawn by the first that has them. */
async function inOneFace(
  segments: readonly string[],
  drawables: Drawn['drawables'],
  find: Find,
): Promise<Drawn> {
  const letters = [...segments.keys()].filter((at) => alphabets.test(segments[at] ?? ''));
  const from = Math.max(0, ...letters.flatMap((at) => drawables[at]?.rank ?? []));
  if (from === 0) return { segments, drawables, from };
  const others = await drawablesOf(segments, find, from);
  const isWhole = letters.every((at) => !drawables[at] || others[at]?.rank === from);
  if (!isWhole) return { segments, drawables, from: 0 };
  return { segments, drawables: others, from };
}

function drawablesOf(
  segments: readonly string[],
  { language, typefaces }: Find,
  from: number,
): Promise<(Drawable | undefined)[]> {
  return Promise.all(
    segments.map((segment) =>
      isEmoji(segment) ? undefined : typefaces.drawable(segment, language, from),
    ),
  );
}

function facesOf(drawables: readonly (Drawable | undefined)[]): string[] {
  const known = drawables.filter((one) => one !== undefined);
  const inOrder = known.sort((a, b) => a.rank - b.rank || a.part - b.part);
  return [...new Set(inOrder.map(({ face }) => face))];
}

/** Whether a cluster is to be seen, unlike a joiner or a lone variation selector. */
function isSign(cluster: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}]/u.test(cluster);
}

function isEmoji(cluster: string): boolean {
  return /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u.test(cluster);
}

/** In NFC, with single spaces, without what has no shape: controls, soft hyphens, marks of direction. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
}

/** Without the clusters that nothing draws, and the spaces that were before them where none belongs now. */
function closedUp(
  segments: readonly string[],
  drawables: readonly (Drawable | undefined)[],
): string {
  let text = '';
  let dropped = false;
  for (const [at, segment] of segments.entries()) {
    const piece = segment === ' ' ? ' ' : (drawables[at]?.text ?? '');
    const afterSpace = text === '' || text.endsWith(' ');
    if (piece === '') dropped = true;
    else if (piece !== ' ' || !afterSpace) {
      if (dropped && /^[.,:;!?)]/.test(piece)) text = text.trimEnd();
      text += piece;
      dropped = false;
    }
  }
  return text.trimEnd();
}

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/** The direction of a text by its first letter. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const [first = ''] = /\p{L}/u.exec(text) ?? [];
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** Puts {@link mayBreak} where a line may end other than at a space: after hyphens, and between words without spaces. */
function withBreaks(text: string, language: string): string {
  let broken = '';
  let before = '';
  for (const { segment } of wordSegmenter(language).segment(text)) {
    broken += isBreak(before, segment) ? mayBreak + segment : segment;
    before = segment;
  }
  return broken;
}

const wordSegmenter = oncePerText(
  (language) => new Intl.Segmenter(language, { granularity: 'word' }),
);

/** Scripts whose words stand without spaces between them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆、。，．！？：；「」『』（）【】〈〉《》・]/u;
const opening = /[\p{Ps}\p{Pi}¿¡$£¥€#@\s]$/u;
const closing =
  /^[\p{Pe}\p{Pf}.,:;!?%‰…‥、。，．！？：；・ー々〆ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ–—”’"'\s]/u;

function isBreak(before: string, after: string): boolean {
  if (before === '' || closing.test(after) || opening.test(before)) return false;
  if (/[-‐–—/]$/.test(before)) return /^\p{L}/u.test(after);
  const [last = ''] = /.\p{M}*$/u.exec(before) ?? [];
  const [first = ''] = /^./u.exec(after) ?? [];
  return unspaced.test(last + first);
}
