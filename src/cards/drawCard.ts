import type { ContainerNode } from '@takumi-rs/core';
import { cardSize } from './cardSize.ts';
import { type CardText, cardTextOf } from './cardText.ts';
import { type Fitted, fit, type Setting } from './fit.ts';
import { type Style, setText } from './nodes.ts';
import type { Typefaces } from './typefaces.ts';

/** Everything that a card shows. */
export interface CardContent {
  readonly kind: 'article' | 'note' | 'page' | 'journal';
  /** A title, or the beginning of an untitled note. */
  readonly text: string;
  /** Language of `text`. */
  readonly language: string;
  /** Stands in place of `text` where no typeface has any of it, as with a note that is one emoji. */
  readonly otherwise: string;
  /** Lines of the margin: when. */
  readonly margin: readonly string[];
  /** Lines below the text: the journal, who wrote. */
  readonly foot: readonly string[];
  /** Language of `margin` and `foot`. */
  readonly journalLanguage: string;
  readonly colours: CardColours;
}

/** `#rrggbb` each. */
export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
}

/** A card as a picture, and the signs that no typeface has. */
export interface DrawnCard {
  readonly png: Uint8Array;
  readonly missing: readonly string[];
}

/** The line down the card, and the room on both sides of it, in pixels from the side where the text begins. */
const ruleAt = 262;
const marginEnd = 222;
const textBegin = 302;
const textWidth = cardSize.width - textBegin - 64;
const textTop = 84;
const footSize = 34;
const footLeading = 46;
const footBottom = 566;

const titleSettings: readonly Setting[] = [
  { size: 92, lines: 3 },
  { size: 78, lines: 4 },
  { size: 66, lines: 4 },
  { size: 56, lines: 5 },
];
const noteSettings: readonly Setting[] = [
  { size: 62, lines: 4 },
  { size: 52, lines: 5 },
  { size: 46, lines: 6 },
];
const settings = {
  article: titleSettings,
  page: titleSettings,
  journal: titleSettings,
  note: noteSettings,
} as const satisfies Record<CardContent['kind'], readonly Setting[]>;

/** Draws cards: right of the line what was written and by whom, left of it when, as on the site's own pages. */
export class CardDrawer {
  readonly #typefaces: Typefaces;
  /** The lines of the margin and the foot: most cards have the same. */
  readonly #lines = new Map<string, Promise<Fitted>>();

  constructor(typefaces: Typefaces) {
    this.#typefaces = typefaces;
  }

  async draw(content: CardContent): Promise<DrawnCard> {
    const { kind, journalLanguage } = content;
    const { renderer } = this.#typefaces;
    const asked = await cardTextOf(content.text, content.language, this.#typefaces);
    const text =
      asked.text === ''
        ? await cardTextOf(content.otherwise, journalLanguage, this.#typefaces)
        : asked;
    const [title, margin, foot] = await Promise.all([
      fit(text, textWidth, settings[kind], renderer),
      this.#oneLiners(content.margin, journalLanguage, marginEnd - 20),
      this.#oneLiners(content.foot, journalLanguage, textWidth),
    ]);
    const node = layOut({ title, margin: seen(margin), foot: seen(foot) }, content.colours);
    const small = [...margin, ...foot].map((one) => one.text);
    // Not a mark would come out of a face that only another card asked for.
    const fontFamilies = [text, ...small].flatMap(({ faces }) => faces);
    const png = await renderer.render(node, { ...cardSize, format: 'png', fontFamilies });
    return { png, missing: [asked, ...small].flatMap((one) => one.missing) };
  }

  #oneLiners(lines: readonly string[], language: string, width: number): Promise<Fitted[]> {
    return Promise.all(
      lines.map((line) => {
        const key = `${language} ${width} ${line}`;
        const known = this.#lines.get(key) ?? this.#oneLiner(line, language, width);
        this.#lines.set(key, known);
        return known;
      }),
    );
  }

  async #oneLiner(line: string, language: string, width: number): Promise<Fitted> {
    const text = await cardTextOf(line, language, this.#typefaces);
    return fit(text, width, [{ size: footSize, lines: 1 }], this.#typefaces.renderer);
  }
}

function seen(lines: readonly Fitted[]): Fitted[] {
  return lines.filter(({ text }) => text.text !== '');
}

interface FittedTexts {
  readonly title: Fitted;
  readonly margin: readonly Fitted[];
  readonly foot: readonly Fitted[];
}

/** A card as a tree of boxes and texts, each where it belongs; of a title that runs right to left, mirrored. */
function layOut({ title, margin, foot }: FittedTexts, colours: CardColours): ContainerNode {
  const [begin, end] =
    title.text.direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const leading = leadingOf(title.text) * title.size;
  const firstBaseline = textTop + title.size * 0.78;
  const accentHeight = Math.round(leading * (title.lines - 1) + title.size * 0.82);
  const main = { [begin]: textBegin, width: textWidth, textAlign: begin };
  const aside = { [begin]: 0, width: marginEnd, textAlign: end };
  const small = (index: number) => ({ color: index === 0 ? colours.accent : colours.quiet });
  return {
    type: 'container',
    style: { ...cardSize, position: 'relative', backgroundColor: colours.paper },
    children: [
      bar({ [begin]: ruleAt - 1, width: 3, top: 0, height: cardSize.height }, colours.line),
      bar({ [begin]: ruleAt - 3, width: 7, top: textTop, height: accentHeight }, colours.accent),
      setText(title, firstBaseline, { ...main, lineHeight: `${leading}px`, color: colours.ink }),
      ...margin.map((line, index) =>
        setText(line, firstBaseline + index * footLeading, { ...aside, ...small(index) }),
      ),
      ...foot.map((line, index) => {
        const baseline = footBottom - (foot.length - 1 - index) * footLeading;
        return setText(line, baseline, { ...main, ...small(index) });
      }),
    ],
  };
}

/** Lines of scripts that fill their lines, or have marks above and below, stand further apart. */
function leadingOf({ text }: CardText): number {
  if (/[\p{Script=Thai}\p{Script=Devanagari}\p{Script=Arabic}]/u.test(text)) return 1.42;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
    ? 1.28
    : 1.16;
}

function bar(place: Style, backgroundColor: string): ContainerNode {
  return { type: 'container', style: { position: 'absolute', ...place, backgroundColor } };
}
