import type { Plugin } from 'vite';

/**
 * Leaves the import of Pagefind's module to the browser: the file comes into being after the bundle. `base` stands before
 * each path of the site.
 */
export function pagefindModule(base: string): Plugin {
  return {
    name: 'scrollback-pagefind',
    enforce: 'pre',
    resolveId: (id) =>
      id === '/pagefind/pagefind.js' ? { id: base + id, external: 'absolute' as const } : undefined,
  };
}
