import { getPriority, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { parentPort, Worker } from 'node:worker_threads';

/**
 * What a thread that is there for seconds takes for short-lived objects (https://v8.dev/blog/trash-talk). Left to itself,
 * it takes a sixth of a gigabyte.
 */
const youngMegabytes = 48;

type Answer<Value> =
  | { readonly value: Value }
  | { readonly fault: string; readonly refused: Refused | undefined };

/** What Node tells of a call that the system refused; no copy of an error takes it along. */
type Refused = Readonly<Record<'code' | 'syscall' | 'path' | 'dest', unknown>>;

/**
 * A thread of its own, which does what it is asked for one after the other. It keeps no process from ending, unless
 * {@link hold} says so.
 */
export class OtherThread<Asked, Value> {
  readonly #worker: Worker;
  readonly #waiting: PromiseWithResolvers<Value>[] = [];
  #failure: unknown;

  /**
   * `module` calls {@link answerEach}, and finds `data` as its `workerData`. `young` is how many megabytes it takes for
   * short-lived objects.
   */
  constructor(module: URL, data?: unknown, young = youngMegabytes) {
    // What a command asks of its own thread would be above this limit.
    setFlagsFromString('--max-semi-space-size=0');
    const resourceLimits = { maxYoungGenerationSizeMb: young };
    this.#worker = new Worker(module, { workerData: data, resourceLimits });
    this.#worker.on('message', (answer: Answer<Value>) => {
      const waiting = this.#waiting.shift();
      if ('value' in answer) waiting?.resolve(answer.value);
      else waiting?.reject(errorOf(answer.fault, answer.refused));
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('The other thread ended')));
    // Whoever listens for messages holds it.
    this.#worker.unref();
  }

  /** @throws what the thread says that it cannot do, or why it is not there. */
  ask(asked: Asked): Promise<Value> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const waiting = Promise.withResolvers<Value>();
    // What cannot be sent is thrown, and never answered.
    this.#worker.postMessage(asked);
    this.#waiting.push(waiting);
    return waiting.promise;
  }

  /** Keeps the process from ending before {@link end}. */
  hold(): void {
    this.#worker.ref();
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
  }
}

/**
 * In the other thread: answers all that it is asked, one after the other. What `given` names of an answer goes over as it
 * is, without a copy.
 */
export function answerEach<Asked, Value>(
  answerTo: (asked: Asked) => Value | Promise<Value>,
  given: (value: Value) => readonly ArrayBuffer[] = () => [],
): void {
  const answered = async (asked: Asked): Promise<Answer<Value>> => {
    try {
      return { value: await answerTo(asked) };
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      return { fault, refused: refusedIn(error) };
    }
  };
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (asked: Asked) => {
    last = last.then(async () => {
      const answer = await answered(asked);
      parentPort?.postMessage(answer, 'value' in answer ? given(answer.value) : []);
    });
  });
}

/**
 * In the other thread: has the system run others first, which get three turns for one. It is for one that is waited for in
 * the end alone, so that the thread with the most to do does not end long after it. A priority of a thread's own is what
 * only Linux knows; where a sandbox refuses it, the thread goes on as it is.
 */
export function standBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Math.min(getPriority() + 5, lowestPriority));
  } catch {
    // The same is made, a little later.
  }
}

const lowestPriority = 19;

function refusedIn(error: unknown): Refused | undefined {
  if (!(error instanceof Error)) return undefined;
  if (!('code' in error && 'syscall' in error)) return refusedIn(error.cause);
  const { code, syscall, path, dest }: Partial<Refused> = { ...error };
  return { code, syscall, path, dest };
}

function errorOf(fault: string, refused: Refused | undefined): Error {
  return new Error(fault, refused && { cause: Object.assign(new Error(fault), refused) });
}
