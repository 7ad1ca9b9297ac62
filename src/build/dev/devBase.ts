import type { ViteDevServer } from 'vite';
import { requestOnSite } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';

/**
 * The path below which Astro's dev server is told to serve. It compares that, encoded, with the decoded path of a request:
 * where the two differ {@link serveBelow} has to do it.
 */
export function devBase(base: string): string {
  return decoded(base) === base ? `${base}/` : '/';
}

/**
 * Serves what is below such a path as if it were at the root of the host, where Vite's own modules are as well. Of any other
 * Astro has taken the path away before, but where a browser encodes it in another way (`%27` for an apostrophe).
 */
export function serveBelow(server: ViteDevServer, base: string): void {
  const isAtRoot = devBase(base) === '/';
  server.middlewares.use((request, _, next) => {
    const { url = '/', originalUrl = url } = request;
    if (isAtRoot || !originalUrl.startsWith(base)) request.url = requestOnSite(url, base) ?? url;
    next();
  });
}
