import type { MeasuredNode, Node, Renderer } from '@takumi-rs/core';
import { type CardText, clustersOf, mayBreak } from './cardText.ts';
import { column, type Fitted, textNode } from './nodes.ts';

/** A size of type and how many lines of it there is room for. Pixels. */
export interface Setting {
  readonly size: number;
  readonly lines: number;
}

/**
 * Finds the largest of the settings in which a text fits whole into a width and no word has to be cut; in the smallest,
 * words are cut and the text ends with an ellipsis where it must.
 */
export async function fit(
  text: CardText,
  width: number,
  settings: readonly Setting[],
  renderer: Renderer,
): Promise<Fitted> {
  const ruler = new Ruler(text, width, renderer);
  let widest = 0;
  for (const { size, lines } of settings) {
    const { widestWord, ...block } = await ruler.whole(size);
    widest = widestWord;
    if (widest <= width / size && block.lines <= lines)
      return { text, size, ...block, isWhole: true };
  }
  return cutToFit(text, settings.at(-1) ?? { size: 16, lines: 1 }, widest, ruler);
}

async function cutToFit(
  text: CardText,
  { size, lines }: Setting,
  widest: number,
  ruler: Ruler,
): Promise<Fitted> {
  const cut = widest * size > ruler.width ? await withCutWords(text.text, size, ruler) : text.text;
  const needed = async (part: string) => (await ruler.block(part, size)).lines;
  const shown = (await needed(cut)) <= lines ? cut : await shortened(cut, lines, needed);
  return {
    text: { ...text, text: shown },
    size,
    ...(await ruler.block(shown, size)),
    isWhole: false,
  };
}

/** As many words of a text as fit with an ellipsis behind them and, where that would leave a line empty, a part of the next. */
async function shortened(
  text: string,
  lines: number,
  needed: (part: string) => Promise<number>,
): Promise<string> {
  const within = async (pieces: readonly string[]) => {
    const part = (count: number) =>
      `${pieces
        .slice(0, count)
        .join('')
        .replace(/[\s\p{P}\p{Cf}]+$/u, '')}…`;
    return part(
      await longest(pieces.length, async (count) => (await needed(part(count))) <= lines),
    );
  };
  const words = await within(text.split(wordEnd));
  return (await needed(words)) === lines ? words : within(clustersOf(text));
}

/** Lines below each other. */
type Block = Pick<Fitted, 'lines' | 'breadth'>;

/** In which widths are measured. */
const lone = { fontSize: 100 } as const;

/** In which lines are counted, as a part of the font's size. */
const lineHeight = 2;

function shapeOf(measured: MeasuredNode | undefined, size: number): Block {
  const { height = 0, runs = [] } = measured ?? {};
  const begin = Math.min(...runs.map(({ x }) => x));
  const end = Math.max(...runs.map(({ x, width }) => x + width));
  return { lines: Math.round(height / (lineHeight * size)), breadth: Math.max(0, end - begin) };
}

/** Measures parts of one text. */
class Ruler {
  readonly width: number;
  readonly #text: CardText;
  readonly #renderer: Renderer;

  constructor(text: CardText, width: number, renderer: Renderer) {
    this.width = width;
    this.#text = text;
    this.#renderer = renderer;
  }

  /** How many lines a part needs, and how long they become. */
  async block(part: string, size: number): Promise<Block> {
    const [block] = await this.#measure([this.#blockOf(part, size)]);
    return shapeOf(block, size);
  }

  /** The same of the whole text, and the width of its widest word as a part of the font's size. */
  async whole(size: number): Promise<Block & { readonly widestWord: number }> {
    const { text } = this.#text;
    const words = textNode(this.#text, wordsOf(text).join('\n'), { ...lone, whiteSpace: 'pre' });
    const [block, widest] = await this.#measure([this.#blockOf(text, size), words]);
    return { ...shapeOf(block, size), widestWord: (widest?.width ?? 0) / lone.fontSize };
  }

  /** The width of parts, each on one line, as a part of the font's size. */
  async widths(parts: readonly string[]): Promise<number[]> {
    const style = { ...lone, whiteSpace: 'nowrap' } as const;
    const measured = await this.#measure(parts.map((part) => textNode(this.#text, part, style)));
    return measured.map(({ width }) => width / lone.fontSize);
  }

  #blockOf(part: string, size: number): Node {
    const style = { width: this.width, fontSize: size, lineHeight: `${lineHeight * size}px` };
    return textNode(this.#text, part, style);
  }

  async #measure(children: Node[]) {
    const { faces } = this.#text;
    const measured = await this.#renderer.measure(column(children), { fontFamilies: [...faces] });
    return measured.children;
  }
}

const wordEnd = new RegExp(`(?<=[ ${mayBreak}])`, 'u');

function wordsOf(text: string): string[] {
  return text.split(wordEnd).map((word) => word.replace(/[ \u200b]$/, ''));
}

/** Cuts the words that are longer than a line into parts that are not, with a hyphen between letters. */
async function withCutWords(text: string, size: number, ruler: Ruler): Promise<string> {
  const words = text.split(wordEnd);
  const widths = await ruler.widths(words.map((word) => word.trimEnd()));
  const cut = words.map((word, at) =>
    (widths[at] ?? 0) * size > ruler.width ? cutWord(word, size, ruler) : word,
  );
  return (await Promise.all(cut)).join('');
}

async function cutWord(word: string, size: number, ruler: Ruler): Promise<string> {
  let rest = clustersOf(word);
  const parts: string[] = [];
  while (rest.length > 0) {
    const part = (count: number) => {
      const hyphen = hyphenates(rest[count - 1]) && hyphenates(rest[count]) ? '-' : '';
      return rest.slice(0, count).join('') + hyphen;
    };
    const end = await longest(rest.length, async (count) => {
      const [width = 0] = await ruler.widths([part(count).trimEnd()]);
      return width * size <= ruler.width;
    });
    parts.push(part(Math.max(1, end)));
    rest = rest.slice(Math.max(1, end));
  }
  return parts.join(mayBreak);
}

function hyphenates(cluster: string | undefined): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(cluster ?? '');
}

/** The greatest number up to `most` that fits; smaller ones fit where a greater one does. */
async function longest(most: number, fits: (count: number) => Promise<boolean>): Promise<number> {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
