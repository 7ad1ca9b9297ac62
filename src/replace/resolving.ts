import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Plugin } from 'vite';
import { replaceable } from './components.ts';
import { publicName } from './ejected.ts';
import type { Replacement } from './replacements.ts';

/**
 * Puts components of the person's own in the place of ours, whoever imports them; the replacement itself may import ours.
 * These, and those beside them, fail where Astro would drop what they return. Also finds what ejected components import of
 * a package. `source` is the folder of the program's source.
 */
export function componentReplacing(replacements: readonly Replacement[], source: string): Plugin {
  const normal = (path: string) => path.replaceAll('\\', '/').replace(/[?#].*$/s, '');
  const byOurs = new Map(
    replacements.map(({ name, path }) => [
      normal(join(source, replaceable[name].file)),
      normal(path),
    ]),
  );
  const folders = new Set([...byOurs.values()].map((path) => posix.dirname(path)));
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
    transform: {
      order: 'post',
      handler: (code, id) =>
        id.endsWith('.astro') && folders.has(posix.dirname(normal(id)))
          ? shownOnly(code, source)
          : undefined,
    },
  };
}

/** What Astro's compiler made of a component, whose default export is handed through `shownComponent`. */
function shownOnly(code: string, source: string) {
  const exported = /^export default (\$\$\w+);$/m;
  if (!exported.test(code)) return undefined;
  const checks = ownFile(`${publicName}/src/replace/shownComponent.ts`, source);
  const changed = code.replace(exported, 'export default shownComponent($1);');
  return {
    code: `import { shownComponent } from ${JSON.stringify(checks)};\n${changed}`,
    map: null,
  };
}

/** The file of the program that a module of the package is. */
function ownFile(id: string, source: string): string | undefined {
  const path = join(source, id.slice(`${publicName}/src/`.length));
  const other = path.endsWith('.ts') ? path.replace(/\.ts$/, '.js') : path.replace(/\.js$/, '.ts');
  return [path, other].find((one) => existsSync(one))?.replaceAll('\\', '/');
}
