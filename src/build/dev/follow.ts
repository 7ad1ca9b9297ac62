import type { ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';

const timingName = 'load';
const eventName = 'scrollback:shown';

/**
 * What a page does in development, as JavaScript: it tells which load of the content it shows. `hot` is an expression for
 * its connection to Vite.
 */
export function followScript(hot: string): string {
  return `const [page] = performance.getEntriesByType('navigation');
const load = page?.serverTiming.find(({ name }) => name === '${timingName}')?.description;
if (load !== undefined) ${hot}.send('${eventName}', Number(load));`;
}

/**
 * Has open pages follow the content. A page that was on its way while the content was loaded could not be told: it says
 * what it shows once it listens, and is told then.
 */
export class OpenPages {
  readonly #server: ViteDevServer;
  #loads = 0;

  constructor(server: ViteDevServer) {
    this.#server = server;
    server.ws.on(eventName, (shown: number, client) => {
      if (shown < this.#loads) client.send({ type: 'full-reload' });
    });
  }

  /** The content was loaded: every page shows it anew. */
  follow(): void {
    this.#loads++;
    this.#server.ws.send({ type: 'full-reload' });
  }

  /** Marks the answer to a request for a page. */
  mark(response: ServerResponse): void {
    response.setHeader('server-timing', `${timingName};desc="${this.#loads}"`);
  }
}
