import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Serves pages by their paths, and 404 for all others. */
export async function serveSite(
  pages: Readonly<Record<string, string>>,
): Promise<{ readonly root: string; close(): void }> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200).end(page ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { root: `http://127.0.0.1:${port}`, close: () => void server.close() };
}
