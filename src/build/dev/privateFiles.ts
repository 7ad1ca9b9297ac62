import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import { isInsideAnyCase, realPath } from '../../files/isInside.ts';

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
  /** Folders within `root` that hold the site. Of what else is there, only what code of the site imports is served. */
  readonly site: readonly string[];
  /** Folders whose files have addresses as if they lay in `root`. */
  readonly public: readonly string[];
}

/** Whether code of the site imports a file, which is named by its absolute path. */
type IsImported = (file: string) => boolean;

/**
 * Answers "not found" for what is nobody's business: the bot's memory, `.env`, `.git` and whatever else begins with a
 * dot, keys and databases, and what of the project is not of the site; in any spelling of the address, also where a link
 * leads there. Comes before everything else that a server does.
 */
export function guardPrivateFiles(server: ViteDevServer, folders: ServedFolders): void {
  const isPrivate = privateFiles(folders, (file) =>
    Object.values(server.environments).some(({ moduleGraph }) => {
      const modules = moduleGraph.getModulesByFile(file.replaceAll('\\', '/'));
      return modules !== undefined && modules.size > 0;
    }),
  );
  server.middlewares.use((request, response, next) => {
    if (!isPrivate(request.url ?? '')) return next();
    response.statusCode = 404;
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end('not found\n');
  });
}

/** Whether an address, as it was asked for, leads to a file that is not to be seen. */
export function privateFiles(
  folders: ServedFolders,
  isImported: IsImported,
): (address: string) => boolean {
  const roots = spellings(folders.root);
  const real = {
    root: folders.root,
    roots: folders.roots.flatMap(spellings),
    closed: folders.closed.flatMap(spellings),
    open: folders.open.flatMap(spellings),
    site: folders.site.flatMap(spellings),
    public: folders.public,
  };
  const isOther = (file: string) =>
    isOutsideOfSite(file, roots, [...real.site, ...real.open]) && !isImported(file);
  return (address) => {
    const path = plainPath(address);
    if (path === undefined) return true;
    const files = filesMeant(path, roots);
    if (files.some((file) => isClosed(file, real))) return true;
    // With a question behind it, Vite looks for a module.
    const isPublic =
      !address.includes('?') && real.public.some((folder) => isFile(join(folder, path)));
    return !isPublic && files.flatMap(spellings).some((file) => isSecret(file) || isOther(file));
  };
}

/** Names of keys and of databases, which are secret wherever they lie. */
const secretName =
  /\.(?:pem|key|crt|p12|pfx|jks|kdbx?|ppk|sqlite3?|db)(?:[-.~].*)?$|(?:^|[\\/])id_(?:rsa|dsa|ecdsa|ed25519)[^\\/]*$/i;

function isSecret(file: string): boolean {
  return secretName.test(file) && isFile(file);
}

function isOutsideOfSite(file: string, roots: readonly string[], site: readonly string[]): boolean {
  const isWithin = (folders: readonly string[]) =>
    folders.some((one) => isInsideAnyCase(file, one));
  return isWithin(roots) && !isWithin(site) && isFile(file);
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
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

/** The patterns by which Vite itself refuses files that are secret by their names, and whatever lies in these folders. */
export function deniedPatterns(closed: readonly string[]): string[] {
  const secret = ['.env', '.env.*', '*.{crt,pem,key}', '**/.git/**'];
  const state = ['*.sqlite', '*.sqlite-*', '*.lock'];
  return [...secret, ...state, ...closed.flatMap(patternsOf)];
}

/** Those for what lies in a folder, in whichever way it is asked for. */
function patternsOf(folder: string): string[] {
  return spellings(folder).flatMap((one) => {
    const escaped = one.replaceAll('\\', '/').replace(/[^\w/.:-]/g, '?');
    return [escaped, `${escaped}/**`];
  });
}

/** An address is that of a file below the root, or that of a file anywhere. */
function filesMeant(path: string, roots: readonly string[]): string[] {
  const anywhere = resolve(/^\/+[a-z]:/i.test(path) ? path.replace(/^\/+/, '') : path);
  return roots.some((root) => isInsideAnyCase(anywhere, root))
    ? [anywhere]
    : [anywhere, ...roots.map((root) => resolve(root, `.${sep}${path}`))];
}

function isClosed(file: string, { roots, closed, open }: ServedFolders): boolean {
  const spelled = spellings(file);
  const isWithin = (folders: readonly string[], path: string) =>
    folders.some((folder) => isInsideAnyCase(path, folder));
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
  return roots.filter((root) => isInsideAnyCase(path, root)).sort((a, b) => b.length - a.length)[0];
}

/** Whether a name on the way from one path to the other begins with a dot: a link leads out of its folder, too. */
function hasHidden(root: string, path: string): boolean {
  return relative(root, path)
    .split(/[\\/]/)
    .some((name) => name.startsWith('.') && name !== '..' && name !== '.well-known');
}

/** A path as it is written, and the one that it leads to; of a file that is not there, its folder's. */
function spellings(path: string): string[] {
  return [...new Set([path, realPath(path)])];
}
