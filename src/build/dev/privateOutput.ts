import { join } from 'node:path';
import type { PreviewOptions } from 'vite';
import { decoded } from '#journal/address/contentPath.ts';
import { isInside, realPath } from '../../files/isInside.ts';

// Nobody is there: no address is passed on.
const target = 'http://127.0.0.1:9';

/**
 * What a server of what was built, which may be a checkout with a `.git` of its own, answers with "not found": addresses
 * of files that begin with a dot, and of links that lead out of its folder. `base` is the path that the site is below.
 */
export function privateOutput(folder: string, base: string): NonNullable<PreviewOptions['proxy']> {
  return {
    '^[^?#]*(?:[/\\\\]|%(?:25)*(?:2[fF]|5[cC]))(?:\\.|%(?:25)*2[eE])(?!well-known(?:/|$))': {
      target,
      bypass: () => false,
    },
    '^/': {
      target,
      bypass: ({ url = '/' }) => (leadsOut(folder, pathBelow(url, decoded(base))) ? false : url),
    },
  };
}

function pathBelow(address: string, base: string): string {
  const path = decoded(address.replace(/[?#].*$/s, ''));
  return path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}

/** A path is that of a file, of a page, or of a page's folder. */
function leadsOut(folder: string, path: string): boolean {
  const files = [path, `${path}/index.html`, `${path.replace(/\/$/, '')}.html`];
  return files.some((file) => !isInside(realPath(join(folder, file)), realPath(folder)));
}
