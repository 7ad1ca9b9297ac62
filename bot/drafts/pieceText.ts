import { tailOf } from '../content/lineEnds.ts';
import { withoutPictures } from './standingPicture.ts';

/**
 * The file with one more piece: in front of `behind`, where that is a block of it, else at its end, which stays as it was.
 * `front` is what the message before of an album put there: words stand below the pictures of all, and below those
 * whose they are, if they are quoted.
 */
export function withPiece(
  source: string,
  { markdown, front }: { readonly markdown: string; readonly front?: string | undefined },
  behind: string | undefined,
): string {
  if (markdown === '') return source;
  const joined = front === undefined ? undefined : withRestOf(front, source, markdown);
  if (joined !== undefined) return joined;
  const at = behind === undefined ? undefined : pieceAt(source, behind);
  return at !== undefined && behind !== undefined && isBlock(source, at, behind)
    ? `${source.slice(0, at)}${markdown}\n\n${source.slice(at)}`
    : `${source.trimEnd()}\n\n${markdown}${tailOf(source)}`;
}

const attribution = /\n>\n> — .*$/;
/** A picture of a message, which stands in a line of its own. */
const ownPicture = /^(?:> )?(?:\|\|)?!\[.*\]\([^():]*\)(?:\|\|)?$/;
/** A film, which keeps its words: they are known by it. */
const ownFilm = /^(?:> )?(?:\|\|)?\[.*\]\([^():]*\.(?:mp4|mov)\)(?:\|\|)?$/;

function isAlone(markdown: string): boolean {
  return ownPicture.test(markdown) || ownFilm.test(markdown);
}

/** The file with the rest of an album behind `front`, one without words behind its picture; undefined where that is not certain. */
function withRestOf(front: string, source: string, markdown: string): string | undefined {
  const isQuoted = attribution.test(front);
  const gap = isQuoted ? '\n>\n' : '\n\n';
  const rest = isQuoted ? markdown.replace(attribution, '') : markdown;
  const begun = isQuoted ? front.replace(attribution, '') : front;
  const [first = ''] = begun.split(gap, 1);
  if (!isQuoted && !isAlone(rest)) return undefined;
  const place = isAlone(rest) && ownPicture.test(first) ? first : begun;
  const isThere = (at: number) =>
    isQuoted ? source.startsWith('\n>\n> ', at + place.length) : isBlock(source, at, place);
  const [at, ...others] = placesOf(source, place).filter(isThere);
  if (at === undefined || others.length > 0) return undefined;
  const end = at + place.length;
  return `${source.slice(0, end)}${gap}${rest}${source.slice(end)}`;
}

/** Which of the pieces of a draft that have the same text one is, in their order. */
export interface Twins {
  /** -1 where it is none of them: it was taken back. */
  readonly index: number;
  readonly count: number;
}

const single: Twins = { index: 0, count: 1 };

/** Where a piece stands in a file, if that is certain: as a block of its own, else as such a text; as many as its twins. */
function pieceAt(source: string, markdown: string, twins = single): number | undefined {
  const places = placesOf(source, markdown);
  const blocks = places.filter((at) => isBlock(source, at, markdown));
  const certain = blocks.length > 0 ? blocks : places;
  return certain.length === twins.count ? certain[twins.index] : undefined;
}

/**
 * The file with a newer text of a piece, where its place is certain. Pictures may have been described or moved since the
 * piece was written: their edited captions follow all the same. `behind`: see {@link withPiece}. `album`: what came behind it
 * in its album; words that a picture gets stand below those. Nothing follows where the piece was taken back.
 */
