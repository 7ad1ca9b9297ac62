import { posix } from 'node:path';
import type { Plugin, RenderBuiltAssetUrl, UserConfig } from 'vite';
import { pathInAddresses } from './pages/sitePath.ts';

/**
 * Leaves the import of Pagefind's module to the browser: the file comes into being after the bundle. Scripts are in the
 * folder `assets` of the site, and name it from there. The dev server makes no index, and looks for dependencies in any
 * module that has another name than the one that was imported.
 */
export function pagefindModule(assets: string): Plugin {
  const up = '../'.repeat(assets.split('/').filter((name) => name !== '').length);
  return {
    name: 'scrollback-pagefind',
    enforce: 'pre',
    resolveId(id) {
      if (id !== pagefind) return undefined;
      const isBuild = this.environment.mode === 'build';
      return { id: isBuild ? up + pagefind.slice(1) : pagefind, external: 'absolute' };
    },
  };
}

const pagefind = '/pagefind/pagefind.js';

/**
 * How bundled files name each other: style sheets from where they are, in the folder `assets`, and modules that make pages
 * by the path of the site that they come to make. So the same bundle makes a site below any path of its host. What a rule
 * of the project's own says, in its settings for the bundler, comes first.
 */
export function movableAddresses(
  assets: string,
  { experimental }: Pick<UserConfig, 'experimental'>,
): RenderBuiltAssetUrl {
  return (file, context) => {
    const said = experimental?.renderBuiltUrl?.(file, context);
    if (said !== undefined) return said;
    const { type, hostType, ssr } = context;
    if (type !== 'asset') return undefined;
    if (hostType === 'css') return posix.relative(assets, file);
    return ssr && hostType === 'js'
      ? { runtime: `${pathInAddresses} + ${JSON.stringify(file)}` }
      : undefined;
  };
}
