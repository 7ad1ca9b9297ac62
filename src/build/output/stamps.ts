import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { namesBelow } from '../../files/outputFolder.ts';
import { stampIn } from '../../files/stampedFile.ts';
import { OtherThread } from '../../threads/otherThread.ts';

/** Changes whenever a file does, though not only then; undefined for what is no file of its own. */
export type Stamp = string | undefined;

/** Stamps by names: of all that is no folder below one, from there. */
export type Stamps = readonly (readonly [name: string, stamp: Stamp])[];

/** Asked of thousands, which is several times as much work where each is awaited. */
export function stampOf(path: string): Stamp {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? stampIn(status) : undefined;
}

/** Looks at all that is below a folder. */
export async function stampsBelow(folder: string): Promise<Stamps> {
  const names = await namesBelow(folder);
  return names.map((name) => [name, stampOf(join(folder, name))] as const);
}

/** A look at a folder beside all else that a process does. */
export class LookAhead {
  readonly #folder: string;
  readonly #thread = new OtherThread<string, Stamps>(new URL('./stampWorker.ts', import.meta.url));
  readonly #found: Promise<Stamps | undefined>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#found = this.#look();
  }

  /** @throws the file system's error. */
  async found(): Promise<Stamps> {
    this.#thread.hold();
    return (await this.#found) ?? stampsBelow(this.#folder);
  }

  /** Undefined where the thread failed: whoever looks without it is told why. */
  async #look(): Promise<Stamps | undefined> {
    try {
      return await this.#thread.ask(this.#folder);
    } catch {
      return undefined;
    } finally {
      await this.#thread.end();
    }
  }
}
