import { setImmediate as breath } from 'node:timers/promises';
import type { PlainEntry } from '../cache/plainEntry.ts';
import type { RenderedDocument, SourceDocument } from '../render/collect/document.ts';
import { OtherThread } from '../threads/otherThread.ts';
import { sharesOf } from '../threads/shares.ts';
import type { Surroundings } from './documentContext.ts';

/** A document, and the same as plain data for another thread. */
export interface RenderTask {
  readonly document: SourceDocument;
  readonly plain: PlainEntry;
}

/** What the other thread is asked for: documents, and with the first question what they may refer to. */
export interface RenderQuestion {
  readonly surroundings?: Surroundings;
  readonly tasks: readonly PlainEntry[];
}

/** The other thread of {@link renderInTwo}, which until {@link end} keeps the process from ending. */
export class RenderThread extends OtherThread<RenderQuestion, readonly RenderedDocument[]> {
  constructor() {
    super(new URL('./renderWorker.ts', import.meta.url));
    this.hold();
  }
}

/** Takes what became of a document. */
export type TakeRendered = (document: SourceDocument, rendered: RenderedDocument) => void;

/** How many documents are given away at once. */
const share = 20;

/** How many shares the other thread has, so that it has work while this one is at its own. */
const sharesAhead = 2;

/**
 * Renders documents in this thread and in another one; `take` has each as soon as it is rendered. Which of the two has
 * rendered one makes no difference; what the other does not finish, this one does. `thread` is ended.
 */
export async function renderInTwo(
  tasks: readonly RenderTask[],
  render: (document: SourceDocument) => RenderedDocument,
  take: TakeRendered,
  surroundings: Surroundings,
  thread = new RenderThread(),
): Promise<void> {
  const left = sharesOf(tasks, share);
  const other = new Helper(left, take, thread);
  other.begin(surroundings);
  try {
    while (left.length > 0 || other.busy) {
      for (const { document } of left.shift() ?? []) take(document, render(document));
      if (left.length === 0) await other.busy;
      // What the other says is heard between two shares.
      else await breath();
    }
  } finally {
    await thread.end();
  }
}

/** The other thread, which takes shares from the end of what is left as soon as it is there. */
class Helper {
  readonly #thread: RenderThread;
  readonly #left: (readonly RenderTask[])[];
  readonly #taken: TakeRendered;
  readonly #given = new Set<Promise<void>>();

  constructor(left: (readonly RenderTask[])[], taken: TakeRendered, thread: RenderThread) {
    this.#left = left;
    this.#taken = taken;
    this.#thread = thread;
  }

  begin(surroundings: Surroundings): void {
    this.#thread.ask({ surroundings: plain(surroundings), tasks: [] }).then(
      () => this.#take(),
      () => undefined,
    );
  }

  /** Until it has done a share; undefined where it has none. */
  get busy(): Promise<void> | undefined {
    const [first] = this.#given;
    return first;
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
      const documents = await this.#thread.ask({ tasks: share.map((task) => task.plain) });
      for (const [at, { document }] of share.entries()) {
        const rendered = documents[at];
        if (rendered) this.#taken(document, rendered);
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
