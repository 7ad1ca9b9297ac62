import { setTimeout as delay } from 'node:timers/promises';
import type { ViteDevServer } from 'vite';
import { isStopping } from '#journal/fault/fault.ts';
import type { LoadResult } from '../../load/loadJournal.ts';
import { type ChangingContent, changesOf } from './contentChanges.ts';
import { faultPage, type Trouble } from './faultPage.ts';
import { OpenPages } from './follow.ts';
import { FreshPages } from './freshPages.ts';

/** A content folder that a dev server shows while it is being written. `reload` puts what can be shown in place. */
export interface WatchedContent extends ChangingContent<LoadResult> {
  /** The same folder as the person named it. */
  readonly shownRoot: string;
  /** How its first load went. */
  readonly first: LoadResult;
  /** Changes whenever those documents do that are modules of the server; undefined while there is no journal. */
  modulesDigest(): string | undefined;
}

/** Where something writes all the time, pages do not wait for the end of it. */
const patienceMilliseconds = 2000;

/**
 * Keeps a dev server in step with the content folder: pages load anew after each change, and while the content is
 * wrong every page is the list of its faults.
 */
export function serveContent(server: ViteDevServer, content: WatchedContent): void {
  let trouble = troubleOf(content.first);
  let waiting: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();
  let saved = Promise.withResolvers<void>();
  saved.resolve();
  const pages = new OpenPages(server);
  const fresh = new FreshPages(server, () => content.modulesDigest());
  const reload = async () => {
    try {
      trouble = troubleOf(await changes.read());
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      content.tell(failure);
      trouble = { faults: [], failure };
    }
    fresh.renew();
    pages.follow();
  };
  const reloadSoon = () => {
    if (waiting === undefined) saved = Promise.withResolvers();
    clearTimeout(waiting);
    // One load after the other: they share what they keep.
    waiting = setTimeout(() => {
      waiting = undefined;
      turn = turn.then(reload).then(saved.resolve);
    }, changes.settleMilliseconds);
  };
  const changes = changesOf(server, content, () => reloadSoon());
  server.middlewares.use(async (request, response, next) => {
    if (!isPage(request.url ?? '')) return next();
    // Vite takes note of a saved document at once: made of what was there before, its module would stay so.
    await Promise.race([saved.promise, delay(patienceMilliseconds, undefined, { ref: false })]);
    pages.mark(response);
    if (!trouble) return next();
    response.statusCode = 500;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.end(faultPage(trouble, content.shownRoot));
  });
}

/** Faults in drafts, and warnings, are told in the terminal alone. */
function troubleOf({ faults }: LoadResult): Trouble | undefined {
  const stopping = faults.filter(isStopping);
  return stopping.length === 0 ? undefined : { faults: stopping, failure: undefined };
}

/** Pages, feeds and lists for machines: all that shows the content. Vite's own modules go on being served. */
function isPage(address: string): boolean {
  const path = address.split('?')[0] ?? '';
  return (
    !/^\/(?:@|_|node_modules\/|src\/)/.test(path) &&
    !/\.(?!html$|xml$|json$|opml$)[^./]+$/.test(path)
  );
}
