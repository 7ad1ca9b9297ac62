import { once } from 'node:events';
import { createServer } from 'node:net';

/** Of ports that are asked for without a number, no system gives away one of these. */
const [first, count] = [20_000, 10_000];

/** A port that nobody has, nor gets by chance until whoever asked for it listens there. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * count);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}
