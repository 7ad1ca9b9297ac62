import type { Clock } from '../base/clock.ts';
import type { Lock } from '../base/lock.ts';
import { readyBranch } from './branch.ts';
import {
  type Repositories,
  repositoriesOf,
  type Unfinished,
  unfinishedOrUnmerged,
  unfinishedWork,
} from './unfinished.ts';

/** Git that runs by itself is done by then; what is left waits for somebody. */
const momentMilliseconds = 300;

/** What watching over a working tree takes. */
export interface WorkTreeTools {
  readonly lock: Lock;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Whether the bot itself moves what is in the tree, and a crash may have left that in the middle. */
  readonly isOwn: boolean;
}

/** The git repository around the content folder, if there is one. */
export class WorkTree {
  readonly #contentFolder: string;
  readonly #tools: WorkTreeTools;
  #isTidy = false;
  /** Those of the latest look: what follows a look asks often. */
  #repositories: Repositories | undefined;
  /** Whether something was unfinished at the latest look. */
  #isKnown = false;

  constructor(contentFolder: string, tools: WorkTreeTools) {
    this.#contentFolder = contentFolder;
    this.#tools = tools;
  }

  /** What somebody has begun there and not finished: the files are then those of no day. */
  async unfinished(): Promise<Unfinished | undefined> {
    const { lock, clock, signal } = this.#tools;
    await this.#tidy();
    const look = () => lock.run(() => unfinishedOrUnmerged(this.#find()));
    const begun = await look();
    if (begun && !this.#isKnown) await clock.pause(momentMilliseconds, signal);
    const lasting = begun && !this.#isKnown ? await look() : begun;
    this.#isKnown = lasting !== undefined;
    return lasting;
  }

  /** The same, at a glance: whether something is unfinished at this moment. */
  isUnfinished(): boolean {
    return unfinishedWork(this.#repositories ?? this.#find()) !== undefined;
  }

  #find(): Repositories {
    this.#repositories = repositoriesOf(this.#contentFolder);
    return this.#repositories;
  }

  /** Undoes what a crash left of the bot's own work in the middle. */
  async #tidy(): Promise<void> {
    const { lock, isOwn } = this.#tools;
    if (this.#isTidy || !isOwn) return;
    this.#isTidy = true;
    // What it cannot undo, it tells where it is asked to publish.
    await lock.run(() => readyBranch(this.#contentFolder)).catch(() => undefined);
  }
}
