import { Face } from './face.ts';
import {
  type FontFile,
  fontFiles,
  fontPackages,
  leadingPackages,
  mayHold,
  weight,
} from './fontPackage.ts';

/** Chinese, Japanese and Korean write many of the same characters, each in forms of its own. */
const hanPackages: Readonly<Record<string, string>> = {
  zh: '@fontsource-variable/noto-sans-sc',
  ja: '@fontsource-variable/noto-sans-jp',
  ko: '@fontsource-variable/noto-sans-kr',
};

/** What draws a grapheme cluster, and as much of the cluster as it can draw. */
export interface Drawable {
  readonly text: string;
  readonly face: Face;
  /** Place of its typeface in the order of preference. */
  readonly rank: number;
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
  readonly #families: ReadonlyMap<string, readonly FontFile[]>;
  readonly #faces = new Map<FontFile, Promise<Face>>();
  readonly #drawables = new Map<string, Promise<Drawable | undefined>>();

  constructor(packageNames: readonly string[]) {
    this.#families = new Map(packageNames.map((name) => [name, fontFiles(name)]));
  }

  /**
   * What draws a grapheme cluster, marks that no face has left out; undefined where no face has its base. Typefaces
   * before the place `from` are passed over.
   */
  drawable(cluster: string, language: string, from = 0): Promise<Drawable | undefined> {
    const order = this.#order(language);
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
      for (const file of this.#families.get(name) ?? []) {
        if (!mayHold(file, base)) continue;
        const face = await this.#load(file);
        if (!face.has(base)) continue;
        if (codePoints.every((one) => face.has(one) || isJoiner(one)))
          return { text: cluster, face, rank };
        best ??= { text: kept(codePoints, face), face, rank };
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

  #load(file: FontFile): Promise<Face> {
    const known = this.#faces.get(file) ?? Face.load(file.path, weight);
    this.#faces.set(file, known);
    return known;
  }
}

function kept(codePoints: readonly number[], face: Face): string {
  return String.fromCodePoint(...codePoints.filter((one) => face.has(one) || isJoiner(one)));
}

/** Joiner and non-joiner shape their neighbours and have no shape themselves. */
function isJoiner(codePoint: number): boolean {
  return codePoint === 0x200c || codePoint === 0x200d;
}
