import { posix } from 'node:path';

/** A path from the root of the site that is left. */
export function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/**
 * What a document of that site calls an address of its own. Paths begin where the site does, which may be a folder of its
 * host: `base`. Those without a slash stand beside `page`, where there is one.
 */
export function oldAddress(path: string, base: string, page?: string): string {
  if (/^https?:/i.test(path)) return path;
  if (path.startsWith('/') || page === undefined) return base + rooted(path);
  return base + posix.join(posix.dirname(page), path);
}

/** A path as it stands in an address. */
export function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The folder of a file of a source, with a final `/`; empty for one at its top. */
export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** What stands behind the last slash of an address, without query and fragment. */
export function lastSegment(address: string): string {
  return address.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
}
