import { shownPieces } from './pieces.ts';

/** A stretch of an excerpt: a hit, or the words around it. */
export interface Stretch {
  readonly text: string;
  readonly hit: boolean;
}

/** How many characters an excerpt has, and how many of them stand before the first hit. */
const length = 240;
const before = 60;

/**
 * The part of an indexed text around its first hit. `hits` are the numbers of the pieces that were found, from 0. What
 * comes out is plain text: whoever shows it must not take it for HTML.
 */
export function excerptOf(pieces: string, hits: readonly number[]): Stretch[] {
  const shown = shownPieces(pieces);
  const found = new Set(hits);
  const first = hits.length === 0 ? 0 : Math.min(...hits);
  const from = start(shown, first);
  const stretches: Stretch[] = from > 0 ? [{ text: '… ', hit: false }] : [];
  let room = length;
  for (let at = from; at < shown.length; at++) {
    const { text = '' } = shown[at] ?? {};
    room -= text.length;
    if (room < 0 && at > first) {
      stretches.push({ text: '…', hit: false });
      break;
    }
    append(stretches, text, found.has(at), shown[at - 1]?.overlaps === true && found.has(at - 1));
  }
  return merged(stretches);
}

/** The piece with which an excerpt begins so that the one at `hit` is not its first words. */
function start(shown: readonly { text: string }[], hit: number): number {
  let room = before;
  let from = hit;
  while (from > 0 && room > 0) {
    from--;
    room -= shown[from]?.text.length ?? 0;
  }
  return from;
}

/** Signs around a hit are not marked; one that reached over from the piece before marks the first letter of this one. */
function append(stretches: Stretch[], text: string, hit: boolean, reached: boolean): void {
  const marked = hit ? /[\p{L}\p{N}].*(?<=[\p{L}\p{M}\p{N}])/su : /^[\p{L}\p{N}]\p{M}*/u;
  const found = hit || reached ? marked.exec(text) : undefined;
  const words = found?.[0] ?? '';
  const index = found?.index ?? 0;
  stretches.push(
    { text: text.slice(0, index), hit: false },
    { text: words, hit: true },
    { text: text.slice(index + words.length), hit: false },
  );
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { text, hit } of stretches) {
    const last = all.at(-1);
    if (text === '') continue;
    if (last?.hit === hit) all[all.length - 1] = { text: last.text + text, hit };
    else all.push({ text, hit });
  }
  return all;
}
