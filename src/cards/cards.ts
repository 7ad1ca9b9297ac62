import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { KeptFolder } from '../files/keptFolder.ts';
import type { StampedFile } from '../files/stampedFile.ts';
import { OtherThread } from '../threads/otherThread.ts';
import { sharesOf } from '../threads/shares.ts';
import type { Card } from './catalogue.ts';

/** What came of writing cards. */
export interface WrittenCards {
  /** Files of the output folder, from it, with `/`. */
  readonly files: readonly string[];
  /** Those among them that were not there, as they were written. */
  readonly written: ReadonlyMap<string, StampedFile>;
  /** How many had to be drawn; the others were drawn before. */
  readonly drawn: number;
  /** Cards in which signs are missing, since no typeface has them, whenever they were drawn. */
  readonly incomplete: readonly { readonly file: string; readonly letters: string }[];
}

/** A card that the other thread is asked for. */
export interface WantedCard {
  readonly card: Card;
  /** The name of the file in which it was kept when it was drawn. */
  readonly kept?: string | undefined;
}

/** What the other thread is asked for. */
export interface Asked {
  readonly cards: readonly WantedCard[];
  /** A folder that they are wanted in, too. */
  readonly target?: string;
}

/** What the other thread answers of each card. */
export interface ReadyCard {
  readonly name: string;
  readonly isDrawn: boolean;
  /** The file in the folder that it was wanted in. */
  readonly written: StampedFile | undefined;
}

/** Of the file beside a cached card that names what is missing in it. */
export const missingSuffix = '.missing.txt';

/** How many cards the other thread is asked for at once: it tells after each share. */
const share = 20;

/** Pictures lie outside of the heap. */
const youngMegabytes = 12;

type Tell = (ready: number, all: number) => void;

/** Draws cards, each once in its life: they are kept between builds by the digest in their path. */
export class Cards {
  readonly #folder: string;
  readonly #cache: KeptFolder;
  #thread: OtherThread<Asked, readonly ReadyCard[]> | undefined;
  #begun: Promise<ReadyCard[]> | undefined;
  #isAwaited = false;
  #tell: Tell = () => undefined;

  constructor(cacheFolder: string) {
    this.#folder = join(cacheFolder, 'cards');
    this.#cache = new KeptFolder(this.#folder);
  }

  /** Begins to write below `folder`, off the main thread, what {@link writeAll} will need. */
  begin(cards: Iterable<Card>, folder: string): void {
    this.#cache.clean();
    // What the thread has taken is given back while pages are still made.
    this.#begun = this.#readyAll(byName(cards), folder).finally(() => this.#end());
    // It is thrown where the cards are written; a build that ends before has an error of its own.
    this.#begun.catch(() => undefined);
  }

  /**
   * Writes cards below `folder`, and tells now and then how many of how many are there.
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
    const ready = await this.#finish(wanted, folder);
    const written = ready.flatMap(({ name, written: file }) =>
      file ? [[pathOf(name), file] as const] : [],
    );
    return {
      files: [...wanted.keys()].map(pathOf),
      written: new Map(written),
      drawn: ready.filter(({ isDrawn }) => isDrawn).length,
      incomplete: this.#incomplete(wanted),
    };
  }

  /** Has the other thread write those that are not in the output folder, drawn now or before. */
  async #readyAll(wanted: ReadonlyMap<string, Card>, folder: string): Promise<ReadyCard[]> {
    const target = join(folder, cardFolder);
    const there = await namesIn(target);
    const queue = [...wanted].filter(([name]) => !there.has(name));
    if (queue.length === 0) return [];
    const cached = this.#cache.names();
    let count = 0;
    const ready = sharesOf(
      queue.map(([name, card]) => ({ card, kept: cached.get(name) })),
      share,
    ).map(async (cards) => {
      const some = await this.#ask({ cards, target });
      count += some.length;
      this.#tell(count, queue.length);
      return some;
    });
    return (await Promise.all(ready)).flat();
  }

  /** Writes what is left, when what was begun is done; the process does not end before. */
  async #finish(wanted: ReadonlyMap<string, Card>, folder: string): Promise<ReadyCard[]> {
    this.#isAwaited = true;
    this.#thread?.hold();
    try {
      const begun = (await this.#begun) ?? [];
      return [...begun, ...(await this.#readyAll(wanted, folder))];
    } finally {
      this.#begun = undefined;
      this.#isAwaited = false;
      await this.#end();
    }
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.end();
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
    await this.#ask({ cards: [{ card }] });
    const drawn = this.#kept(card);
    if (drawn === undefined) throw lost(card.file);
    return drawn;
  }

  #kept({ path }: Card): string | undefined {
    const file = this.#cache.names().get(basename(path));
    return file !== undefined && this.#cache.read(file) ? this.#cache.pathOf(file) : undefined;
  }

  /** Draws cards into the cache, but for those that are there as they were kept. */
  #ask(asked: Asked): Promise<readonly ReadyCard[]> {
    this.#thread ??= new OtherThread(
      new URL('./cardWorker.ts', import.meta.url),
      this.#folder,
      youngMegabytes,
    );
    if (this.#isAwaited) this.#thread.hold();
    return this.#thread.ask(asked);
  }
}

const cardFolder = '_images/cards';

const pathOf = (name: string): string => `${cardFolder}/${name}`;

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
