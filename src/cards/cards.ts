import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import sharp, { type OutputInfo } from 'sharp';
import { placeInOutput } from '../loader/outputFolder.ts';
import type { Card } from './catalogue.ts';
import type { CardColours } from './drawCard.ts';
import { blends, encodeIndexedPng } from './indexedPng.ts';
import type { Typefaces } from './typefaces.ts';

/** What came of writing cards. */
export interface WrittenCards {
  /** Files of the output folder, from it, with `/`. */
  readonly files: readonly string[];
  /** How many had to be drawn; the others were drawn before. */
  readonly drawn: number;
  /** Cards in which signs are missing, since no typeface has them, whenever they were drawn. */
  readonly incomplete: readonly { readonly file: string; readonly letters: string }[];
}

/** Of the file beside a cached card that names what is missing in it. */
const missingSuffix = '.missing.txt';

/** More would only wait for each other: drawing and compressing take turns on a few threads. */
const atOnce = 4;

/** Draws cards, each once in its life: they are kept between builds by the digest in their path. */
export class Cards {
  readonly #cache: string;
  #typefaces: Promise<Typefaces> | undefined;

  constructor(cacheFolder: string) {
    this.#cache = join(cacheFolder, 'cards');
  }

  /**
   * Writes cards below `folder`, and tells before each that has to be drawn how many of how many are.
   *
   * @throws where one cannot be drawn; the message names the file that it is of.
   */
  async writeAll(
    cards: Iterable<Card>,
    folder: string,
    tell: (drawn: number, all: number) => void = () => undefined,
  ): Promise<WrittenCards> {
    const wanted = new Map([...cards].map((card) => [basename(card.path), card]));
    const target = join(folder, '_images/cards');
    await mkdir(target, { recursive: true });
    await mkdir(this.#cache, { recursive: true });
    const [there, cached] = await Promise.all([namesIn(target), namesIn(this.#cache)]);
    const queue = [...wanted].filter(([name]) => !there.has(name));
    const all = queue.filter(([name]) => !cached.has(name)).length;
    let drawn = 0;
    const work = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const [name, card] = next;
        if (!cached.has(name)) {
          tell(drawn++, all);
          await this.#draw(card);
        }
        await copyFile(join(this.#cache, name), await placeInOutput(target, name));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    const incomplete = await this.#incomplete(wanted);
    return { files: [...wanted.keys()].map((name) => `_images/cards/${name}`), drawn, incomplete };
  }

  async #incomplete(wanted: ReadonlyMap<string, Card>): Promise<WrittenCards['incomplete']> {
    const cached = await namesIn(this.#cache);
    const lacking = [...wanted].filter(([name]) => cached.has(`${name}${missingSuffix}`));
    return Promise.all(
      lacking.map(async ([name, { file }]) => ({
        file,
        letters: await readFile(join(this.#cache, `${name}${missingSuffix}`), 'utf8'),
      })),
    );
  }

  /** The file of one card, drawn now where it has not been; for the dev server. */
  async fileOf(card: Card): Promise<string> {
    await mkdir(this.#cache, { recursive: true });
    const name = basename(card.path);
    if (!(await namesIn(this.#cache)).has(name)) await this.#draw(card);
    return join(this.#cache, name);
  }

  /** Draws a card into the cache, with a file beside it that says which signs no typeface has. */
  async #draw({ content, file, path }: Card): Promise<void> {
    try {
      // Shaping and fonts are loaded only where there is something to draw.
      const { drawCard } = await import('./drawCard.ts');
      this.#typefaces ??= import('./typefaces.ts').then((module) => module.installedTypefaces());
      const { svg, missing } = await drawCard(content, await this.#typefaces);
      const { data, info } = await sharp(Buffer.from(svg))
        .raw()
        .toBuffer({ resolveWithObject: true });
      const png = await encodeIndexedPng({ data, ...sizeOf(info) }, coloursOf(content.colours));
      const cached = join(this.#cache, basename(path));
      // Before the card: where that is there, all is known of it.
      if (missing.length > 0)
        await writeFile(`${cached}${missingSuffix}`, [...new Set(missing)].join(''));
      const unfinished = `${cached}.${process.pid}.new`;
      await writeFile(unfinished, png);
      await rename(unfinished, cached);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The card of ${file} cannot be drawn: ${reason}`, { cause });
    }
  }
}

function sizeOf({ width, height, channels }: OutputInfo) {
  return { width, height, channels };
}

/** Sixteen: those of the card, and the soft edges of the shapes in the colours that letters have. */
function coloursOf({ paper, ink, quiet, line, accent }: CardColours): string[] {
  return [
    paper,
    ink,
    accent,
    quiet,
    line,
    ...blends(paper, ink, 6),
    ...blends(paper, accent, 3),
    ...blends(paper, quiet, 2),
  ];
}

async function namesIn(folder: string): Promise<Set<string>> {
  return new Set(await readdir(folder));
}
