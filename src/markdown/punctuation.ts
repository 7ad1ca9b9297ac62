/** How a language sets quotation marks and dashes. */
interface Manners {
  /** Opening and closing marks for `"`, then for `"` within `"` and for `'`. */
  readonly quotes: readonly [readonly [string, string], readonly [string, string]];
  /** For ` -- `. */
  readonly spacedDash: string;
  /** For `word---word`. */
  readonly joinedDash: string;
  /** Whether a space before `!` and the like, or within `«»`, must not break. */
  readonly french: boolean;
}

/**
 * Quotation marks by language: primary pair, then alternate pair, as in the delimiters of the Unicode CLDR. Two depart
 * from it: Swiss German has the marks that are printed there, and Dutch tells `"` and `'` apart. A language that is not
 * here has those of English.
 */
const delimiters: Readonly<Record<string, string>> = {
  ar: '”“’‘',
  be: '«»„“',
  bg: '„“‚‘',
  ca: '«»“”',
  cs: '„“‚‘',
  de: '„“‚‘',
  'de-ch': '«»‹›',
  'de-li': '«»‹›',
  el: '«»“”',
  en: '“”‘’',
  es: '«»“”',
  et: '„“‚‘',
  fa: '«»‹›',
  fi: '””’’',
  fr: '«»«»',
  'fr-ch': '«»‹›',
  he: '””’’',
  hr: '„“‚‘',
  hu: '„”»«',
  is: '„“‚‘',
  it: '«»“”',
  'it-ch': '«»‹›',
  lt: '„“‚‘',
  nb: '«»‘’',
  nn: '«»‘’',
  no: '«»‘’',
  pl: '„”«»',
  'pt-pt': '«»“”',
  ro: '„”«»',
  ru: '«»„“',
  sk: '„“‚‘',
  sl: '„“‚‘',
  sr: '„”’’',
  sv: '””’’',
  uk: '«»„“',
};

/** Languages that part with a spaced en dash; the others have the em dash. */
const enDash = new Set(
  'cs da de et fi fr hr hu is it lt lv nb nl nn no pl ro sk sl sr sv'.split(' '),
);

/** Languages whose own marks a keyboard types as they are. */
const untouched = new Set(['ja', 'yue', 'zh']);

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
  /** What comes behind it in the same block. */
  ahead?(): string;
}

/** An open quotation. One that is `literal` stays as it was typed, and so does its end. */
interface Open {
  readonly mark: string;
  readonly literal: boolean;
}

/**
 * Sets quotes, dashes and ellipses in a text that comes in stretches, as formatting cuts it: quotes pair from one stretch
 * to the next. {@link begin} starts a new block, across which nothing pairs.
 */
export class Typesetter {
  readonly #manners: Manners | undefined;
  #open: Open[] = [];
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
    this.skip('');
  }

  /** Notes what stands between two stretches: code counts as a letter, formatting as nothing. */
  skip(last: string): void {
    this.#last = last;
    this.#quoteEnd = -1;
  }

  /** The stretch as it is to be shown. */
  set({ text, isLiteral = () => false, ahead = () => '' }: Stretch): string {
    const manners = this.#manners;
    if (!manners) return text;
    const last = this.#last;
    const result = text.replace(candidates, (match: string, offset: number) => {
      if (match.length > 3 || isAddress(match)) return match;
      for (let index = 0; index < match.length; index++)
        if (isLiteral(offset + index)) return match;
      const before = offset === 0 ? last : (text[offset - 1] ?? '');
      const next = text.slice(offset + match.length) || visible(ahead());
      const place: Place = { before, after: next[0] ?? '', next, offset };
      switch (match[0]) {
        case '"':
          return this.#double(place, manners);
        case "'":
          return this.#single(place, manners, () => text.slice(offset + 1) + ahead());
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
    const isOpen = this.#open.some((one) => one.mark === '"');
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

  #single(place: Place, manners: Manners, rest: () => string): string {
    const { before, after, next } = place;
    if (!this.#isAtStart(place)) {
      if (isWord(before) && isWord(after)) return /^\d+"/.test(next) ? "'" : '’';
      if (this.#open.some((one) => one.mark === "'")) return this.#end("'", place, manners);
      return /\p{N}/u.test(before) && !isWord(after) ? "'" : '’';
    }
    if (isSpace(after)) return "'";
    if (/^\d\d/.test(next) || elision.test(next)) return '’';
    return closing.test(rest()) ? this.#begin("'", place, manners, false) : '’';
  }

  #isAtStart({ before, offset }: Place): boolean {
    if (offset === this.#quoteEnd) return this.#quote === 'opening';
    return isSpace(before) || /[([{<«„“‘‚/¿¡]/.test(before);
  }

  #begin(mark: string, { offset }: Place, manners: Manners, literal: boolean): string {
    const [opening, closing] = this.#pair(mark, manners);
    this.#open.push({ mark, literal });
    this.#quote = 'opening';
    this.#quoteEnd = offset + 1;
    if (literal) return mark;
    return opening === '«' && closing === '»' && manners.french ? '«\u202F' : opening;
  }

  #end(mark: string, { offset }: Place, manners: Manners): string {
    const at = this.#open.findLastIndex((one) => one.mark === mark);
    const literal = this.#open[at]?.literal ?? false;
    if (at !== -1) this.#open.splice(at);
    const [opening, closing] = this.#pair(mark, manners);
    this.#quote = 'closing';
    this.#quoteEnd = offset + 1;
    if (literal) return mark;
    return opening === '«' && closing === '»' && manners.french ? '\u202F»' : closing;
  }

  /** The pair that a quote would have which begins or ends here. */
  #pair(mark: string, { quotes: [primary, alternate] }: Manners): readonly [string, string] {
    const depth = this.#open.filter((one) => one.mark === '"').length;
    if (mark === '"') return depth % 2 === 0 ? primary : alternate;
    return alternate[0] === primary[0] && alternate[0] === '«' ? ['‘', '’'] : alternate;
  }
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
  /(?:https?:\/\/|www\.|mailto:)[^\s"<>]*[^\s"<>'.,;:!?)]|[^\s"'<>@]+@[^\s"'<>@]+\.\w+|["']|\.{3,}|-{2,}|(?<=«) | (?=[»;!?:])/g;

/** A quote that may end what `'` began. */
const closing = /[^\s'](?<!\\)'(?![\p{L}\p{N}])/u;

/** Words that begin with an apostrophe, in English and Dutch. */
const elision =
  /^(?:tis|twas|twere|twill|em|til|cause|round|bout|[nstkm])(?![\p{L}\p{N}'])|^n'(?![\p{L}\p{N}])/iu;

function mannersOf(tag: string): Manners | undefined {
  const name = tag.toLowerCase();
  const language = name.split('-')[0] ?? name;
  if (untouched.has(language)) return undefined;
  const [a = '', b = '', c = '', d = ''] = delimiters[name] ?? delimiters[language] ?? '“”‘’';
  const isBritish = /^en-(gb|au|nz|ie)\b/.test(name);
  return {
    quotes: [
      [a, b],
      [c, d],
    ],
    spacedDash: isBritish || enDash.has(language) ? '–' : '—',
    joinedDash: enDash.has(language) ? ' – ' : /^(be|bg|ru|uk)$/.test(language) ? ' — ' : '—',
    french: language === 'fr' && name !== 'fr-ch',
  };
}

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
