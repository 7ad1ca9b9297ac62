import { createServer } from 'node:net';

/**
 * A port that nobody has on the loopback interface, for a program that is about to start. The system names another one to
 * whoever asks next, so that two demos that start in the same moment have two.
 */
export function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer();
  server.once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    server.close(() => (port === undefined ? reject(new Error('no port is free')) : resolve(port)));
  });
  return promise;
}
