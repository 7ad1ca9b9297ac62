import { cardSize } from './cardSize.ts';
import { type Fitted, fit, type Setting } from './fit.ts';
import type { Line } from './line.ts';
import { type Paragraph, paragraphOf } from './paragraph.ts';
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

/** A card as a drawing, and the signs that no typeface has. */
export interface DrawnCard {
  /** SVG of shapes alone: there is no text in it that a machine would set in a font of its own. */
  readonly svg: string;
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

/** Draws a card: right of the line what was written and by whom, left of it when, as on the site's own pages. */
export async function drawCard(content: CardContent, typefaces: Typefaces): Promise<DrawnCard> {
  const { colours, kind } = content;
  const asked = await paragraphOf(content.text, content.language, typefaces);
  const text =
    asked.clusters.length > 0
      ? asked
      : await paragraphOf(content.otherwise, content.journalLanguage, typefaces);
  const fitted = await fit(text, textWidth, settings[kind], typefaces);
  const mirror = text.direction === 'rtl';
  const small = (line: string) => paragraphOf(line, content.journalLanguage, typefaces);
  const margin = await Promise.all(content.margin.map(small));
  const foot = await Promise.all(content.foot.map(small));
  const fittedFoot = await Promise.all(
    foot.map((line) => fit(line, textWidth, [{ size: footSize, lines: 1 }], typefaces)),
  );
  const fittedMargin = await Promise.all(
    margin.map((line) => fit(line, marginEnd - 20, [{ size: footSize, lines: 1 }], typefaces)),
  );
  const leading = leadingOf(text) * fitted.size;
  const firstBaseline = textTop + fitted.size * 0.78;
  const at = (x: number) => (mirror ? cardSize.width - x : x);
  const begin = mirror ? 'end' : 'begin';
  const end = mirror ? 'begin' : 'end';
  const parts = [
    rectangle(0, 0, cardSize.width, cardSize.height, colours.paper),
    rectangle(at(ruleAt) - 1, 0, 3, cardSize.height, colours.line),
    rectangle(
      at(ruleAt) - 3,
      textTop,
      7,
      Math.round(leading * (fitted.lines.length - 1) + fitted.size * 0.82),
      colours.accent,
    ),
    ...fitted.lines.map((line, index) =>
      setLine(
        line,
        fitted.size,
        at(textBegin),
        firstBaseline + index * leading,
        begin,
        colours.ink,
      ),
    ),
    ...oneLiners(fittedMargin).map((line, index) =>
      setLine(
        line,
        footSize,
        at(marginEnd),
        firstBaseline + index * footLeading,
        end,
        index === 0 ? colours.accent : colours.quiet,
      ),
    ),
    ...oneLiners(fittedFoot).map((line, index, all) =>
      setLine(
        line,
        footSize,
        at(textBegin),
        footBottom - (all.length - 1 - index) * footLeading,
        begin,
        index === 0 ? colours.accent : colours.quiet,
      ),
    ),
  ];
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">${parts.join('')}</svg>`,
    missing: [asked, ...margin, ...foot].flatMap((one) => one.missing),
  };
}

/** Lines of scripts that fill their lines, or have marks above and below, stand further apart. */
function leadingOf({ clusters }: Paragraph): number {
  const has = (script: RegExp) => clusters.some(({ text }) => script.test(text));
  if (has(/[\p{Script=Thai}\p{Script=Devanagari}\p{Script=Arabic}]/u)) return 1.42;
  return has(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u)
    ? 1.28
    : 1.16;
}

function oneLiners(fitted: readonly Fitted[]): Line[] {
  return fitted.flatMap(({ lines }) => lines.slice(0, 1));
}

function rectangle(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

/** A line whose left (`begin`) or right (`end`) edge is at `x` and whose baseline is at `y`. */
function setLine(
  line: Line,
  size: number,
  x: number,
  y: number,
  edge: 'begin' | 'end',
  fill: string,
): string {
  const left = edge === 'begin' ? x : x - line.width * size;
  const glyphs = line.runs.flatMap((run) =>
    run.glyphs
      .filter(({ outline }) => outline !== '')
      .map((glyph) => {
        const scale = short(size * run.outlineScale, 5);
        const dx = short(left + (run.x + glyph.x) * size, 2);
        const dy = short(y - glyph.y * size, 2);
        return `<path transform="matrix(${scale} 0 0 -${scale} ${dx} ${dy})" d="${glyph.outline}"/>`;
      }),
  );
  return `<g fill="${fill}">${glyphs.join('')}</g>`;
}

function short(number: number, digits: number): number {
  return Number(number.toFixed(digits));
}
