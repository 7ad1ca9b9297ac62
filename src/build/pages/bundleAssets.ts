import { copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { pageEnvironment } from './bundledFiles.ts';

/**
 * Moves what pages load out of the folder of the bundle, where that is not in the output folder. Astro would rename it, which
 * no system does from one disk to another, and leaves alone what is not there.
 */
export function bundleAssets(outputFolder: string): Plugin {
  return {
    name: 'scrollback-bundle-assets',
    async writeBundle({ dir = '' }, bundle) {
      if (this.environment.name !== pageEnvironment) return;
      const assets = Object.values(bundle).filter(({ type }) => type === 'asset');
      await moveAssets(
        dir,
        outputFolder,
        assets.map(({ fileName }) => fileName),
      );
    },
  };
}

/** Moves files from one folder into another on whichever disk, but for one around it. `names` are paths from there. */
export async function moveAssets(
  from: string,
  to: string,
  names: readonly string[],
): Promise<void> {
  if (resolve(from).startsWith(resolve(to) + sep)) return;
  for (const name of names) {
    const target = join(to, name);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(from, name), target);
    await rm(join(from, name));
  }
}
