/**
 * Pagefind finds words between spaces, and prefixes of them. Scripts that are written without spaces are therefore cut
 * into pieces, in the index and in the query alike: each character together with the next one, so that 東京都 becomes
 * 東京, 京都 and 都. What stands in a text in that order is found wherever it begins, and no dictionary, which every
 * browser has another one of, decides it.
 */

/** A letter of a script without spaces, with the marks on it. */
const letter =
  /(?=[\p{L}\p{Nl}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*/gu;

/** Runs of such letters, words of other scripts, and what is neither. */
const run = new RegExp(
  `(?:${letter.source})+|(?:(?!${letter.source})[\\p{L}\\p{M}\\p{N}])+|.`,
  'gsu',
);

/** At the end of a piece: its last letter is the first one of the next piece. Invisible, and no part of a word. */
const overlaps = '\u2060';

/** At the end of a piece: no space followed it in the text. */
const adjoins = '\u2063';

/** What texts may bring with them and no search is for: soft hyphens, invisible spaces, and the two marks above. */
const invisible = /[\u00AD\u200B\u2060\u2063\uFEFF]/g;

/** What composing may change, or is invisible, or of a script without spaces: it begins behind Latin letters, dashes between them. */
const unusual = /[\u00AD\u02B0-\u200F\u2028-\uFFFF]/;

/** White space but single spaces: all of Unicode, at which Pagefind cuts, of which JavaScript lacks one. */
const uneven = /(?:[^\S ]|\u0085)[\s\u0085]*| [\s\u0085]+/g;

/** The text as it is indexed: pieces between spaces. {@link textOf} puts it together again. */
export function piecesOf(text: string): string {
  if (!unusual.test(text)) return even(text);
  const cleaned = clean(text);
  return hasLetters(cleaned) ? cleaned.split(' ').map(cutWord).join(' ') : cleaned;
}

/** What a person typed, as it is looked up. */
export function queryOf(typed: string): string {
  return clean(typed)
    .split(' ')
    .flatMap((word) => (hasLetters(word) ? runsOf(word).flatMap(lookedUp) : word))
    .join(' ');
}

/** One piece of an indexed text, as a reader sees it. */
export interface Shown {
  /** The piece, its overlap with the next one left out, with the space that follows it. */
  readonly text: string;
  /** Whether a hit in this piece reaches into the next one. */
  readonly overlaps: boolean;
}

/** The pieces of an indexed text, in the order by which Pagefind counts them. */
export function shownPieces(pieces: string): Shown[] {
  return pieces.split(' ').map((piece) => {
    if (piece.endsWith(overlaps)) {
      return { text: piece.match(letter)?.slice(0, -1).join('') ?? '', overlaps: true };
    }
    const text = piece.endsWith(adjoins) ? piece.slice(0, -1) : `${piece} `;
    return { text, overlaps: false };
  });
}

/** The text out of its pieces, white space in one form. */
export function textOf(pieces: string): string {
  return shownPieces(pieces)
    .map((piece) => piece.text)
    .join('')
    .trim();
}

function clean(text: string): string {
  return even(text.normalize('NFC').replace(invisible, ''));
}

function even(text: string): string {
  return text.replace(uneven, ' ').trim();
}

function runsOf(word: string): string[] {
  return word.match(run) ?? [];
}

function hasLetters(word: string): boolean {
  return unusual.test(word) && word.search(letter) !== -1;
}

function isRun(part: string): boolean {
  return part.search(letter) === 0;
}

function cutWord(word: string): string {
  if (!hasLetters(word)) return word;
  const pieces: string[] = [];
  for (const part of runsOf(word)) {
    // Signs stay with what they follow: alone they would be pieces that nothing can find.
    if (isSign(part) && pieces.length > 0) pieces.push(`${pieces.pop()}${part}`);
    else for (const piece of isRun(part) ? overlapping(part) : [part]) pieces.push(piece);
  }
  const last = pieces.length - 1;
  return pieces
    .map((piece, at) => (piece.endsWith(overlaps) || at === last ? piece : piece + adjoins))
    .join(' ');
}

function isSign(part: string): boolean {
  return !/[\p{L}\p{N}]/u.test(part);
}

function overlapping(part: string): string[] {
  const letters = part.match(letter) ?? [];
  return letters.map((one, at) => {
    const next = letters[at + 1];
    return next === undefined ? one : one + next + overlaps;
  });
}

/** All pairs of a run: its last letter alone says nothing that the last pair does not. */
function lookedUp(part: string): string[] {
  if (!isRun(part)) return isSign(part) ? [] : [part];
  const letters = part.match(letter) ?? [];
  const pairs = letters.slice(1).map((next, at) => `${letters[at]}${next}`);
  return pairs.length === 0 ? letters : pairs;
}
