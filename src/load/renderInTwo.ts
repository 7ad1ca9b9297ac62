import { setImmediate as breath } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { PlainEntry } from '../cache/entries.ts';
import type { RenderedDocument, SourceDocument } from '../render/collect/document.ts';
import type { Surroundings } from './documentContext.ts';
import { threadLimits } from './threadLimits.ts';

/** A document, and the same as plain data for another thread. */
export interface RenderTask {
  readonly document: SourceDocument;
  readonly plain: PlainEntry;
}

/** What became of the documents that the other thread was given: none at first, which says that it is there. */
export interface Answer {
  readonly documents: readonly RenderedDocument[];
}

/** How many documents are given away at once. */
const share = 20;

/**
 * Renders documents in this thread and in another one. Which of the two has rendered one makes no difference; what the
 * other does not finish, this one does.
 */
export async function renderInTwo(
  tasks: readonly RenderTask[],
  render: (document: SourceDocument) => RenderedDocument,
  surroundings: Surroundings,
): Promise<Map<SourceDocument, RenderedDocument>> {
  const rendered = new Map<SourceDocument, RenderedDocument>();
  const left = sharesOf(tasks);
  const other = new OtherThread(left, rendered, surroundings);
  try {
    while (left.length > 0 || other.isBusy) {
      for (const { document } of left.shift() ?? []) rendered.set(document, render(document));
      if (left.length === 0) await other.rest;
      // What the other says is heard between two shares.
      else await breath();
    }
  } finally {
    await other.end();
  }
  return rendered;
}

function sharesOf(tasks: readonly RenderTask[]): (readonly RenderTask[])[] {
  const shares: (readonly RenderTask[])[] = [];
  for (let at = 0; at < tasks.length; at += share) shares.push(tasks.slice(at, at + share));
  return shares;
}

/** Takes shares from the end of what is left, one after the other. */
class OtherThread {
  readonly #worker: Worker;
  readonly #left: (readonly RenderTask[])[];
  readonly #rendered: Map<SourceDocument, RenderedDocument>;
  #given: readonly RenderTask[] = [];
  #rest = Promise.withResolvers<void>();

  constructor(
    left: (readonly RenderTask[])[],
    rendered: Map<SourceDocument, RenderedDocument>,
    surroundings: Surroundings,
  ) {
    this.#left = left;
    this.#rendered = rendered;
    this.#rest.resolve();
    this.#worker = new Worker(new URL('./renderWorker.ts', import.meta.url), {
      workerData: plain(surroundings),
      resourceLimits: threadLimits,
    });
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', () => this.#giveBack());
    this.#worker.on('exit', () => this.#giveBack());
  }

  /** Whether it has something that it has not given back. */
  get isBusy(): boolean {
    return this.#given.length > 0;
  }

  /** Until it is not busy. */
  get rest(): Promise<void> {
    return this.#rest.promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(answer: Answer): void {
    for (const [at, { document }] of this.#given.entries()) {
      const rendered = answer.documents[at];
      if (rendered) this.#rendered.set(document, rendered);
    }
    this.#rest.resolve();
    this.#given = this.#left.pop() ?? [];
    if (this.#given.length === 0) return;
    this.#rest = Promise.withResolvers();
    this.#worker.postMessage(this.#given.map((task) => task.plain));
  }

  #giveBack(): void {
    if (this.#given.length > 0) this.#left.push(this.#given);
    this.#given = [];
    this.#rest.resolve();
  }
}

/** Documents have functions, which go nowhere. */
function plain({ named, ...rest }: Surroundings): Surroundings {
  const names = named.map(({ file, path, title, slug }) => ({
    file,
    path,
    title,
    ...(slug !== undefined && { slug }),
  }));
  return { ...rest, named: names };
}
