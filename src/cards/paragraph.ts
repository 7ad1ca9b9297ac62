import { firstStrong, levelsOf } from './bidi.ts';
import type { Face } from './face.ts';
import type { Drawable, Typefaces } from './typefaces.ts';

/** A grapheme cluster of a text; a space has no face. */
export interface Cluster {
  readonly text: string;
  readonly face: Face | undefined;
  /** Embedding level: odd ones run right to left. */
  readonly level: number;
  /** Whether a line may end before it. */
  readonly breakBefore: boolean;
}

/** A text whose clusters know what draws them. */
export interface Paragraph {
  readonly clusters: readonly Cluster[];
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  /** Signs that no face has, emoji among them. */
  readonly missing: readonly string[];
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Stands for a sign that no typeface has. */
const replacement = '□';

/**
 * Prepares a text for drawing. What no typeface has is drawn in plainer characters, as the 2 of `H₂O`, or a box stands for
 * it. Emoji are left out, and so is all of a text that would be nothing but boxes; the text closes up over them.
 */
export async function paragraphOf(
  text: string,
  language: string,
  typefaces: Typefaces,
): Promise<Paragraph> {
  const { segments, drawables } = await drawn(plain(text), language, typefaces);
  const missing = segments.filter((segment, at) => !drawables[at] && isSign(segment));
  const hasWords = drawables.some((one) => one && /[\p{L}\p{N}\p{S}]/u.test(one.text));
  const box = missing.length > 0 ? await typefaces.drawable(replacement, language) : undefined;
  const pieces = segments.map((segment, at): Piece => {
    if (segment === ' ') return { text: ' ', face: undefined };
    const instead = isSign(segment) && !isEmoji(segment) ? box : undefined;
    return drawables[at] ?? instead ?? { text: '', face: undefined };
  });
  const shown = hasWords || missing.length === 0 ? closedUp(pieces) : [];
  const texts = shown.map((one) => one.text);
  const direction = firstStrong(texts) ?? 'ltr';
  const levels = levelsOf(texts, direction);
  const breaks = breaksOf(texts, language);
  return {
    clusters: shown.map(({ text: cluster, face }, at) => ({
      text: cluster,
      face,
      level: levels[at] ?? 0,
      breakBefore: breaks.has(at),
    })),
    direction,
    language,
    missing,
  };
}

interface Drawn {
  readonly segments: readonly string[];
  readonly drawables: readonly (Drawable | undefined)[];
}

/** The clusters of a text, and what draws each; those that nothing draws in plainer characters, where there are such. */
async function drawn(text: string, language: string, typefaces: Typefaces): Promise<Drawn> {
  const segments = segmentsOf(text);
  const drawables = await drawablesOf(segments, language, typefaces);
  const plainer = segmentsOf(
    segments
      .map((one, at) => (drawables[at] || isEmoji(one) ? one : one.normalize('NFKC')))
      .join(''),
  );
  if (plainer.join('') === segments.join('')) return { segments, drawables };
  return { segments: plainer, drawables: await drawablesOf(plainer, language, typefaces) };
}

function segmentsOf(text: string): string[] {
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/** Whether a cluster is to be seen, unlike a joiner or a lone variation selector. */
function isSign(cluster: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}]/u.test(cluster);
}

type Piece = Pick<Cluster, 'face'> & Pick<Drawable, 'text'>;

/** Where one alphabet would be drawn by two typefaces, it is drawn by the one that has all of it. */
const alphabets = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u];

async function drawablesOf(
  segments: readonly string[],
  language: string,
  typefaces: Typefaces,
): Promise<(Drawable | undefined)[]> {
  const drawables = await Promise.all(
    segments.map((segment) =>
      segment === ' ' || isEmoji(segment) ? undefined : typefaces.drawable(segment, language),
    ),
  );
  for (const alphabet of alphabets) {
    const members = [...segments.keys()].filter((at) => alphabet.test(segments[at] ?? ''));
    const ranks = members.flatMap((at) => drawables[at]?.rank ?? []);
    const last = Math.max(0, ...ranks);
    if (ranks.every((rank) => rank === last)) continue;
    const others = await Promise.all(
      members.map((at) => typefaces.drawable(segments[at] ?? '', language, last)),
    );
    if (others.some((one) => one?.rank !== last)) continue;
    for (const [index, at] of members.entries()) drawables[at] = others[index];
  }
  return drawables;
}

/** In NFC, with single spaces, without what has no shape: controls, soft hyphens, marks of direction. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
}

function isEmoji(cluster: string): boolean {
  return /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u.test(cluster);
}

/** Without the pieces that nothing draws, and the spaces that were before them where none belongs now. */
function closedUp(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  let dropped = false;
  for (const piece of pieces) {
    const afterSpace = kept.length === 0 || kept.at(-1)?.text === ' ';
    if (piece.text === '') dropped = true;
    else if (piece.text !== ' ' || !afterSpace) {
      if (dropped && afterSpace && /^[.,:;!?)]/.test(piece.text)) kept.pop();
      kept.push(piece);
      dropped = false;
    }
  }
  return kept.at(-1)?.text === ' ' ? kept.slice(0, -1) : kept;
}

/** Indexes of the clusters before which a line may end: after spaces and hyphens, and between words without spaces. */
function breaksOf(texts: readonly string[], language: string): Set<number> {
  const breaks = new Set<number>();
  const starts = wordStarts(texts, language);
  for (const [at, text] of texts.entries()) {
    const before = texts[at - 1];
    if (before === undefined || text === ' ') continue;
    if (before === ' ' || (starts.has(at) && mayBreak(before, text))) breaks.add(at);
  }
  return breaks;
}

function wordStarts(texts: readonly string[], language: string): Set<number> {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const offsets = new Map<number, number>();
  let offset = 0;
  for (const [at, text] of texts.entries()) {
    offsets.set(offset, at);
    offset += text.length;
  }
  return new Set(
    [...words.segment(texts.join(''))].flatMap(({ index }) => offsets.get(index) ?? []),
  );
}

/** Scripts whose words stand without spaces between them. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆、。，．！？：；「」『』（）【】〈〉《》・]/u;
const opening = /^[\p{Ps}\p{Pi}¿¡$£¥€#@]/u;
const closing =
  /^[\p{Pe}\p{Pf}.,:;!?%‰…‥、。，．！？：；・ー々〆ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ–—”’"']/u;

function mayBreak(before: string, after: string): boolean {
  if (closing.test(after) || opening.test(before)) return false;
  if (/^[-‐–—/]$/.test(before)) return /^\p{L}/u.test(after);
  return unspaced.test(before) || unspaced.test(after);
}
