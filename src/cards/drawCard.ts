import type { ContainerNode } from '@takumi-rs/core';
import { cardSize } from './cardSize.ts';
import { type CardText, cardTextOf } from './cardText.ts';
import { fit, type Setting } from './fit.ts';
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

/** Draws a card: right of the line what was written and by whom, left of it when, as on the site's own pages. */
export async function drawCard(content: CardContent, typefaces: Typefaces): Promise<DrawnCard> {
  const { node, missing } = await layOut(content, typefaces);
  const png = await typefaces.renderer.render(node, { ...cardSize, format: 'png' });
  return { png, missing };
}

/** A card as a tree of boxes and texts, each where it belongs. */
async function layOut(
  content: CardContent,
  typefaces: Typefaces,
): Promise<Pick<DrawnCard, 'missing'> & { readonly node: ContainerNode }> {
  const { colours, kind, journalLanguage } = content;
  const small = (line: string) => cardTextOf(line, journalLanguage, typefaces);
  const asked = await cardTextOf(content.text, content.language, typefaces);
  const text = asked.text === '' ? await small(content.otherwise) : asked;
  const [margin, foot] = await Promise.all(
    [content.margin, content.foot].map((lines) => Promise.all(lines.map(small))),
  );
  const title = await fit(text, textWidth, settings[kind], typefaces.renderer);
  const oneLine = (lines: readonly CardText[], width: number) =>
    Promise.all(
      lines
        .filter((line) => line.text !== '')
        .map((line) => fit(line, width, [{ size: footSize, lines: 1 }], typefaces.renderer)),
    );
  const marginLines = await oneLine(margin ?? [], marginEnd - 20);
  const footLines = await oneLine(foot ?? [], textWidth);
  const begin = text.direction === 'rtl' ? 'right' : 'left';
  const leading = leadingOf(text) * title.size;
  const firstBaseline = textTop + title.size * 0.78;
  const colourOf = (index: number) => (index === 0 ? colours.accent : colours.quiet);
  const children = [
    bar(begin, ruleAt - 1, 3, { top: 0, height: cardSize.height, backgroundColor: colours.line }),
    bar(begin, ruleAt - 3, 7, {
      top: textTop,
      height: Math.round(leading * (title.lines - 1) + title.size * 0.82),
      backgroundColor: colours.accent,
    }),
    setText(title, firstBaseline, {
      [begin]: textBegin,
      width: textWidth,
      textAlign: begin,
      lineHeight: `${leading}px`,
      color: colours.ink,
    }),
    ...marginLines.map((line, index) =>
      setText(line, firstBaseline + index * footLeading, {
        [begin]: 0,
        width: marginEnd,
        textAlign: begin === 'left' ? 'right' : 'left',
        color: colourOf(index),
      }),
    ),
    ...footLines.map((line, index, all) =>
      setText(line, footBottom - (all.length - 1 - index) * footLeading, {
        [begin]: textBegin,
        width: textWidth,
        textAlign: begin,
        color: colourOf(index),
      }),
    ),
  ];
  const style = { ...cardSize, position: 'relative', backgroundColor: colours.paper };
  return {
    node: { type: 'container', style, children },
    missing: [asked, ...(margin ?? []), ...(foot ?? [])].flatMap((one) => one.missing),
  };
}

/** Lines of scripts that fill their lines, or have marks above and below, stand further apart. */
function leadingOf({ text }: CardText): number {
  if (/[\p{Script=Thai}\p{Script=Devanagari}\p{Script=Arabic}]/u.test(text)) return 1.42;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
    ? 1.28
    : 1.16;
}

/** A bar that begins `at` pixels from a side. */
function bar(side: 'left' | 'right', at: number, width: number, style: Style): ContainerNode {
  return { type: 'container', style: { position: 'absolute', [side]: at, width, ...style } };
}
