import { Canvas, type CardColours } from './canvas.ts';
import { cardSize } from './cardSize.ts';
import { type CardText, cardTextOf } from './cardText.ts';
import { fit, type Setting } from './fit.ts';
import { type Lettering, letter, type Manner, release } from './lettering.ts';
import type { Fitted } from './nodes.ts';
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

/** A card as a picture, and the signs that no typeface has. */
export interface DrawnCard {
  readonly png: Uint8Array;
  readonly missing: readonly string[];
}

/** What stands below each other on a card, in pixels from the side where the text begins. */
interface Column {
  readonly from: number;
  readonly width: number;
}

const margin: Column = { from: 20, width: 202 };
const rule: Column = { from: 261, width: 3 };
const accent: Column = { from: 259, width: 7 };
const main: Column = { from: 302, width: cardSize.width - 302 - 64 };
const titleTop = 84;
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

/** A line of the margin or the foot. */
interface SmallLine {
  readonly text: CardText;
  readonly lettering: Lettering;
}

/** Draws cards: right of the line what was written and by whom, left of it when, as on the site's own pages. */
export class CardDrawer {
  readonly #typefaces: Typefaces;
  /** Those that no card is on. */
  readonly #canvases: Canvas[] = [];
  /** Most cards have the same. */
  readonly #lines = new Map<string, Promise<SmallLine>>();

  constructor(typefaces: Typefaces) {
    this.#typefaces = typefaces;
  }

  async draw(content: CardContent): Promise<DrawnCard> {
    const asked = await cardTextOf(content.text, content.language, this.#typefaces);
    const { journalLanguage: language } = content;
    const text =
      asked.text === '' ? await cardTextOf(content.otherwise, language, this.#typefaces) : asked;
    const [begin, end] = sidesOf(text);
    const [title, aside, foot] = await Promise.all([
      this.#title(text, settings[content.kind]),
      this.#small(content.margin, { language, width: margin.width, textAlign: end }),
      this.#small(content.foot, { language, width: main.width, textAlign: begin }),
    ]);
    const letterings = { title, aside: seen(aside), foot: seen(foot) };
    const canvas = this.#canvases.pop() ?? new Canvas();
    paint(canvas, letterings);
    release(title.lettering);
    const png = await canvas.png(content.colours);
    this.#canvases.push(canvas);
    const texts = [asked, ...[...aside, ...foot].map((one) => one.text)];
    return { png, missing: texts.flatMap((one) => one.missing) };
  }

  async #title(text: CardText, settings: readonly Setting[]): Promise<Title> {
    const { renderer } = this.#typefaces;
    const { width } = main;
    const fitted = await fit(text, width, settings, renderer);
    const [textAlign] = sidesOf(text);
    const leading = leadingOf(fitted.text) * fitted.size;
    const above = titleTop + fitted.size * 0.78;
    const lettering = await letter(fitted, { width, textAlign, leading, above }, renderer);
    return { ...fitted, leading, lettering, baseline: Math.round(above) };
  }

  #small(lines: readonly string[], manner: SmallManner): Promise<SmallLine[]> {
    return Promise.all(
      lines.map((line) => {
        const key = `${Object.values(manner).join(' ')} ${line}`;
        const known = this.#lines.get(key) ?? this.#smallLine(line, manner);
        this.#lines.set(key, known);
        return known;
      }),
    );
  }

  async #smallLine(line: string, { language, width, textAlign }: SmallManner): Promise<SmallLine> {
    const { renderer } = this.#typefaces;
    const text = await cardTextOf(line, language, this.#typefaces);
    const fitted = await fit(text, width, [{ size: footSize, lines: 1 }], renderer);
    const manner = { width, textAlign, leading: footLeading, above: 2 * footSize };
    return { text, lettering: await letter(fitted, manner, renderer) };
  }
}

type SmallManner = Pick<Manner, 'width' | 'textAlign'> & Pick<CardText, 'language'>;

interface Title extends Fitted {
  readonly leading: number;
  readonly baseline: number;
  readonly lettering: Lettering;
}

function seen(lines: readonly SmallLine[]): Lettering[] {
  return lines.filter(({ text }) => text.text !== '').map(({ lettering }) => lettering);
}

/** Where lines begin and where they end. */
function sidesOf({ direction }: CardText): ['left', 'right'] | ['right', 'left'] {
  return direction === 'rtl' ? ['right', 'left'] : ['left', 'right'];
}

interface Letterings {
  readonly title: Title;
  readonly aside: readonly Lettering[];
  readonly foot: readonly Lettering[];
}

/** Lays texts where they belong; of a title that runs right to left, mirrored. */
function paint(canvas: Canvas, { title, aside, foot }: Letterings): void {
  canvas.clear();
  const leftOf = ({ from, width }: Column) =>
    title.text.direction === 'rtl' ? cardSize.width - from - width : from;
  const column = (lines: readonly Lettering[], place: Column, first: number) => {
    for (const [index, lettering] of lines.entries()) {
      const top = first + index * footLeading;
      canvas.lay(lettering, { left: leftOf(place), top }, index === 0 ? 'accent' : 'quiet');
    }
  };
  const titleHeight = Math.round(title.leading * (title.lines - 1) + title.size * 0.82);
  canvas.bar({ left: leftOf(rule), top: 0 }, rule.width, cardSize.height, 'line');
  canvas.bar({ left: leftOf(accent), top: titleTop }, accent.width, titleHeight, 'accent');
  canvas.lay(title.lettering, { left: leftOf(main), top: title.baseline }, 'ink');
  column(aside, margin, title.baseline);
  column(foot, main, footBottom - (foot.length - 1) * footLeading);
}

/** Lines of scripts that fill their lines, or have marks above and below, stand further apart. */
function leadingOf({ text }: CardText): number {
  if (/[\p{Script=Thai}\p{Script=Devanagari}\p{Script=Arabic}]/u.test(text)) return 1.42;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
    ? 1.28
    : 1.16;
}
