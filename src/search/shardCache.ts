import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { makeFolder } from '../files/makeFolder.ts';

/** What is kept of the search from build to build, a file for each shard, named by all that it was made of. */
export class ShardCache {
  readonly #folder: string;

  /** The folder is created. */
  constructor(folder: string) {
    makeFolder(folder);
    this.#folder = folder;
  }

  /** What was kept under a name; undefined where nothing was, or another version of Node cannot read it. */
  read(name: string): unknown {
    try {
      return deserialize(readFileSync(join(this.#folder, name)));
    } catch {
      return undefined;
    }
  }

  // Whole or not at all: builds may run at the same time, and be killed at any.
  write(name: string, value: unknown): void {
    const path = join(this.#folder, name);
    const unfinished = `${path}.${process.pid}.new`;
    writeFileSync(unfinished, serialize(value));
    renameSync(unfinished, path);
  }

  /** Removes all but these. */
  keepOnly(names: Iterable<string>): void {
    const kept = new Set(names);
    for (const name of readdirSync(this.#folder))
      if (!kept.has(name)) rmSync(join(this.#folder, name), { force: true });
  }
}
