import { dirname, join } from 'node:path';
import { oncePer } from '#journal/once/once.ts';
import { digestOf } from '../cache/bodies.ts';
import { codeDigest } from '../cache/renderer.ts';
import { keepFile, keptFile } from '../files/keptFile.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { OtherThread } from '../threads/otherThread.ts';
import { bytesOf, type KeptRanking, nearestIn, rankingOf } from './keptRanking.ts';
import { Numbering } from './numbering.ts';
import type { Packed } from './packed.ts';
import { type Compared, differences, rankSimilar } from './similar.ts';
import { type Terms, termsOf } from './terms.ts';
import { type TextSource, textOf } from './textSource.ts';
import type { Comparable } from './vectors.ts';

/** A document to compare, whose text is asked for only where its terms are not known. */
export interface ComparableText extends Omit<Comparable, 'terms'> {
  /** Changes whenever the text does. */
  readonly digest: string;
  source(): TextSource;
}

/** The same as plain data for another thread. */
export interface PlainText extends Omit<ComparableText, 'source'> {
  readonly source: TextSource;
}

/** Which documents are like which. */
export interface Ranking {
  /** Of those that were compared. */
  readonly ids: readonly string[];
  /** Of each, by its place there, the places of those that are like it, nearest first. */
  readonly nearest: Packed<Uint32Array>;
}

/** What the thread is asked for: to compare texts, of all of which `key` is a digest, or to keep what came of it. */
export type Asked = { readonly key: string; readonly texts: readonly PlainText[] } | 'keep';

/** What the thread answers where it compared: thousands of names take long to be sent. */
export type Answer = Ranking['nearest'] | undefined;

/** What a thread has begun. */
interface Begun {
  readonly documents: readonly ComparableText[];
  readonly thread: OtherThread<Asked, Answer>;
  readonly ranking: Promise<Ranking | undefined>;
  /** When the ranking is kept, and the thread is no more. */
  readonly ended: Promise<void>;
  made?: Ranking | undefined;
}

/** What came of comparing documents, in their order, and what keeps it. */
interface Comparison {
  readonly compared: ReadonlyMap<string, Compared>;
  keep(): void;
}

/** A writer who saves again and again is not kept waiting. */
const quietMilliseconds = 1000;

/** How many are found for each document: those that its page shows elsewhere leave enough. */
const mostFound = 8;

/** So many texts are read again, and documents of no large journal compared, in less time than it takes to keep all. */
const mostDifferences = 16;

/** The share of many documents that is compared again in less time than that; each counts as it was and as it is. */
const mostCompared = 0.15;

/** What the thread takes for short-lived objects: more is not much faster. */
const youngMegabytes = 12;

/** Fewer texts are compared before a thread has begun. */
const leastForThread = 400;

/**
 * The ranking of similar documents between builds. Of an unchanged journal it is read; after a change, only changed
 * texts are taken apart, and compared with the others, again.
 */
export class SimilarCache {
  readonly #path: string | undefined;
  #last: Ranking | undefined;
  #next: NodeJS.Timeout | undefined;
  #begun: Begun | undefined;
  /** A thread for {@link begin}, until that takes it. */
  #ahead: Begun['thread'] | undefined;
  /** What was read before a comparison. */
  #kept: KeptRanking | undefined;

  /** Keeps its files in `folder`, which is created; without one it keeps nothing. */
  constructor(folder: string | undefined) {
    if (folder !== undefined) makeFolder(folder);
    this.#path = folder === undefined ? undefined : join(folder, 'similar.bin');
  }

