import { namesFile } from '#journal/address/permalink.ts';
import { isSitePath } from '#journal/content/paths.ts';
import type { Target } from './target.ts';

/** The names and paths that are taken, in the content folder and on the site. */
export class Places {
  readonly #names: Set<string>;
  readonly #paths = new Set<string>();
  /** Ids that entries have. */
  readonly ids = new Set<string>();

  constructor(target: Target) {
    this.#names = new Set(target.names);
    const { entries = [], pages = [] } = target.journal ?? {};
    for (const one of [...entries, ...pages])
      for (const path of [one.path, ...one.aliases]) this.takePath(path);
    for (const { id } of entries) this.ids.add(id);
  }

  /** Whether an entry can have this name, in any form: `a.md`, `a.mdx` and the folder `a/`. */
  isFreeName(name: string): boolean {
    const small = name.toLowerCase();
    return ['', '.md', '.mdx', '/index.md', '/index.mdx'].every(
      (ending) => !this.#names.has(small + ending),
    );
  }

  takeName(name: string): void {
    this.#names.add(name.toLowerCase());
  }

  /** Whether nothing has this path, nor lies within it where it is that of a file, nor is a file within which it lies. */
  isFreePath(path: string): boolean {
    const place = placeOf(path);
    return !isSitePath(path) && !this.#paths.has(place) && !this.#liesInFile(place);
  }

  #liesInFile(place: string): boolean {
    const segments = place.split('/').slice(1, -1);
    return segments.some((_, index) => {
      const parent = `/${segments.slice(0, index + 1).join('/')}`;
      return namesFile(parent) && this.#paths.has(parent);
    });
  }

  takePath(path: string): void {
    this.#paths.add(placeOf(path));
  }
}

function placeOf(path: string): string {
  return path.toLowerCase().replace(/(?<=\/)index\.html$/, '');
}
