import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

/** What says that a module has no source map (https://rollupjs.org/plugin-development/#source-code-transformations). */
const noMap = { mappings: '' };

/**
 * Has a dev server make no source maps of Astro's own modules. Some three hundred of them go into every page, nobody reads
 * what places in them a trace has, and the maps take longer than anything else that is made of them. `folder` is that of
 * the modules, absolute.
 */
export function unmappedModules(folder: string): Plugin {
  const beginning = `${folder.replaceAll('\\', '/').replace(/\/+$/, '')}/`;
  return {
    name: 'scrollback-unmapped-modules',
    // What others make of such a module comes first.
    enforce: 'post',
    apply: 'serve',
    async load(id) {
      const isMeant = id.startsWith(beginning) && id.endsWith('.js');
      if (!isMeant || this.environment.config.consumer !== 'server') return undefined;
      return { code: await readFile(id, 'utf8'), map: noMap };
    },
  };
}
