import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { create } from 'fontkitten';
import { type FontFile, fontFiles, fontPackages, leadingPackages, mayHold } from './fontPackage.ts';

/** Chinese, Japanese and Korean write many of the same characters, each in forms of its own. */
const hanPackages: Readonly<Record<string, string>> = {
  zh: '@fontsource-variable/noto-sans-sc',
  ja: '@fontsource-variable/noto-sans-jp',
  ko: '@fontsource-variable/noto-sans-kr',
};

/** What draws a grapheme cluster, and as much of the cluster as it can draw. */
export interface Drawable {
  readonly text: string;
  /** Under this name the renderer knows its file. */
  readonly face: string;
  /** Place of its typeface in the order of preference. */
  readonly rank: number;
  /** Place of its file among those of its typeface. */
  readonly part: number;
}

/** The typefaces of the packages that the project depends on. */
export function installedTypefaces(): Typefaces {
  return new Typefaces(fontPackages());
}

/**
 * The typefaces of the cards, out of npm packages: no font of the machine is used, so that a card is the same
 * everywhere. A script more is a package more in package.json, of those that are called `@fontsource-variable/noto-…`.
 */
export class Typefaces {
  /** Knows each file as a family of its own, so that what draws a text hangs on nothing that was drawn before it. */
  readonly renderer = new Renderer();
  readonly #orders = new Map<string, readonly string[]>();
  readonly #families: ReadonlyMap<string, readonly FontFile[]>;
  readonly #codePoints = new Map<FontFile, Promise<ReadonlySet<number>>>();
  readonly #drawables = new Map<string, Promise<Drawable | undefined>>();

  constructor(packageNames: readonly string[]) {
    this.#families = new Map(packageNames.map((name) => [name, fontFiles(name)]));
  }

  /**
   * What draws a grapheme cluster, marks that no face has left out; undefined where no face has its base. Typefaces
   * before the place `from` are passed over.
   */
  drawable(cluster: string, language: string, from = 0): Promise<Drawable | undefined> {
    const order = this.#orders.get(language) ?? this.#order(language);
    this.#orders.set(language, order);
    const key = `${order[2] ?? ''} ${from} ${cluster}`;
    const known = this.#drawables.get(key) ?? this.#find(cluster, order, from);
    this.#drawables.set(key, known);
    return known;
  }

  async #find(
    cluster: string,
    order: readonly string[],
    from: number,
  ): Promise<Drawable | undefined> {
    const codePoints = [...cluster].map((one) => one.codePointAt(0) ?? 0);
    const [base = 0] = codePoints;
    let best: Drawable | undefined;
    for (const [rank, name] of order.entries()) {
      if (rank < from) continue;
      for (const [part, file] of (this.#families.get(name) ?? []).entries()) {
        if (!mayHold(file, base)) continue;
        const has = await this.#load(file);
        if (!has.has(base)) continue;
        const drawn = codePoints.filter((one) => has.has(one) || isJoiner(one));
        const text = String.fromCodePoint(...drawn);
        const drawable = { text, face: nameOf(file), rank, part };
        if (drawn.length === codePoints.length) return drawable;
        best ??= drawable;
      }
    }
    return best;
  }

  /** The third is the one that the language prefers, or the first of the rest. */
  #order(language: string): string[] {
    const preferred = hanPackages[new Intl.Locale(language).language];
    const rest = [...this.#families.keys()].filter((name) => !leadingPackages.includes(name));
    return [
      ...leadingPackages,
      ...rest.filter((name) => name === preferred),
      ...rest.filter((name) => name !== preferred),
    ];
  }

  /** The code points that a file has, once the renderer knows it. */
  #load(file: FontFile): Promise<ReadonlySet<number>> {
    const known = this.#codePoints.get(file) ?? this.#register(file);
    this.#codePoints.set(file, known);
    return known;
  }

  async #register(file: FontFile): Promise<ReadonlySet<number>> {
    const data = await readFile(file.path);
    const font = create(data);
    if (font.isCollection) throw new Error(`${basename(file.path)} holds more than one typeface`);
    const codePoints = new Set(font.characterSet);
    const unicodeRange = [...file.ranges, ...marksAmong(codePoints)];
    await this.renderer.registerFont({ name: nameOf(file), data, unicodeRange });
    return codePoints;
  }
}

/** Marks go with their letter: the file that has that one may draw them, whatever other files are meant for them. */
function marksAmong(codePoints: ReadonlySet<number>): [first: number, last: number][] {
  const marks = [...codePoints].filter((one) => /\p{M}/u.test(String.fromCodePoint(one)));
  return marks.map((one) => [one, one]);
}

function nameOf(file: FontFile): string {
  return basename(file.path, '.woff2');
}

/** Joiner and non-joiner shape their neighbours and have no shape themselves. */
function isJoiner(codePoint: number): boolean {
  return codePoint === 0x200c || codePoint === 0x200d;
}
