import { existsSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { filesOfStyle } from './styleFiles.ts';

/**
 * Takes note of what the bundler read beyond the program: what npm installed, and what MDX documents and style sheets
 * import. The documents themselves do not count, whose digest the journal knows, unless another one imports them.
 */
export class BundledFiles {
  readonly #files = new Set<string>();
  readonly #root: string;
  readonly #covered: readonly string[];
  readonly #isDocument: (path: string) => boolean;
  /** Absolute paths of the modules that make pages, once they are written. */
  entry: string | undefined;
  /** Nothing where a site has middleware, of which this knows nothing. */
  text: string | undefined;

  /** `root` is where the bundler works; `covered` are folders whose files are known to whoever asks. */
  constructor(root: string, covered: readonly string[], isDocument: (path: string) => boolean) {
    this.#root = root;
    this.#covered = covered.map((folder) => resolve(folder));
    this.#isDocument = isDocument;
  }

  plugin(): Plugin {
    const note = (id: string, importers: readonly string[]) => {
      const path = fileOf(id);
      const isImported = importers.some((importer) => !importer.startsWith('\0'));
      if (isImported || !this.#isDocument(path)) this.#files.add(path);
    };
    const noteStyle = (source: string, id: string) => {
      for (const file of filesOfStyle({ file: fileOf(id), source }, this.#root))
        this.#files.add(file);
    };
    let hasMiddleware = false;
    const wrote = (entry: string | undefined, text: string | undefined) => {
      this.entry = entry;
      this.text = hasMiddleware ? undefined : text;
    };
    return {
      name: 'scrollback-bundled-files',
      transform: {
        order: 'pre',
        filter: { id: style },
        handler: noteStyle,
      },
      buildStart() {
        if (this.environment.name === pageEnvironment)
          this.emitFile({ type: 'chunk', id: textModule, name: textName });
      },
      buildEnd() {
        for (const id of this.getModuleIds()) {
          note(id, this.getModuleInfo(id)?.importers ?? []);
          hasMiddleware ||= id === middleware;
        }
      },
      writeBundle({ dir = '' }, bundle) {
        if (this.environment.name !== pageEnvironment) return;
        const entries = Object.values(bundle).flatMap((one) =>
          one.type === 'chunk' && one.isEntry ? one : [],
        );
        const text = entries.find((one) => one.name === textName);
        const entry = entries.find((one) => one !== text);
        wrote(entry && join(dir, entry.fileName), text && join(dir, text.fileName));
      },
    };
  }

  /** Absolute paths of all of them. */
  list(): string[] {
    return this.#notCovered().filter((file) => placeOf(file) === undefined);
  }

  /** What npm installed of it, by its paths from the folder of packages, with `/`. */
  installed(): string[] {
    const places = this.#notCovered().flatMap((file) => placeOf(file) ?? []);
    return [...new Set(places)].sort();
  }

  #notCovered(): string[] {
    return [...this.#files].filter((file) => !this.#isCovered(file) && existsSync(file)).sort();
  }

  #isCovered(path: string): boolean {
    return this.#covered.some((folder) => path.startsWith(`${folder}${sep}`));
  }
}

/** What bundles of pages are made in. */
export const pageEnvironment = 'prerender';
/** The name of the middleware in a bundle that has any. */
const middleware = '\0virtual:astro:middleware';

const textName = 'page-text';
const textModule = fileURLToPath(new URL('./pageText.ts', import.meta.url));

/** Where a file of a package is in the folder that npm installed it into. */
function placeOf(path: string): string | undefined {
  const names = path.split(sep);
  const at = names.indexOf('node_modules');
  return at === -1 ? undefined : names.slice(at + 1).join('/');
}

/** A style sheet, or the part of a component that is one. */
const style = /\.css(?:$|\?)|[?&]lang\.css/;

function fileOf(id: string): string {
  return resolve(id.replace(/[?#].*$/s, ''));
}
