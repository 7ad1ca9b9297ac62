import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { replaceable } from './components.ts';
import { publicName } from './ejected.ts';
import type { Replacement } from './replacements.ts';

/**
 * Puts components of the person's own in the place of ours, whoever imports them; the replacement itself may import ours.
 * Also finds what ejected components import of a package. `source` is the folder of the program's source.
 */
export function componentReplacing(replacements: readonly Replacement[], source: string): Plugin {
  const normal = (path: string) => path.replaceAll('\\', '/').replace(/[?#].*$/s, '');
  const byOurs = new Map(
    replacements.map(({ name, path }) => [
      normal(join(source, replaceable[name].file)),
      normal(path),
    ]),
  );
  return {
    name: 'scrollback-components',
    enforce: 'pre',
    async resolveId(id, importer) {
      const own = id.startsWith(`${publicName}/src/`) ? ownFile(id, source) : undefined;
      if (own === undefined && (byOurs.size === 0 || !id.endsWith('.astro'))) return undefined;
      const found = own ?? (await this.resolve(id, importer, { skipSelf: true }))?.id;
      const path = found === undefined ? undefined : byOurs.get(normal(found));
      if (path === undefined || path === normal(importer ?? '')) return own;
      return path;
    },
  };
}

/** The file of the program that a module of the package is. */
function ownFile(id: string, source: string): string | undefined {
  const path = join(source, id.slice(`${publicName}/src/`.length));
  const other = path.endsWith('.ts') ? path.replace(/\.ts$/, '.js') : path.replace(/\.js$/, '.ts');
  return [path, other].find((one) => existsSync(one))?.replaceAll('\\', '/');
}
