import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { pageEnvironment } from './pages/bundledFiles.ts';

/** Where pages of a dev server find a module of the program that Node has run. */
const key = Symbol.for('scrollback.modules');

/** Rooms of the program that Node runs anyway, to load the content: nothing in them takes a bundler. */
const rooms = 'cache cards files journal load look media related render'.split(' ');

/**
 * Has pages use those modules of the program that loaded the content, where the bundler would take hundreds of them apart
 * and Node would run them a second time. `folder` is the program's, absolute.
 */
export function sharedModules(folder: string): Plugin[] {
  return [served(folder), built(folder)];
}

/** Who changes such a module starts the dev server again, and is told so. */
function served(folder: string): Plugin {
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

/** How modules of these rooms are named by those of others, which is all that the bundler comes to see of them. */
const named = new RegExp(`^#journal/|/(?:${rooms.join('|')})/`);

/** The bundle of a build imports them from where they lie. */
function built(folder: string): Plugin {
  return {
    name: 'scrollback-shared-modules-of-build',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === pageEnvironment,
    resolveId: {
      filter: { id: named },
      async handler(id, importer) {
        const found = await this.resolve(id, importer, { skipSelf: true });
        if (!found || !isInRooms(folder, found.id)) return undefined;
        return { id: pathToFileURL(found.id).href, external: true };
      },
    },
  };
}

function isInRooms(folder: string, path: string): boolean {
  const [room = '', ...rest] = relative(folder, path).split(sep);
  return rooms.includes(room) && rest.length > 0 && /\.[jt]s$/.test(path);
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
