import { type Manners, mannersOf } from './manners.ts';

/** Whether a text has anything that {@link Typesetter} might change. */
export const mayNeedTypesetting = /["']|\.\.\.|--|« | [»;:!?]/;

/** A title or another plain text with the quotes, dashes and ellipses of its language (a BCP 47 tag). */
export function smartText(text: string, language: string): string {
  return mayNeedTypesetting.test(text) ? new Typesetter(language).set({ text }) : text;
}

/** A stretch of a block's text between two marks of formatting. */
interface Stretch {
  readonly text: string;
  /** Whether the character at an offset was escaped, and so is meant as it is. */
  isLiteral?(offset: number): boolean;
  /** What comes next behind it in the same block. */
  ahead?(): string;
  /** Whether anything behind it in the same block may end what `'` began. */
  isClosedAhead?(): boolean;
}

type QuoteMark = '"' | "'";

/** An open quotation. One that is `literal` stays as it was typed, and so does its end. */
interface Open {
  readonly mark: QuoteMark;
  readonly literal: boolean;
}

/**
 * Sets quotes, dashes and ellipses in a text that comes in stretches, as formatting cuts it: quotes pair from one stretch
 * to the next. {@link begin} starts a new block, across which nothing pairs.
 */
export class Typesetter {
  readonly #manners: Manners | undefined;
  #open: Open[] = [];
  /** How many of them each mark began. */
  #depth = { '"': 0, "'": 0 };
  /** The last character before the stretch; empty at the beginning of a block. */
  #last = '';
  /** What the quote that ends at #quoteEnd was. */
  #quote: 'opening' | 'closing' = 'opening';
  #quoteEnd = -1;

  constructor(language: string) {
    this.#manners = mannersOf(language);
  }

  begin(): void {
    this.#open = [];
    this.#depth = { '"': 0, "'": 0 };
    this.skip('');
  }

  /** Notes what stands between two stretches: code counts as a letter, formatting as nothing. */
  skip(last: string): void {
    this.#last = last;
    this.#quoteEnd = -1;
  }

  /** The stretch as it is to be shown. */
  set(stretch: Stretch): string {
    const { text, isLiteral = () => false, ahead = () => '' } = stretch;
    const manners = this.#manners;
    if (!manners) return text;
    const last = this.#last;
    let end: number | undefined;
    const isClosedBehind = (offset: number) => {
      end ??= lastClosing(text) ?? -1;
      return offset < end || (stretch.isClosedAhead?.() ?? false);
    };
    const result = text.replace(candidates, (match: string, offset: number) => {
      if (match.length > 3 || isAddress(match)) return match;
      for (let index = 0; index < match.length; index++)
        if (isLiteral(offset + index)) return match;
      const before = offset === 0 ? last : (text[offset - 1] ?? '');
      const next = text.slice(offset + match.length) || visible(ahead());
      if (/^["']$/.test(match) && isEmptyPair(text, offset, last)) return match;
      const place: Place = { before, after: next[0] ?? '', next, offset };
      switch (match[0]) {
        case '"':
          return this.#double(place, manners);
        case "'":
          return this.#single(place, manners, () => isClosedBehind(offset + 1));
        case '-':
          return dash(match, place, manners);
        case '.':
          return ellipsis(place, text[offset - 2] ?? '');
        default:
          return manners.french ? frenchSpace(match, place) : match;
      }
    });
    // A quote at the very end counts for what stands at the beginning of the next stretch.
    this.#last = text.at(-1) ?? last;
    this.#quoteEnd = this.#quoteEnd === text.length ? 0 : -1;
    return result;
  }

  #double(place: Place, manners: Manners): string {
    const { before, after } = place;
    const isOpen = this.#depth['"'] > 0;
    if (this.#isAtStart(place)) {
      if (!isSpace(after)) return this.#begin('"', place, manners, false);
      return isOpen ? this.#end('"', place, manners) : '"';
    }
    if (isOpen) return this.#end('"', place, manners);
    if (before === '=') return this.#begin('"', place, manners, true);
    // An inch, or the middle of something that is no word.
    if (/\p{N}/u.test(before)) return '"';
    if (!isWord(after)) return this.#end('"', place, manners);
    return isWord(before) ? '"' : this.#begin('"', place, manners, false);
  }

  #single(place: Place, manners: Manners, isClosedBehind: () => boolean): string {
    const { before, after, next } = place;
    if (!this.#isAtStart(place)) {
      if (isWord(before) && isWord(after)) return /^\d+"/.test(next) ? "'" : '’';
      if (this.#depth["'"] > 0) return this.#end("'", place, manners);
      return /\p{N}/u.test(before) && !isWord(after) ? "'" : '’';
    }
    if (isSpace(after)) return "'";
    if (/^\d\d/.test(next) || elision.test(next)) return '’';
    return isClosedBehind() ? this.#begin("'", place, manners, false) : '’';
  }

  #isAtStart({ before, offset }: Place): boolean {
    if (offset === this.#quoteEnd) return this.#quote === 'opening';
    return isSpace(before) || /[([{<«„“‘‚/¿¡]/.test(before);
  }

  #begin(mark: QuoteMark, { offset }: Place, manners: Manners, literal: boolean): string {
    const [opening, closing] = this.#pair(mark, manners);
    this.#open.push({ mark, literal });
    this.#depth[mark]++;
    this.#quote = 'opening';
    this.#quoteEnd = offset + 1;
    if (literal) return mark;
    return opening === '«' && closing === '»' && manners.french ? '«\u202F' : opening;
  }

  #end(mark: QuoteMark, { offset }: Place, manners: Manners): string {
    let literal = false;
    while (this.#depth[mark] > 0) {
      const last = this.#open.pop();
      if (!last) break;
      this.#depth[last.mark]--;
      literal = last.literal;
      if (last.mark === mark) break;
    }
    const [opening, closing] = this.#pair(mark, manners);
    this.#quote = 'closing';
    this.#quoteEnd = offset + 1;
    if (literal) return mark;
    return opening === '«' && closing === '»' && manners.french ? '\u202F»' : closing;
  }

  /** The pair that a quote would have which begins or ends here. */
  #pair(mark: QuoteMark, { quotes: [primary, alternate] }: Manners): readonly [string, string] {
    if (mark === '"') return this.#depth['"'] % 2 === 0 ? primary : alternate;
    return alternate[0] === primary[0] && alternate[0] === '«' ? ['‘', '’'] : alternate;
  }
}

/** Whether a quote is one of two that have nothing between them. */
function isEmptyPair(text: string, offset: number, last: string): boolean {
  return [offset, offset - 1].some((at) => {
    if (text[at] !== text[offset] || text[at + 1] !== text[offset]) return false;
    const before = at === 0 ? last : (text[at - 1] ?? '');
    const after = text[at + 2] ?? '';
    return (isSpace(before) || /[([{=,:;/]/.test(before)) && !/[\p{L}\p{N}"'“‘([]/u.test(after);
  });
}

interface Place {
  readonly before: string;
  readonly after: string;
  /** The text from `after` on, at least its first word. */
  readonly next: string;
  readonly offset: number;
}

// Addresses come first, so that nothing within them is looked at.
const candidates =
  /(?:https?:\/\/|www\.|mailto:)[^\s"<>]*[^\s"<>'.,;:!?)]|(?<![^\s"'<>@])[^\s"'<>@]+@[^\s"'<>@]+\.\w+|["']|\.{3,}|-{2,}|(?<=«) | (?=[»;!?:])/g;

/** A quote that may end what `'` began. */
const closing = /[^\s'](?<!\\)'(?![\p{L}\p{N}])/gu;

/** The offset behind the last quote of a text, or of its source, that may end what `'` began. */
export function lastClosing(text: string): number | undefined {
  if (!text.includes("'")) return undefined;
  let last: number | undefined;
  for (const { index, 0: found } of text.matchAll(closing)) last = index + found.length;
  return last;
}

/** Words that begin with an apostrophe, in English and Dutch. */
const elision =
  /^(?:tis|twas|twere|twill|em|til|cause|round|bout|[nstkm])(?![\p{L}\p{N}'])|^n'(?![\p{L}\p{N}])/iu;

function dash(match: string, { before, after }: Place, manners: Manners): string {
  if (isSpace(before) && isSpace(after) && after !== '') {
    // At the head of a line it introduces who speaks, or who is quoted.
    return before === '' || before === '\n' ? '—' : manners.spacedDash;
  }
  if (match === '--') return /\p{N}/u.test(before) && /\p{N}/u.test(after) ? '–' : match;
  return /[\p{L}\p{N}\p{Pe}\p{Pf}"'.,!?…]/u.test(before) &&
    /[\p{L}\p{N}\p{Ps}\p{Pi}"'¿¡]/u.test(after)
    ? manners.joinedDash
    : match;
}

/** `…`, unless the points are a path's (`./...`) or spread something (`f(...list)`). */
function ellipsis({ before, after }: Place, beforeThat: string): string {
  const isPath = before === '/' || after === '/';
  const spreads = isWord(after) && (/[[{]/.test(before) || (before === '(' && isWord(beforeThat)));
  return isPath || spreads ? '...' : '…';
}

function frenchSpace(match: string, { before, next }: Place): string {
  if (before === '«' || next.startsWith('»') || /^[;!?]+(?:[\s»)"]|$)/.test(next)) return '\u202F';
  return /^:(?:\s|$)/.test(next) ? '\u00A0' : match;
}

function isAddress(match: string): boolean {
  return match.length > 1 && !/^[.-]/.test(match);
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{M}\p{N}\uD800-\uDFFF]/u.test(character);
}

/** The source behind a stretch as its reader sees it, roughly: without the marks of formatting. */
function visible(source: string): string {
  const text = source.replace(
    /^(?:[*_~]+|\]\([^)]*\)|\]\[[^\]]*\]|\[\^[^\]]*\]|<[^>]*>|[\][])+/,
    '',
  );
  return text.startsWith('`') || text.startsWith('$$') ? `x${text}` : text.replace(/^\\/, '');
}
