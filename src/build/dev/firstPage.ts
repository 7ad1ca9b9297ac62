import type { ViteDevServer } from 'vite';

/**
 * Has modules of pages taken apart before they are asked for, until a page was shown or something was changed: left to
 * itself, each waits for the one before it. Later it would keep what was changed from being run again, since a module that
 * is taken apart counts as one that has run.
 */
export function hurryFirstPage(server: ViteDevServer): void {
  const eager = Object.values(server.environments)
    .filter(({ config }) => config.consumer === 'server')
    .map(({ config }) => config.dev);
  const set = (isEager: boolean) => {
    for (const dev of eager) dev.preTransformRequests = isEager;
  };
  set(true);
  server.watcher.once('all', () => set(false));
  server.middlewares.use((_, response, next) => {
    response.once('finish', () => set(false));
    next();
  });
}
