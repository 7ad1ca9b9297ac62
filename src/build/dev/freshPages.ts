import type { ViteDevServer } from 'vite';

/** At this event of Vite's, Astro forgets which paths its routes have, as it does where a content collection changed. */
const pathsChanged = 'astro:content-changed';

/**
 * Has a dev server show content that was loaded anew. Pages ask for the journal each time, so that their modules stay:
 * to evaluate all of them again takes a second. Only documents that are modules themselves take others with them.
 */
export class FreshPages {
  readonly #server: ViteDevServer;
  readonly #digest: () => string | undefined;
  #shown: string | undefined;

  /** `digest` changes whenever documents do that are modules of the server. */
  constructor(server: ViteDevServer, digest: () => string | undefined) {
    this.#server = server;
    this.#digest = digest;
    this.#shown = digest();
  }

  /** The content was loaded. */
  renew(): void {
    const digest = this.#digest();
    if (digest !== this.#shown) this.#server.moduleGraph.invalidateAll();
    this.#shown = digest;
    for (const { hot } of Object.values(this.#server.environments)) hot.send(pathsChanged, {});
  }
}
