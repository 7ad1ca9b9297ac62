import { distance } from 'fastest-levenshtein';
import { oncePer } from '../once/once.ts';

const mostEdits = 3;
/** Of so few words each one is compared. */
const fewWords = 64;
/** How many words at most are compared with one that is wrong. */
const mostCompared = 200;

/** A word that is known, and its place among the others. */
interface Known {
  readonly word: string;
  readonly place: number;
}

/**
 * Finds the nearest of many words within three edits, in time that does not grow with their number: with three edits at
 * most, one of four parts of a word stands unchanged in the other, so that only words with such a part are compared.
 */
class Nearest {
  readonly #words: readonly Known[];
  readonly #byPart = new Map<string, Known[]>();
  readonly #lengths: ReadonlySet<number>;

  constructor(words: readonly string[]) {
    this.#words = words.map((word, place) => ({ word, place }));
    this.#lengths = new Set(words.map((word) => word.length));
    if (words.length <= fewWords) return;
    for (const known of this.#words)
      for (const { part, index } of partsOf(known.word)) {
        const key = keyOf(known.word.length, index, part);
        const others = this.#byPart.get(key);
        if (others) others.push(known);
        else this.#byPart.set(key, [known]);
      }
  }

  /** The word with the fewest edits, the first of several; undefined where all need more than `allowed`. */
  of(wrong: string, allowed: number): string | undefined {
    let best: { known: Known; edits: number } | undefined;
    for (const known of this.#candidates(wrong)) {
      const edits = editsBetween(wrong, known.word);
      if (edits > allowed || (best && edits > best.edits)) continue;
      if (!best || edits < best.edits || known.place < best.known.place) best = { known, edits };
    }
    return best?.known.word;
  }

  #candidates(wrong: string): Iterable<Known> {
    if (this.#words.length <= fewWords) return this.#words;
    const groups: Known[][] = [];
    for (let length = wrong.length - mostEdits; length <= wrong.length + mostEdits; length++)
      if (this.#lengths.has(length)) groups.push(...this.#sharing(wrong, length));
    // What few share says most.
    groups.sort((a, b) => a.length - b.length);
    const found = new Set<Known>();
    for (const group of groups)
      for (const known of group) {
        if (found.size >= mostCompared) return found;
        found.add(known);
      }
    return found;
  }

  /** Groups of words of one length that share a part with a word, up to three letters further left or right. */
  #sharing(wrong: string, length: number): Known[][] {
    return cutsOf(length).flatMap(([begin, end], index) => {
      const groups: Known[][] = [];
      for (let shift = -mostEdits; shift <= mostEdits; shift++) {
        if (begin + shift < 0 || end + shift > wrong.length) continue;
        const part = wrong.slice(begin + shift, end + shift);
        const group = this.#byPart.get(keyOf(length, index, part));
        if (group) groups.push(group);
      }
      return groups;
    });
  }
}

function cutsOf(length: number): [number, number][] {
  const parts = mostEdits + 1;
  return Array.from({ length: parts }, (_, index) => [
    Math.floor((index * length) / parts),
    Math.floor(((index + 1) * length) / parts),
  ]);
}

function partsOf(word: string): { part: string; index: number }[] {
  return cutsOf(word.length).map(([begin, end], index) => ({
    part: word.slice(begin, end),
    index,
  }));
}

function keyOf(length: number, index: number, part: string): string {
  return `${length} ${index} ${part}`;
}

// Two letters that changed places are one slip: "dratf" is nearer to "draft" than to "date".
function editsBetween(wrong: string, word: string): number {
  const edits = distance(wrong, word);
  const letters = (text: string) => [...text].sort().join('');
  return edits === 2 && letters(wrong) === letters(word) ? 1 : edits;
}

const indexOf = oncePer((words: readonly string[]) => new Nearest(words));

/**
 * The nearest of the known words within three edits, and within half the length of the wrong one. The words are looked
 * through once, as long as it is the same list that is handed in.
 */
export function nearestWord(wrong: string, known: readonly string[]): string | undefined {
  return indexOf(known).of(wrong, Math.min(mostEdits, Math.floor(wrong.length / 2)));
}

/** `did you mean "draft"?` for a typo within three edits, else what `fallback` says. */
export function suggest(wrong: string, known: readonly string[], fallback: string): string {
  const nearest = nearestWord(wrong, known);
  return nearest === undefined ? fallback : `did you mean "${nearest}"?`;
}

const mostListed = 24;

/** Words one after the other; of very many the first, and how many more there are. */
export function listed(words: readonly string[]): string {
  if (words.length <= mostListed) return words.join(', ');
  const rest = words.length - mostListed;
  return `${words.slice(0, mostListed).join(', ')}, … (${rest} more)`;
}
