import { existsSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { digestOf } from '../../cache/bodies.ts';
import { filesOfStyle } from './styleFiles.ts';

/**
 * Takes note of what the bundler read beyond the program and what npm installed: what MDX documents and style sheets
 * import. The documents themselves do not count, whose digest the journal knows, unless another one imports them.
 */
export class BundledFiles {
  readonly #files = new Set<string>();
  readonly #root: string;
  readonly #covered: readonly string[];
  readonly #isDocument: (path: string) => boolean;
  /** Absolute path of the module that makes pages, once it is written. */
  entry: string | undefined;

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
    const wrote = (entry: string) => {
      this.entry = entry;
    };
    return {
      name: 'scrollback-bundled-files',
      transform: {
        order: 'pre',
        filter: { id: style },
        handler: noteStyle,
      },
      buildEnd() {
        for (const id of this.getModuleIds()) note(id, this.getModuleInfo(id)?.importers ?? []);
      },
      writeBundle({ dir = '' }, bundle) {
        if (this.environment.name !== 'prerender') return;
        const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry);
        if (entry) wrote(join(dir, entry.fileName));
      },
    };
  }

  /** Absolute paths of all of them. */
  list(): string[] {
    return [...this.#files].filter((file) => this.#isForeign(file)).sort();
  }

  #isForeign(path: string): boolean {
    const isCovered = this.#covered.some((folder) => path.startsWith(`${folder}${sep}`));
    return !isCovered && !path.split(sep).includes('node_modules') && existsSync(path);
  }
}

/** A style sheet, or the part of a component that is one. */
const style = /\.css(?:$|\?)|[?&]lang\.css/;

function fileOf(id: string): string {
  return resolve(id.replace(/[?#].*$/s, ''));
}

/** A digest of files by name and text. */
export function filesDigest(paths: readonly string[]): string {
  return digestOf(...paths.flatMap((path) => [path, readFileSync(path, 'latin1')]));
}
