import { slug as githubSlug } from 'github-slugger';
import { decoded } from './contentPath.ts';
import { plainSlug } from './slug.ts';

/** Whose rule the ids of headings follow, so that links to them stay when a journal moves in. */
export const headingRuleNames = ['scrollback', 'github', 'hugo', 'markdown-it'] as const;

/** One of {@link headingRuleNames}. */
export type HeadingRule = (typeof headingRuleNames)[number];

/** A heading as rules look at it. */
export interface HeadingText {
  /** Its words as they are read, code among them; neither what pictures show nor tags. */
  readonly words: string;
  /** Its last line as it is typed in Markdown, without the signs that make it a heading. */
  readonly source: string;
}

interface Rule {
  /** The id of the first heading of its kind; empty for one that has none. */
  base(heading: HeadingText): string;
  /** The number behind the id of the second one. */
  readonly second: number;
}

/**
 * - `scrollback`: `Über uns` is `über-uns`, the second one `über-uns-2`.
 * - `github`: that of https://github.com/Flet/github-slugger, which github.com, Docusaurus and Astro share.
 * - `hugo`: that of Hugo's `autoHeadingIDType: github` (gohugoio/hugo, markup/goldmark/autoid.go), which is given the
 *   Markdown of the heading's last line, addresses of links and all (yuin/goldmark, `generateAutoHeadingID`). Letters and
 *   digits stay, and `_`; combining marks go.
 * - `markdown-it`: the default of https://github.com/valeriangalliat/markdown-it-anchor from version 6 on, which many
 *   journals made with Eleventy have. Its ids are percent-encoded as they stand in the page.
 */
const rules: Readonly<Record<HeadingRule, Rule>> = {
  scrollback: { base: ({ words }) => plainSlug(words, 'section'), second: 2 },
  github: { base: ({ words }) => githubSlug(words), second: 1 },
  hugo: { base: ({ source }) => hugoId(source) || 'heading', second: 1 },
  'markdown-it': {
    base: ({ words }) =>
      encodeURIComponent(words.toWellFormed().trim().toLowerCase().replace(/\s+/g, '-')),
    second: 1,
  },
};

// Go knows no context: the last sigma of a word is one like any other, and of what JavaScript makes two letters, it makes one.
function hugoId(source: string): string {
  const signs = [...source.trim()].map((sign) => {
    if (sign === '-' || sign === ' ') return '-';
    return /[\p{L}\p{Nd}_]/u.test(sign) ? ([...sign.toLowerCase()][0] ?? '') : '';
  });
  return signs.join('');
}

/** The ids of the headings of one document, in their order. */
export class HeadingIds {
  readonly #rule: Rule;
  /** Which number the next heading of the same id may have. */
  readonly #next = new Map<string, number>();

  constructor(rule: HeadingRule) {
    this.#rule = rules[rule];
  }

  /** The id of the next heading, which nothing has of which `isTaken` says so; empty for one that has none. */
  next(heading: HeadingText, isTaken: (id: string) => boolean): string {
    const base = this.#rule.base(heading);
    let number = this.#next.get(base) ?? this.#rule.second;
    let id = base;
    for (; isTaken(id); number++) id = `${base}-${number}`;
    this.#next.set(base, number);
    return id;
  }
}

/** The decoded id that the first heading of some words has, be they typed as words or as Markdown. */
export function headingFragment(rule: HeadingRule, typed: string): string {
  return decoded(rules[rule].base({ words: typed, source: typed }));
}
