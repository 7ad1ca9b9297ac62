import type { PathWithRoute } from 'astro';

/** A page or an endpoint of the site, as Astro tells it. */
export type SitePath = Pick<PathWithRoute, 'pathname' | 'cacheKey'> & {
  readonly route: Pick<PathWithRoute['route'], 'type' | 'component'>;
};

/** The file of a page, a path from the output folder: `2026/a/index.html` for `/2026/a/`. */
export function pageFile({ pathname, route }: SitePath): string {
  const path = plainPath(pathname);
  if (route.type === 'endpoint') return path;
  // Hosts look for these two there.
  if (path === '404' || path === '500') return `${path}.html`;
  return path === '' ? 'index.html' : `${path}/index.html`;
}

/** The address of a page on a site. */
export function pageAddress({ pathname, route }: SitePath, site: URL): URL {
  const path = plainPath(pathname);
  const isFolder = route.type !== 'endpoint' && path !== '';
  return new URL(encodeURI(isFolder ? `${path}/` : path), site);
}

function plainPath(pathname: string): string {
  return pathname.replace(/^\/+|\/+$/g, '');
}
