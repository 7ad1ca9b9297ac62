import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pLimit from 'p-limit';
import { KeptFolder } from '../files/keptFolder.ts';
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

/** What the other thread is asked for. */
export interface Asked {
  readonly cards: readonly Card[];
  /** A folder that they are wanted in, too. */
  readonly target?: string;
}

/** Of the file beside a cached card that names what is missing in it. */
export const missingSuffix = '.missing.txt';

/** How many cards the other thread is asked for at once: it tells after each share. */
const share = 20;

const filesAtOnce = 32;

type Tell = (drawn: number, all: number) => void;

/** Draws cards, each once in its life: they are kept between builds by the digest in their path. */
export class Cards {
  readonly #folder: string;
  readonly #cache: KeptFolder;
  #drawer: OtherThread<Asked, void> | undefined;
  #begun: Promise<number> | undefined;
  #isAwaited = false;
  #tell: Tell = () => undefined;

  constructor(cacheFolder: string) {
    this.#folder = join(cacheFolder, 'cards');
    this.#cache = new KeptFolder(this.#folder);
  }

  /** Begins to draw what {@link writeAll} will need, off the main thread, and to write it below `folder`. */
  begin(cards: Iterable<Card>, folder: string): void {
    if (existsSync(this.#folder)) removeUnfinished(this.#folder);
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
    const target = join(folder, cardFolder);
    let drawn = await this.#finish(wanted, folder);
    // Of those that were drawn before, some may not be as they were written.
    if ((await this.#copy(wanted, target)).length > 0) {
      drawn += await this.#finish(wanted, folder);
      const [left] = await this.#copy(wanted, target);
      if (left) throw lost(left.file);
    }
    const incomplete = this.#incomplete(wanted);
    return { files: [...wanted.keys()].map((name) => `${cardFolder}/${name}`), drawn, incomplete };
  }

  /** Copies those that are not there yet; returns those of which nothing is kept. */
  async #copy(wanted: ReadonlyMap<string, Card>, target: string): Promise<Card[]> {
    await mkdir(target, { recursive: true });
    const there = await namesIn(target);
    const cached = this.#cache.names();
    const absent = [...wanted].filter(([name]) => !there.has(name));
    const left = await pLimit(filesAtOnce).map(absent, async ([name, card]) => {
      const file = cached.get(name);
      const kept = file === undefined ? undefined : this.#cache.read(file);
      if (!kept) return [card];
      await writeFile(await placeInOutput(target, name), kept);
      return [];
    });
    return left.flat();
  }

  /** Draws those that are neither in the output folder nor in the cache, and counts them. */
  async #drawAll(wanted: ReadonlyMap<string, Card>, folder: string): Promise<number> {
    const target = join(folder, cardFolder);
    const there = await namesIn(target);
    const cached = this.#cache.names();
    const queue = [...wanted].filter(([name]) => !there.has(name) && !cached.has(name));
    let drawn = 0;
    const drawing = sharesOf(
      queue.map(([, card]) => card),
      share,
    ).map(async (cards) => {
      await this.#draw({ cards, target });
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

  #incomplete(wanted: ReadonlyMap<string, Card>): WrittenCards['incomplete'] {
    const cached = this.#cache.names();
    return [...wanted].flatMap(([name, { file }]) => {
      const noted = cached.get(`${name}${missingSuffix}`);
      const letters = noted && this.#cache.read(noted);
      return letters ? [{ file, letters: Buffer.from(letters).toString() }] : [];
    });
  }

  /** The file of one card, drawn now where it has not been; for the dev server. */
  async fileOf(card: Card): Promise<string> {
    const kept = this.#kept(card);
    if (kept !== undefined) return kept;
    await this.#draw({ cards: [card] });
    const drawn = this.#kept(card);
    if (drawn === undefined) throw lost(card.file);
    return drawn;
  }

  #kept({ path }: Card): string | undefined {
    const file = this.#cache.names().get(basename(path));
    return file !== undefined && this.#cache.read(file) ? this.#cache.pathOf(file) : undefined;
  }

  /** Draws cards into the cache. The renderer and its fonts are loaded only where there is something to draw. */
  #draw(asked: Asked): Promise<void> {
    this.#drawer ??= new OtherThread(new URL('./cardWorker.ts', import.meta.url), this.#folder);
    if (this.#isAwaited) this.#drawer.hold();
    return this.#drawer.ask(asked);
  }
}

const cardFolder = '_images/cards';

function lost(file: string): Error {
  return new Error(
    `The card of ${file} was drawn, and is not in the cache. Another program may be emptying it; build again when none does.`,
  );
}

function byName(cards: Iterable<Card>): Map<string, Card> {
  return new Map([...cards].map((card) => [basename(card.path), card]));
}

async function namesIn(folder: string): Promise<Set<string>> {
  return new Set(existsSync(folder) ? await readdir(folder) : []);
}
