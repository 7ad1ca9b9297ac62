import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { PreviewOptions, ViteDevServer } from 'vite';

/** The folders that a server of this machine knows. All are absolute. */
export interface ServedFolders {
  /** The folder that addresses begin in. */
  readonly root: string;
  /** Folders of which files are served, that one among them. What begins with a dot in them is not. */
  readonly roots: readonly string[];
  /** Folders of which nothing is served, wherever they are. */
  readonly closed: readonly string[];
  /** Folders of the program's own, within the others, that hold what pages are made of. */
  readonly open: readonly string[];
}

/**
 * Answers "not found" for what is nobody's business: the bot's memory, `.env`, `.git` and whatever else begins with a
 * dot, in any spelling of the address, also where a link leads there. Comes before everything else that a server does.
 */
export function guardPrivateFiles(server: ViteDevServer, folders: ServedFolders): void {
  const isPrivate = privateFiles(folders);
  server.middlewares.use((request, response, next) => {
    if (!isPrivate(request.url ?? '')) return next();
    response.statusCode = 404;
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end('not found\n');
  });
}

/**
 * The same for a server of what was built, which may be a checkout with a `.git` of its own: addresses of files that begin
 * with a dot are passed to nobody.
 */
export const privateAddresses: NonNullable<PreviewOptions['proxy']> = {
  '^[^?#]*(?:[/\\\\]|%(?:25)*(?:2[fF]|5[cC]))(?:\\.|%(?:25)*2[eE])(?!well-known(?:/|$))': {
    target: 'http://127.0.0.1:9',
    bypass: () => false,
  },
};

/** Whether an address, as it was asked for, leads to a file that is not to be seen. */
export function privateFiles(folders: ServedFolders): (address: string) => boolean {
  const roots = spellings(folders.root);
  const real = {
    root: folders.root,
    roots: folders.roots.flatMap(spellings),
    closed: folders.closed.flatMap(spellings),
    open: folders.open.flatMap(spellings),
  };
  return (address) => {
    const path = plainPath(address);
    if (path === undefined) return true;
    return filesMeant(path, roots).some((file) => isClosed(file, real));
  };
}

/** The path of an address without Vite's own prefixes; undefined where nobody can tell what it means. */
function plainPath(address: string): string | undefined {
  let path = address.replace(/[?#].*$/s, '');
  try {
    for (let times = 0; times < 3 && path.includes('%'); times++) path = decodeURIComponent(path);
  } catch {
    return isSuspicious(path) ? undefined : path;
  }
  const plain = path.replaceAll('\\', '/').replace(/[?#].*$/s, '');
  const isUnclear =
    /(^|\/)\.\.(\/|$)|\0/.test(plain) || (plain.includes('%') && isSuspicious(plain));
  return isUnclear ? undefined : withoutPrefixes(plain);
}

/** Vite takes `/@id//@fs/` and `/@id/file:///` for the same as `/@fs/`: every prefix goes. */
function withoutPrefixes(path: string): string {
  const next = path
    .replace(/\/{2,}/g, '/')
    .replace(/^(?:\/@(?:fs|id)(?=\/)|\/(?:__x00__|file:)(?:localhost(?=\/))?)\/?/i, '/');
  return next === path ? path : withoutPrefixes(next);
}

function isSuspicious(path: string): boolean {
  return /(^|[/\\])\.|%(2e|2f|5c|25)/i.test(path);
}

/** The patterns by which Vite itself refuses whatever lies in a folder, in whichever way it is asked for it. */
export function patternsOf(folder: string): string[] {
  return spellings(folder).flatMap((one) => {
    const escaped = one.replaceAll('\\', '/').replace(/[^\w/.:-]/g, '?');
    return [escaped, `${escaped}/**`];
  });
}

/** An address is that of a file below the root, or that of a file anywhere. */
function filesMeant(path: string, roots: readonly string[]): string[] {
  const anywhere = resolve(/^\/+[a-z]:/i.test(path) ? path.replace(/^\/+/, '') : path);
  return roots.some((root) => isInside(anywhere, root))
    ? [anywhere]
    : [anywhere, ...roots.map((root) => resolve(root, `.${sep}${path}`))];
}

function isClosed(file: string, { roots, closed, open }: ServedFolders): boolean {
  const spelled = spellings(file);
  const isWithin = (folders: readonly string[], path: string) =>
    folders.some((folder) => isInside(path, folder));
  if (spelled.some((path) => isWithin(closed, path))) return true;
  // Packages are linked from wherever package managers keep them.
  const linkedFrom = isWithin(open, file) ? undefined : nearest(roots, file);
  return spelled.some((path) => {
    const root = nearest(roots, path) ?? linkedFrom;
    return root !== undefined && !isWithin(open, path) && hasHidden(root, path);
  });
}

/** The longest root says most: a journal may lie below a folder that begins with a dot. */
function nearest(roots: readonly string[], path: string): string | undefined {
  return roots.filter((root) => isInside(path, root)).sort((a, b) => b.length - a.length)[0];
}

/** Whether a name on the way from one path to the other begins with a dot: a link leads out of its folder, too. */
function hasHidden(root: string, path: string): boolean {
  return relative(root, path)
    .split(/[\\/]/)
    .some((name) => name.startsWith('.') && name !== '..' && name !== '.well-known');
}

/** Disks of some machines make no difference between large and small letters. */
function isInside(file: string, folder: string): boolean {
  const path = relative(folder.toLowerCase(), file.toLowerCase());
  return path === '' || (!path.startsWith('..') && !isAbsolute(path));
}

/** A path as it is written, and the one that it leads to; of a file that is not there, its folder's. */
function spellings(path: string): string[] {
  try {
    return [...new Set([path, realpathSync(path)])];
  } catch {
    const parent = resolve(path, '..');
    if (parent === path) return [path];
    return [
      ...new Set([path, ...spellings(parent).map((one) => join(one, path.slice(parent.length)))]),
    ];
  }
}
