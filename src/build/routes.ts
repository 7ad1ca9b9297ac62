import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { InjectedRoute } from 'astro';
import { filesBelow } from '../files/outputFolder.ts';

const folder = resolve(import.meta.dirname, '../routes');

/**
 * The addresses of the site, each read out of the name of its file, as Astro reads those of a project's own pages. Where
 * `pages`, the folder of those, has a file for the same address, that one counts.
 */
export async function siteRoutes(pages: string): Promise<InjectedRoute[]> {
  const [ours, theirs] = await Promise.all([routesBelow(folder), routesBelow(pages)]);
  const taken = new Set(theirs.map(({ pattern }) => pattern));
  return ours.filter(({ pattern }) => !taken.has(pattern));
}

/** Whether a file is that of a route of ours. */
export function isOwnRoute(path: string): boolean {
  return path.startsWith(`${folder}${sep}`);
}

async function routesBelow(root: string): Promise<InjectedRoute[]> {
  const files = (await filesBelow(root)).filter((file) => isRoute.test(file));
  return files.map((file) => ({
    pattern: patternOf(file),
    entrypoint: pathToFileURL(join(root, file)),
    prerender: true,
  }));
}

const isRoute = /\.(?:astro|(?<!\.d\.)ts|js)$/;

function patternOf(file: string): string {
  return `/${file.replace(/\.\w+$/, '').replace(/(?:^|\/)index$/, '')}`;
}
