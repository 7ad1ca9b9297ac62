import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Where pages find a module of the program that Node has run. */
const key = Symbol.for('scrollback.modules');

/** Rooms of the program that Node runs anyway, to load the content: nothing in them takes a bundler. */
const rooms = new Set('cache cards files journal load look media related render'.split(' '));

/**
 * Has the pages of a dev server use those modules of the program that loaded the content, where the bundler would take
 * hundreds of them apart and run them a second time. `folder` is the program's, absolute. Who changes one of them starts
 * the server again, and is told so.
 */
export function sharedModules(folder: string): Plugin {
  const shared = new Map<string, object>();
  (globalThis as Record<symbol, unknown>)[key] = shared;
  const isShared = (path: string) => isInRooms(folder, path);
  return {
    name: 'scrollback-shared-modules',
    enforce: 'pre',
    apply: 'serve',
    async load(id) {
      if (this.environment.config.consumer !== 'server' || !isShared(id)) return undefined;
      const module: object = await import(pathToFileURL(id).href);
      shared.set(id, module);
      return moduleOf(id, Object.keys(module));
    },
    configureServer({ watcher, config }) {
      watcher.on('change', (path) => {
        if (isShared(path.split(sep).join('/'))) config.logger.warn(changedCode(path));
      });
    },
  };
}

function isInRooms(folder: string, path: string): boolean {
  const [room, ...rest] = relative(folder, path).split(sep);
  return rooms.has(room ?? '') && rest.length > 0 && /\.[jt]s$/.test(path);
}

/** What stands for a module that was run: the same names, with what it gave them. */
function moduleOf(id: string, names: readonly string[]): string {
  const given = `const given = globalThis[Symbol.for('${key.description}')].get(${JSON.stringify(id)});`;
  const exported = names.map((name) =>
    name === 'default' ? 'export default given.default;' : `export const ${name} = given.${name};`,
  );
  return [given, ...exported, ''].join('\n');
}

function changedCode(path: string): string {
  return `${path} was changed, which this server has read: stop it, and start "npm run dev" again`;
}
