import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pLimit from 'p-limit';
import { placeInOutput } from '../files/outputFolder.ts';
import { removeUnfinished } from '../files/unfinished.ts';
import { OtherThread } from '../threads/otherThread.ts';
import { sharesOf } from '../threads/shares.ts';
import type { Card } from './catalogue.ts';

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
export const missingSuffix = '.missing.txt';

/** How many cards the other thread is asked for at once: it tells after each share. */
const share = 20;

const filesAtOnce = 32;

type Tell = (drawn: number, all: number) => void;

/** Draws cards, each once in its life: they are kept between builds by the digest in their path. */
export class Cards {
  readonly #cache: string;
  #drawer: OtherThread<readonly Card[], void> | undefined;
  #begun: Promise<number> | undefined;
  #isAwaited = false;
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
   * Writes cards below `folder`, and tells now and then how many of how many are drawn.
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
    const drawn = await this.#finish(wanted, folder);
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
    const drawing = sharesOf(
      queue.map(([, card]) => card),
      share,
    ).map(async (cards) => {
      await this.#draw(cards);
      drawn += cards.length;
      this.#tell(drawn, queue.length);
    });
    await Promise.all(drawing);
    return queue.length;
  }

  /** Draws what is left, when what was begun is done; the process does not end before. */
  async #finish(wanted: ReadonlyMap<string, Card>, folder: string): Promise<number> {
    this.#isAwaited = true;
    this.#drawer?.hold();
    try {
      const begun = (await this.#begun) ?? 0;
      return begun + (await this.#drawAll(wanted, folder));
    } finally {
      this.#begun = undefined;
      this.#isAwaited = false;
      await this.#drawer?.end();
      this.#drawer = undefined;
    }
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
    if (!(await namesIn(this.#cache)).has(name)) await this.#draw([card]);
    return join(this.#cache, name);
  }

  /** Draws cards into the cache. The renderer and its fonts are loaded only where there is something to draw. */
  #draw(cards: readonly Card[]): Promise<void> {
    this.#drawer ??= new OtherThread(new URL('./cardWorker.ts', import.meta.url), this.#cache);
    if (this.#isAwaited) this.#drawer.hold();
    return this.#drawer.ask(cards);
  }
}

const cardFolder = '_images/cards';

function byName(cards: Iterable<Card>): Map<string, Card> {
  return new Map([...cards].map((card) => [basename(card.path), card]));
}

async function namesIn(folder: string): Promise<Set<string>> {
  return new Set(existsSync(folder) ? await readdir(folder) : []);
}
