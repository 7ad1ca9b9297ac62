import { existsSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { digestOf } from '../../cache/bodies.ts';

/**
 * Takes note of what the bundler read beyond the program and what npm installed: what MDX documents import. The
 * documents themselves do not count, whose digest the journal knows, unless another one imports them.
 */
export class BundledFiles {
  readonly #files = new Set<string>();
  readonly #covered: readonly string[];
  readonly #isDocument: (path: string) => boolean;

  /** `covered` are folders whose files are known to whoever asks. */
  constructor(covered: readonly string[], isDocument: (path: string) => boolean) {
    this.#covered = covered;
    this.#isDocument = isDocument;
  }

  plugin(): Plugin {
    const note = (id: string, importers: readonly string[]) => {
      const path = resolve(id.replace(/[?#].*$/s, ''));
      const isImported = importers.some((importer) => !importer.startsWith('\0'));
      if (isImported || !this.#isDocument(path)) this.#files.add(path);
    };
    return {
      name: 'scrollback-bundled-files',
      buildEnd() {
        for (const id of this.getModuleIds()) note(id, this.getModuleInfo(id)?.importers ?? []);
      },
    };
  }

  /** A digest of all of them, by name and text. */
  digest(): string {
    const files = [...this.#files].filter((file) => this.#isForeign(file)).sort();
    return digestOf(...files.flatMap((file) => [file, readFileSync(file, 'latin1')]));
  }

  #isForeign(path: string): boolean {
    const isCovered = this.#covered.some((folder) => path.startsWith(`${folder}${sep}`));
    return !isCovered && !path.split(sep).includes('node_modules') && existsSync(path);
  }
}
