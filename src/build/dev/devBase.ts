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

/** Serves what is below such a path as if it were at the root of the host, where Vite's own modules are as well. */
export function serveBelow(server: ViteDevServer, base: string): void {
  if (devBase(base) === `${base}/`) return;
  server.middlewares.use((request, _, next) => {
    request.url = requestOnSite(request.url ?? '/', base) ?? request.url;
    next();
  });
}
