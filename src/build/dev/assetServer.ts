import { extname } from 'node:path';
import type { ViteDevServer } from 'vite';
import { href } from '#journal/address/base.ts';
import { decoded } from '#journal/address/contentPath.ts';
import { normalizePath } from '#journal/address/permalink.ts';
import { publicFile } from '#journal/content/contentName.ts';
import { isFeedFile, redirectsOf } from '#journal/public/redirects.ts';
import { allCards } from '../../cards/allCards.ts';
import type { Cards } from '../../cards/cards.ts';
import { currentJournal, hasJournal } from '../../load/current.ts';
import type { Assets } from '../../media/assets.ts';
import { redirectPage } from '../output/redirects.ts';
import { sendFile } from './sendFile.ts';

/** What makes pictures when they are asked for. */
export interface AssetSources {
  readonly assets: Assets;
  readonly cards: Cards;
}

/**
 * Serves in development what a build writes into files: redirects, cards, pictures and files beside entries, and what lies
 * in the content folder's public/.
 */
export function serveAssets(server: ViteDevServer, { assets, cards }: AssetSources): void {
  server.middlewares.use((request, response, next) => {
    if (!hasJournal()) return next();
    const address = (request.url ?? '').split('?')[0] ?? '';
    const own = publicFileAt(address);
    if (own !== undefined) return sendFile(own, typeOf(own), response, next);
    const { journal } = currentJournal();
    const target = redirectsOf(journal).get(normalizePath(address));
    if (target !== undefined && isFeedFile(journal, target)) {
      response.writeHead(302, { location: href(target, journal.site.url) }).end();
      return;
    }
    if (target !== undefined) {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(redirectPage(target, journal.site));
      return;
    }
    if (address.startsWith('/_images/cards/')) {
      const card = allCards(currentJournal()).find((one) => one.path === address);
      if (!card) return next();
      cards.fileOf(card).then((file) => sendFile(file, 'image/png', response, next), next);
      return;
    }
    if (!/^\/_(images|files)\//.test(address)) return next();
    assets.serve(address).then((file) => {
      if (file === undefined) return next();
      sendFile(file, typeOf(address), response, next);
    }, next);
  });
}

/** Where the file of public/ is that an address names; undefined for any other address. */
function publicFileAt(address: string): string | undefined {
  const { publicFiles, onDisk } = currentJournal();
  const path = decoded(address);
  const file = [path, `${path}index.html`].find((one) => publicFiles.includes(one));
  return file === undefined ? undefined : onDisk(publicFile(file));
}

function typeOf(file: string): string | undefined {
  return types[extname(file).toLowerCase()];
}

/** Of all others browsers find out by themselves, or ask where to put them. */
const types: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.wasm': 'application/wasm',
};
