import { readFile } from 'node:fs/promises';
import { Blob, Buffer, Direction, Font, Face as Sfnt, shape, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

/** A glyph of a shaped text: its outline as SVG path data (y upwards) and where it stands. */
export interface Glyph {
  readonly outline: string;
  readonly x: number;
  readonly y: number;
}

/** A shaped text. All lengths are parts of the font's size. */
export interface ShapedText {
  readonly glyphs: readonly Glyph[];
  readonly width: number;
  /** What outlines are multiplied with to be parts of the font's size. */
  readonly outlineScale: number;
}

/** Breaking one text into lines shapes its parts again and again; the next text has others. */
const rememberedTexts = 2000;

/** One file of a typeface, ready to shape. */
export class Face {
  readonly #font: Font;
  readonly #unitsPerEm: number;
  readonly #outlines = new Map<number, string>();
  readonly #shaped = new Map<string, ShapedText>();

  private constructor(font: Font, unitsPerEm: number) {
    this.#font = font;
    this.#unitsPerEm = unitsPerEm;
  }

  /** Loads a WOFF2 file; a variable one is set to the given weight. */
  static async load(path: string, weight: number): Promise<Face> {
    const sfnt = new Sfnt(new Blob(await decompress(await readFile(path))));
    const font = new Font(sfnt);
    font.setVariations([new Variation('wght', weight)]);
    return new Face(font, sfnt.upem);
  }

  has(codePoint: number): boolean {
    return this.#font.nominalGlyph(codePoint) !== undefined;
  }

  /** Shapes a text of one script and one direction; `language` chooses among regional forms. */
  shape(text: string, direction: 'ltr' | 'rtl', language: string): ShapedText {
    const key = `${direction} ${language} ${text}`;
    const known = this.#shaped.get(key) ?? this.#shape(text, direction, language);
    if (this.#shaped.size >= rememberedTexts) this.#shaped.clear();
    this.#shaped.set(key, known);
    return known;
  }

  #shape(text: string, direction: 'ltr' | 'rtl', language: string): ShapedText {
    const buffer = new Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR);
    buffer.setLanguage(language);
    shape(this.#font, buffer);
    const positions = buffer.getGlyphPositions();
    let pen = 0;
    const glyphs = buffer.getGlyphInfos().map(({ codepoint: glyph }, at) => {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
      const x = (pen + xOffset) / this.#unitsPerEm;
      pen += xAdvance;
      return { outline: this.#outline(glyph), x, y: yOffset / this.#unitsPerEm };
    });
    return { glyphs, width: pen / this.#unitsPerEm, outlineScale: 1 / this.#unitsPerEm };
  }

  #outline(glyph: number): string {
    const known =
      this.#outlines.get(glyph) ??
      this.#font.glyphToPath(glyph).replace(/-?\d+\.\d+/g, (number) => `${Math.round(+number)}`);
    this.#outlines.set(glyph, known);
    return known;
  }
}
