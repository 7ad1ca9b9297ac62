import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isSettled, stampIn } from '../../files/stampedFile.ts';
import { OtherThread } from '../../threads/otherThread.ts';
import { markName } from './folderLock.ts';
import type { Looked } from './look.ts';

/** Names, which come and go. */
const youngMegabytes = 12;

/** An output folder, and the file in which the last build wrote down how it left it. */
export interface LastOutput {
  readonly folder: string;
  readonly list: string;
}

/**
 * A look at the files of a folder in a thread of its own, before the folder is this build's alone. Another build that had it
 * meanwhile took a lock in it and gave that up, which the folder shows.
 */
export class LookAhead {
  readonly #folder: string;
  readonly #stamp: string;
  readonly #thread: OtherThread<LastOutput, Looked>;
  readonly #looked: Promise<Looked | undefined>;

  private constructor(last: LastOutput, stamp: string) {
    this.#folder = last.folder;
    this.#stamp = stamp;
    this.#thread = new OtherThread(
      new URL('./lookWorker.ts', import.meta.url),
      undefined,
      youngMegabytes,
    );
    // What it cannot see is looked at again, and what is wrong told then.
    this.#looked = this.#thread.ask(last).catch(() => undefined);
    this.#looked.then(() => this.#thread.end());
  }

  /** Undefined where another build is at work in the folder, or was a moment ago, and where there is none. */
  static begin(last: LastOutput): LookAhead | undefined {
    const stamp = quietStamp(last.folder);
    return stamp === undefined ? undefined : new LookAhead(last, stamp);
  }

  /** Whether no other build has had the folder since. It is asked right before this one takes it. */
  get isValid(): boolean {
    return quietStamp(this.#folder) === this.#stamp;
  }

  /** Waits for it; undefined where it failed. */
  looked(): Promise<Looked | undefined> {
    this.#thread.hold();
    return this.#looked;
  }
}

/** Changes whenever something comes into the folder itself, which a link may lead to, or goes. */
function quietStamp(folder: string): string | undefined {
  const status = statSync(folder, { throwIfNoEntry: false });
  const isAtWork = lstatSync(join(folder, markName), { throwIfNoEntry: false }) !== undefined;
  if (!status || isAtWork || !isSettled(status.ctimeMs, Date.now())) return undefined;
  return stampIn(status);
}
