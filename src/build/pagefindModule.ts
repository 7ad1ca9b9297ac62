import type { Plugin } from 'vite';

/**
 * Leaves the import of Pagefind's module to the browser: the file comes into being after the bundle. `base` stands before
 * each path of the site. The dev server makes no index, and looks for dependencies in any module that has another name than
 * the one that was imported.
 */
export function pagefindModule(base: string): Plugin {
  return {
    name: 'scrollback-pagefind',
    enforce: 'pre',
    resolveId(id) {
      if (id !== '/pagefind/pagefind.js') return undefined;
      const before = this.environment.mode === 'build' ? base : '';
      return { id: before + id, external: 'absolute' };
    },
  };
}
