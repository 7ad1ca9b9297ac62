import { createServer } from 'node:net';

/** A port that nobody has on the loopback interface: the wanted one, or one of those above it, or any with 0. */
export async function freePort(wanted: number, tries = 100): Promise<number> {
  for (let port = wanted; port < wanted + tries; port++) {
    const found = await portIfFree(port);
    if (found !== undefined) return found;
  }
  throw new Error(
    `The ports ${wanted} to ${wanted + tries - 1} are all taken. Name another one: npm run demo -- --port 5000`,
  );
}

function portIfFree(port: number): Promise<number | undefined> {
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  const server = createServer();
  server.once('error', () => resolve(undefined));
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    const found = typeof address === 'object' ? address?.port : undefined;
    server.close(() => resolve(found));
  });
  return promise;
}
