import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.xml': 'application/rss+xml',
};

/** A plain host for static files, as a built site will have. */
export interface StaticServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a folder on a free port of this machine, below a path (`/blog`) if need be, and nothing else then. */
export async function serve(folder: string, base = ''): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '');
    const named = join(folder, path.slice(base.length));
    const isServed = path === base || path.startsWith(`${base}/`);
    (isServed ? stat(named) : Promise.reject(new Error(path)))
      .then((found) => (found.isDirectory() ? join(named, 'index.html') : named))
      .then(async (file) => {
        response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
        response.end(await readFile(file));
      })
      .catch(() => {
        response.statusCode = 404;
        response.end();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
