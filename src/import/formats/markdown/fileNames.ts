import { posix } from 'node:path';

/** Finds files by what Obsidian calls them: a path, the end of one, or a name alone, in whatever case. */
export class FileNames {
  readonly #all: ReadonlySet<string>;
  /** By the last segment of their paths; those that lie nearest to the top first. */
  readonly #byName: ReadonlyMap<string, string[]>;

  constructor(names: readonly string[]) {
    this.#all = new Set(names);
    this.#byName = Map.groupBy(names, lastOf);
    for (const several of this.#byName.values())
      several.sort((a, b) => a.split('/').length - b.split('/').length);
  }

  /** The file of a path from the folder of a text or from the top, else the one of that name. */
  find(written: string, folder: string): string | undefined {
    const path = written.normalize().replace(/^\//, '');
    const known = [posix.normalize(folder + path), path].find((name) => this.#all.has(name));
    if (known !== undefined) return known;
    const end = `/${path.toLowerCase()}`;
    return this.#byName.get(lastOf(path))?.find((name) => `/${plain(name)}`.endsWith(end));
  }
}

function plain(name: string): string {
  return name.normalize().toLowerCase();
}

function lastOf(path: string): string {
  return plain(path.slice(path.lastIndexOf('/') + 1));
}
