import type { Plugin } from 'vite';

/** Leaves the import of Pagefind's module to the browser: the file comes into being after the bundle. */
export function pagefindModule(): Plugin {
  return {
    name: 'scrollback-pagefind',
    enforce: 'pre',
    resolveId: (id) =>
      id === '/pagefind/pagefind.js' ? { id, external: 'absolute' as const } : undefined,
  };
}
