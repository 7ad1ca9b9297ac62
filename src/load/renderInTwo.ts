import { setImmediate as breath } from 'node:timers/promises';
import type { PlainEntry } from '../cache/entries.ts';
import type { RenderedDocument, SourceDocument } from '../render/collect/document.ts';
import { OtherThread } from '../threads/otherThread.ts';
import type { Surroundings } from './documentContext.ts';

/** A document, and the same as plain data for another thread. */
export interface RenderTask {
  readonly document: SourceDocument;
  readonly plain: PlainEntry;
}

/** How many documents are given away at once. */
const share = 20;

/** How many shares the other thread has, so that it has work while this one is at its own. */
const sharesAhead = 2;

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
  const other = new Helper(left, rendered, surroundings);
  try {
    while (left.length > 0 || other.busy) {
      for (const { document } of left.shift() ?? []) rendered.set(document, render(document));
      if (left.length === 0) await other.busy;
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

/** The other thread, which takes shares from the end of what is left as soon as it is there. */
class Helper {
  readonly #thread: OtherThread<readonly PlainEntry[], readonly RenderedDocument[]>;
  readonly #left: (readonly RenderTask[])[];
  readonly #rendered: Map<SourceDocument, RenderedDocument>;
  readonly #given = new Set<Promise<void>>();

  constructor(
    left: (readonly RenderTask[])[],
    rendered: Map<SourceDocument, RenderedDocument>,
    surroundings: Surroundings,
  ) {
    this.#left = left;
    this.#rendered = rendered;
    const module = new URL('./renderWorker.ts', import.meta.url);
    this.#thread = new OtherThread(module, plain(surroundings));
    this.#thread.hold();
    this.#thread.ask([]).then(
      () => this.#take(),
      () => undefined,
    );
  }

  /** Until it has done a share; undefined where it has none. */
  get busy(): Promise<void> | undefined {
    const [first] = this.#given;
    return first;
  }

  async end(): Promise<void> {
    await this.#thread.end();
  }

  #take(): void {
    while (this.#given.size < sharesAhead) {
      const share = this.#left.pop();
      if (!share) return;
      const given = this.#render(share).then((isDone) => {
        this.#given.delete(given);
        if (isDone) this.#take();
      });
      this.#given.add(given);
    }
  }

  /** What it cannot do is left. */
  async #render(share: readonly RenderTask[]): Promise<boolean> {
    try {
      const documents = await this.#thread.ask(share.map((task) => task.plain));
      for (const [at, { document }] of share.entries()) {
        const rendered = documents[at];
        if (rendered) this.#rendered.set(document, rendered);
      }
      return true;
    } catch {
      this.#left.push(share);
      return false;
    }
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
