import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { keepFile, keptFile } from '../../files/keptFile.ts';
import { makeFolder } from '../../files/makeFolder.ts';
import { isBeingWritten } from '../../files/unfinished.ts';

/** What is kept of the search from build to build, a file for each shard, named by all that it was made of. */
export class ShardCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  has(name: string): boolean {
    return existsSync(join(this.#folder, name));
  }

  /** What was kept under a name; undefined where nothing was, or another version of Node cannot read it. */
  read(name: string): unknown {
    const bytes = keptFile(join(this.#folder, name));
    try {
      return bytes && deserialize(bytes);
    } catch {
      return undefined;
    }
  }

  /** Builds may run at the same time, and be killed at any: each file is there whole or not at all. */
  write(name: string, value: unknown): void {
    makeFolder(this.#folder);
    keepFile(join(this.#folder, name), serialize(value));
  }

  /** Removes all but these. */
  keepOnly(names: Iterable<string>): void {
    const kept = new Set(names);
    for (const name of readdirSync(this.#folder))
      if (!kept.has(name) && !isBeingWritten(this.#folder, name))
        rmSync(join(this.#folder, name), { force: true });
  }
}
