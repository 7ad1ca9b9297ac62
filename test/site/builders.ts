import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runFolder } from '../memoryFolder.ts';
import { endByForce } from '../processes.ts';
import type { Offer } from '../shared/offers.ts';
import { anywhere, type Build, environmentOf, failure, saidApart } from './build.ts';
import type { BuildOrder } from './builder.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run test:long` has it so: whether each build has a process of its own, as those of people have. */
const areAllApart = process.env['SCROLLBACK_BUILDS_A_PROCESS'] === '1';

/** A process that builds one journal after another, for all tests: what is loaded once serves all of them. */
export class Builders implements Offer {
  #builder: ChildProcess | undefined;
  #builds = 0;
  /** By the folder for temporary files that they are in. */
  readonly #folders = new Map<string, Promise<string>>();
  #last: Promise<unknown> = Promise.resolve();

  give(order: unknown): Promise<string> {
    return this.build(order as Build);
  }

  /**
   * @returns what the build said.
   * @throws with that where it fails.
   */
  async build(options: Build): Promise<string> {
    if (areAllApart) return saidApart(options);
    const turn = this.#last.then(() => this.#buildNext(options));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #buildNext(options: Build): Promise<string> {
    const { output, cache, isBundled = false } = options;
    const folder = join(await this.#folderFor(output), String(++this.#builds));
    const environment = environmentOf(options);
    return this.#order({ output, cache, folder, isBundled, environment }, options);
  }

  /** On the disk of the output: Astro moves files from one to the other. */
  #folderFor(output: string): Promise<string> {
    const memory = runFolder();
    const place = output.startsWith(join(memory, '/')) ? memory : tmpdir();
    const folder = this.#folders.get(place) ?? mkdtemp(join(place, 'scrollback-builder-'));
    this.#folders.set(place, folder);
    return folder;
  }

  #order(order: BuildOrder, options: Build): Promise<string> {
    this.#builder ??= startBuilder();
    const child = this.#builder;
    let text = '';
    const hear = (chunk: Buffer) => (text += chunk.toString());
    const streams = [child.stdout, child.stderr];
    for (const stream of streams) stream?.on('data', hear);
    return new Promise((resolve, reject) => {
      const fail = () => {
        this.#builder = undefined;
        reject(new Error(failure(options, text)));
      };
      child.once('close', fail);
      child.once('message', (said: string) => {
        child.off('close', fail);
        for (const stream of streams) stream?.off('data', hear);
        resolve(said);
      });
      child.send(order);
    });
  }

  async end(): Promise<void> {
    await this.#last;
    if (this.#builder) await endByForce(this.#builder);
    for (const folder of this.#folders.values())
      await rm(await folder, { recursive: true, force: true });
  }
}

function startBuilder(): ChildProcess {
  return fork(fileURLToPath(new URL('builder.ts', import.meta.url)), {
    cwd: project,
    env: anywhere,
    // As the workers of tests have it.
    execArgv: ['--single-threaded-gc', '--max-semi-space-size=64'],
    silent: true,
  });
}