export function withNewerPiece(
  source: string,
  old: string,
  text: string,
  behind: string | undefined,
  twins: Twins,
  album: readonly string[] = [],
): string | undefined {
  if (twins.index < 0) return undefined;
  const at = pieceAt(source, old, twins);
  if (at !== undefined) {
    const [picture = ''] = text.split('\n\n', 1);
    const isPicture = ownPicture.test(old) && ownPicture.test(picture);
    const end = at + old.length;
    const rest = isPicture ? endOfRest(source, end, album) : end;
    const above = isPicture ? picture : text;
    const below = text.slice(above.length);
    return source.slice(0, at) + above + source.slice(end, rest) + below + source.slice(rest);
  }
  const shown = withNewerPicture(source, old, text);
  if (shown) return withNewerPiece(shown.source, shown.old, text, behind, twins);
  const oldWords = withoutPictures(old);
  const words = withoutPictures(text);
  if (oldWords === '') return withPiece(source, { markdown: words }, behind);
  const wordsAt = oldWords === old ? undefined : pieceAt(source, oldWords);
  if (wordsAt === undefined) return undefined;
  const before = source.slice(0, wordsAt);
  return (
    (words === '' ? before.trimEnd() : before + words) + source.slice(wordsAt + oldWords.length)
  );
}

/** The file with a picture as a newer text has it, and the piece with it; undefined where it stays, or stands nowhere as it was. */
function withNewerPicture(source: string, old: string, text: string) {
  const [before = '', after = ''] = [old, text].map((one) => one.split('\n\n', 1)[0]);
  const isOther = before !== after && ownPicture.test(before) && ownPicture.test(after);
  const at = isOther ? pieceAt(source, before) : undefined;
  if (at === undefined) return undefined;
  const shown = source.slice(0, at) + after + source.slice(at + before.length);
  return { source: shown, old: after + old.slice(before.length) };
}

/** Where the pictures of an album end that stand behind a place; some may have been taken out. */
function endOfRest(source: string, at: number, album: readonly string[]): number {
  return album.reduce((end, next) => {
    const isNext = isAlone(next) && source.startsWith(`\n\n${next}`, end);
    return isNext ? end + 2 + next.length : end;
  }, at);
}

/** Whether a file has the text of a piece, be it without its pictures. */
export function hasPiece(source: string, markdown: string): boolean {
  return [markdown, withoutPictures(markdown)].some((text) => placesOf(source, text).length > 0);
}

/** Whether a piece stands in a file as a block of its own. */
export function hasBlock(source: string, markdown: string): boolean {
  return placesOf(source, markdown).some((at) => isBlock(source, at, markdown));
}

/** The same, be it that the rest of an album came between its picture and its words, or took it into a quotation. */
export function hasBlocks(source: string, markdown: string): boolean {
  if (hasBlock(source, markdown)) return true;
  if (!attribution.test(markdown))
    return markdown.split('\n\n').every((part) => hasBlock(source, part));
  const parts = markdown.replace(attribution, '').split('\n>\n');
  return parts.every((part) => `${source}\n`.includes(`\n${part}\n`));
}

/**
 * Whether a newer text of a piece stands in a file already, and the old one does not, as it is where the state is of an
 * older day than the file. `pieces`: what the file is known to be made of.
 */
export function hasNewerPiece(
  source: string,
  old: string,
  text: string,
  pieces: readonly string[],
): boolean {
  const blocksOf = (markdown: string) =>
    placesOf(source, markdown).filter((at) => isBlock(source, at, markdown)).length;
  const known = (markdown: string) =>
    pieces.filter((piece) => piece === markdown || withoutPictures(piece) === markdown).length;
  const words = withoutPictures(old);
  // Its words stand apart from its picture.
  if (words !== '' && words !== old && blocksOf(words) >= known(words)) return false;
  return [
    [old, text],
    [words, withoutPictures(text)],
  ].some(([before = '', after = '']) => blocksOf(before) === 0 && blocksOf(after) > known(after));
}

/** Every place at which a file has these characters. */
function placesOf(source: string, markdown: string): number[] {
  const places: number[] = [];
  if (markdown === '') return places;
  for (let at = source.indexOf(markdown); at !== -1; at = source.indexOf(markdown, at + 1))
    places.push(at);
  return places;
}

/** Whether empty lines, or the ends of the text, are around it. */
function isBlock(source: string, at: number, markdown: string): boolean {
  const end = at + markdown.length;
  return (
    source.slice(0, at).endsWith('\n\n') &&
    (end >= source.trimEnd().length || source.startsWith('\n\n', end))
  );
}