  /** Begins the thread that {@link begin} will want, where there is one of before: it reads that meanwhile. */
  beginAhead(): void {
    if (this.#path !== undefined) this.#ahead ??= threadBeside(this.#path);
  }

  /** Reads what is kept, for the one comparison that a thread makes. */
  readAhead(): void {
    this.#kept = this.#read();
  }

  /** Begins to make the ranking of many in a thread of its own, which keeps it, where the one that is kept is another. */
  begin(documents: readonly ComparableText[]): void {
    if (this.#path === undefined || documents.length < leastForThread) return;
    const key = keyOf(documents);
    if (keptFile(keyPath(this.#path))?.toString() === key) return;
    const thread = this.#ahead ?? threadBeside(this.#path);
    this.#ahead = undefined;
    const texts = documents.map((one): PlainText => ({ ...one, source: one.source() }));
    const ranking = thread.ask({ key, texts }).then(
      (nearest) => nearest && { ids: documents.map(({ id }) => id), nearest },
      // What the thread cannot make is made where it is asked for.
      () => undefined,
    );
    const kept = thread.ask('keep').catch(() => undefined);
    // Its memory is wanted elsewhere.
    const ended = kept.then(() => thread.end());
    this.#begun = { documents, thread, ranking, ended };
  }

  /** Waits for what {@link begin} has begun, but for its being kept. */
  async ready(): Promise<void> {
    this.#begun?.thread.hold();
    if (this.#begun) this.#begun.made = await this.#begun.ranking;
  }

  /** Waits until that is kept, too. */
  async end(): Promise<void> {
    await this.#ahead?.end();
    this.#begun?.thread.hold();
    await this.#begun?.ended;
    this.#begun = undefined;
  }

  /**
   * For whoever waits for a page: the last ranking of this process. The new one is made once nobody has asked for a
   * while; only the first is waited for.
   */
  lastRanking(documents: () => readonly ComparableText[]): Ranking {
    clearTimeout(this.#next);
    if (!this.#last) return this.ranking(documents());
    this.#next = setTimeout(() => this.#renew(documents), quietMilliseconds).unref();
    return this.#last;
  }

  #renew(documents: () => readonly ComparableText[]): void {
    try {
      this.ranking(documents());
    } catch {
      // What it is made of has gone: whoever took it away asks again.
    }
  }

  ranking(documents: readonly ComparableText[]): Ranking {
    const begun = this.#begun?.documents === documents ? this.#begun.made : undefined;
    this.#last = begun ?? this.#ranking(documents);
    return this.#last;
  }

  #ranking(documents: readonly ComparableText[]): Ranking {
    const { compared, keep } = this.compare(documents, keyOf(documents));
    keep();
    return { ids: [...compared.keys()], nearest: nearestIn(compared) };
  }

  /** What came of comparing documents, of all of which `key` is a digest, and what keeps it. */
  compare(documents: readonly ComparableText[], key: string): Comparison {
    const kept = this.#kept ?? this.#read();
    const code = codeDigest(import.meta.dirname);
    if (kept?.key === key) return { compared: kept.compared, keep: () => this.#keepKey(key) };
    const before = kept?.code === code ? kept : undefined;
    const words = new Numbering(1 << 16, before?.words);
    const terms = new Map(
      documents.map(({ digest, source }) => [
        digest,
        before?.terms.get(digest) ?? termsOf(textOf(source()), words),
      ]),
    );
    const compared = rankSimilar(
      documents.map((document) => ({ ...document, terms: terms.get(document.digest) ?? none })),
      words,
      mostFound,
      before?.compared,
    );
    const keep = () => {
      const now = { key, code, compared, words: words.digests, terms };
      if (!before || isFar(before, now)) this.#write(now);
      this.#keepKey(key);
    };
    return { compared, keep };
  }

  #read(): KeptRanking | undefined {
    const bytes = this.#path === undefined ? undefined : keptFile(this.#path);
    try {
      return bytes && rankingOf(bytes);
    } catch {
      // Another version of Node may have written it.
      return undefined;
    }
  }

  #write(kept: KeptRanking): void {
    if (this.#path === undefined) return;
    keepFile(this.#path, bytesOf(kept));
  }

  #keepKey(key: string): void {
    if (this.#path !== undefined) keepFile(keyPath(this.#path), key);
  }
}

function threadBeside(path: string): Begun['thread'] {
  return new OtherThread(
    new URL('./similarWorker.ts', import.meta.url),
    dirname(path),
    youngMegabytes,
  );
}

/** Whether to begin with what is kept once more would take longer than to keep what is now, which is megabytes. */
function isFar(kept: KeptRanking, now: KeptRanking): boolean {
  const unread = [...now.terms.keys()].filter((digest) => !kept.terms.has(digest)).length;
  const others =
    differences(kept.compared, now.compared) + differences(now.compared, kept.compared);
  const mostOthers = Math.max(mostDifferences, mostCompared * now.compared.size);
  return unread > mostDifferences || others > mostOthers;
}

/** Where the key of the last ranking stands by itself: whoever wants to know no more need not read what is kept. */
function keyPath(path: string): string {
  return `${path}.key`;
}

/** Stands for the code and everything compared. */
const keyOf = oncePer((documents: readonly ComparableText[]) =>
  digestOf(codeDigest(import.meta.dirname), JSON.stringify(documents)),
);

const none: Terms = { terms: new Uint32Array(), counts: new Uint8Array() };
