import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Offer } from '../shared/offers.ts';
import { anywhere, type Build, builtApart, environmentOf, failure } from './build.ts';
import type { BuildOrder } from './builder.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run test:long` has it so: whether each build has a process of its own, as those of people have. */
const areAllApart = process.env['SCROLLBACK_BUILDS_A_PROCESS'] === '1';

/** A process that builds one journal after another, for all tests: what is loaded once serves all of them. */
export class Builders implements Offer {
  #builder: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  async give(order: unknown): Promise<string> {
    await this.build(order as Build);
    return '';
  }

  /** @throws with what it said where it fails. */
  async build(options: Build): Promise<void> {
    if (areAllApart) {
      await builtApart(options);
      return;
    }
    const turn = this.#last.then(() => this.#buildNext(options));
    this.#last = turn.catch(() => undefined);
    await turn;
  }

  #buildNext(options: Build): Promise<void> {
    const { output, cache, isBundled = false } = options;
    this.#builder ??= startBuilder();
    const child = this.#builder;
    const order: BuildOrder = { output, cache, isBundled, environment: environmentOf(options) };
    let text = '';
    const hear = (chunk: Buffer) => (text += chunk.toString());
    const streams = [child.stdout, child.stderr];
    for (const stream of streams) stream?.on('data', hear);
    return new Promise<void>((resolve, reject) => {
      const fail = () => {
        this.#builder = undefined;
        reject(new Error(failure(options, text)));
      };
      child.once('close', fail);
      child.once('message', () => {
        child.off('close', fail);
        for (const stream of streams) stream?.off('data', hear);
        resolve();
      });
      child.send(order);
    });
  }

  async end(): Promise<void> {
    const child = this.#builder;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.disconnect();
    await ended;
  }
}

function startBuilder(): ChildProcess {
  return fork(fileURLToPath(new URL('builder.ts', import.meta.url)), {
    cwd: project,
    env: anywhere,
    execArgv: [],
    silent: true,
  });
}
