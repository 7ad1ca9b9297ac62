import type { BodySource } from '../cache/keptBody.ts';
import { OtherThread } from '../threads/otherThread.ts';
import { type FeedMaker, setFeedMaker } from './feedMaker.ts';
import type { FeedView } from './feedView.ts';
import type { FormatName } from './formats.ts';
import type { FeedItem } from './item.ts';

/** What the thread is asked for: a feed in one format. */
export interface FeedQuestion {
  readonly format: FormatName;
  readonly head: Omit<FeedView, 'items'>;
  /** By number: most are in several feeds. */
  readonly items: readonly number[];
  /** Those that no question before has told. */
  readonly told: readonly (readonly [number: number, item: PlainItem])[];
}

/** An item as it goes to the thread. */
interface PlainItem extends Omit<FeedItem, 'body'> {
  readonly html: BodySource;
}

/** Fewer are made while a thread would still be loading its code. */
const fewest = 50;

/** Has feeds made in a thread of its own until {@link FeedThread.end}, where `count` of them are about to be made. */
export function beginFeeds(count: number): FeedThread | undefined {
  if (count < fewest) return undefined;
  const thread = new FeedThread();
  setFeedMaker(thread);
  return thread;
}

/** Texts, which come and go one after the other; with half of it, to collect them takes a third of the thread's time. */
const youngMegabytes = 24;

/** A thread that makes feeds of what it is told, and looks nowhere else. */
export class FeedThread implements FeedMaker {
  readonly #thread = new OtherThread<FeedQuestion, Uint8Array<ArrayBuffer>>(
    new URL('./feedWorker.ts', import.meta.url),
    undefined,
    youngMegabytes,
  );
  readonly #numbers = new Map<FeedItem, number>();
  readonly #given = new WeakMap<Uint8Array, ArrayBuffer>();
  #isEnded = false;

  constructor() {
    this.#thread.hold();
  }

  /** Nothing where the thread cannot make it: what is wrong is told by whoever makes it instead. */
  async bytes({ items, ...head }: FeedView, format: FormatName): Promise<Uint8Array | undefined> {
    try {
      const untold = items.filter((item) => !this.#numbers.has(item));
      const sources = await Promise.all(untold.map(({ body }) => body.html()));
      const told = untold.map(
        (item, at) => [this.#number(item), plain(item, sources[at])] as const,
      );
      const bytes = await this.#thread.ask({
        format,
        head,
        items: items.map((item) => this.#number(item)),
        told,
      });
      this.#given.set(bytes, bytes.buffer);
      return bytes;
    } catch (error) {
      if (this.#isEnded) throw error;
      return undefined;
    }
  }

  /**
   * Gives up the memory of a feed that it made, which is empty from then on, and of nothing else: left to itself, the
   * engine looks for such when there are 64 MB.
   */
  free(content: unknown): void {
    if (content instanceof Uint8Array) this.#given.get(content)?.transfer(0);
  }

  async end(): Promise<void> {
    setFeedMaker(undefined);
    this.#isEnded = true;
    await this.#thread.end();
  }

  #number(item: FeedItem): number {
    const number = this.#numbers.get(item) ?? this.#numbers.size;
    this.#numbers.set(item, number);
    return number;
  }
}

function plain({ body: _, ...item }: FeedItem, html: BodySource = ''): PlainItem {
  return { ...item, html };
}
