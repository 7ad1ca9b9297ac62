import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pLimit from 'p-limit';
import { placeInOutput } from '../files/outputFolder.ts';
import { replaceFile } from '../files/replaceFile.ts';
import { removeUnfinished } from '../files/unfinished.ts';
import type { Card } from './catalogue.ts';
import type { CardDrawer } from './drawCard.ts';

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

/** Pages, when they are written meanwhile, wait for the same four threads (https://docs.libuv.org/en/v1.x/threadpool.html). */
const drawnAtOnce = 2;
const filesAtOnce = 32;

type Tell = (drawn: number, all: number) => void;

/** Draws cards, each once in its life: they are kept between builds by the digest in their path. */
export class Cards {
  readonly #cache: string;
  #drawer: Promise<CardDrawer> | undefined;
  #begun: Promise<number> | undefined;
  #tell: Tell = () => undefined;

  constructor(cacheFolder: string) {
    this.#cache = join(cacheFolder, 'cards');
  }

  /** Begins to draw what {@link writeAll} will need, off the main thread. */
  begin(cards: Iterable<Card>, folder: string): void {
    if (existsSync(this.#cache)) removeUnfinished(this.#cache);
    this.#begun = this.#drawAll(byName(cards), folder);
    // It is thrown where the cards are written; a build that ends before has an error of its own.
    this.#begun.catch(() => undefined);
  }

  /**
   * Writes cards below `folder`, and tells before each that has to be drawn how many of how many are.
   *
   * @throws where one cannot be drawn; the message names the file that it is of.
   */
  async writeAll(
    cards: Iterable<Card>,
    folder: string,
    tell: Tell = () => undefined,
  ): Promise<WrittenCards> {
    this.#tell = tell;
    const wanted = byName(cards);
    const begun = (await this.#begun) ?? 0;
    this.#begun = undefined;
    const drawn = begun + (await this.#drawAll(wanted, folder));
    const target = join(folder, cardFolder);
    await mkdir(target, { recursive: true });
    const there = await namesIn(target);
    const absent = [...wanted.keys()].filter((name) => !there.has(name));
    await pLimit(filesAtOnce).map(absent, async (name) =>
      copyFile(join(this.#cache, name), await placeInOutput(target, name)),
    );
    const incomplete = await this.#incomplete(wanted);
    return { files: [...wanted.keys()].map((name) => `${cardFolder}/${name}`), drawn, incomplete };
  }

  /** Draws those that are neither in the output folder nor in the cache, and counts them. */
  async #drawAll(wanted: ReadonlyMap<string, Card>, folder: string): Promise<number> {
    const [there, cached] = await Promise.all([
      namesIn(join(folder, cardFolder)),
      namesIn(this.#cache),
    ]);
    const queue = [...wanted].filter(([name]) => !there.has(name) && !cached.has(name));
    let drawn = 0;
    await pLimit(drawnAtOnce).map(queue, async ([, card]) => {
      this.#tell(drawn++, queue.length);
      await this.#draw(card);
    });
    return queue.length;
  }

  async #incomplete(wanted: ReadonlyMap<string, Card>): Promise<WrittenCards['incomplete']> {
    const cached = await namesIn(this.#cache);
    const lacking = [...wanted].filter(([name]) => cached.has(`${name}${missingSuffix}`));
    return pLimit(filesAtOnce).map(lacking, async ([name, { file }]) => ({
      file,
      letters: await readFile(join(this.#cache, `${name}${missingSuffix}`), 'utf8'),
    }));
  }

  /** The file of one card, drawn now where it has not been; for the dev server. */
  async fileOf(card: Card): Promise<string> {
    const name = basename(card.path);
    if (!(await namesIn(this.#cache)).has(name)) await this.#draw(card);
    return join(this.#cache, name);
  }

  /** Draws a card into the cache, with a file beside it that says which signs no typeface has. */
  async #draw({ content, file, path }: Card): Promise<void> {
    try {
      this.#drawer ??= installedDrawer();
      const { png, missing } = await (await this.#drawer).draw(content);
      await mkdir(this.#cache, { recursive: true });
      const cached = join(this.#cache, basename(path));
      // Before the card: where that is there, all is known of it.
      if (missing.length > 0)
        await writeFile(`${cached}${missingSuffix}`, [...new Set(missing)].join(''));
      replaceFile(cached, png);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The card of ${file} cannot be drawn: ${reason}`, { cause });
    }
  }
}

/** The renderer and its fonts are loaded only where there is something to draw. */
async function installedDrawer(): Promise<CardDrawer> {
  const { CardDrawer } = await import('./drawCard.ts');
  const { installedTypefaces } = await import('./typefaces.ts');
  return new CardDrawer(installedTypefaces());
}

const cardFolder = '_images/cards';

function byName(cards: Iterable<Card>): Map<string, Card> {
  return new Map([...cards].map((card) => [basename(card.path), card]));
}

async function namesIn(folder: string): Promise<Set<string>> {
  return new Set(existsSync(folder) ? await readdir(folder) : []);
}
