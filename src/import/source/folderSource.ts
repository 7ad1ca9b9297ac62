import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { isContentName } from '#journal/content/contentName.ts';
import { dropBuilt } from './built.ts';
import { mostBytesAtOnce, type Source } from './source.ts';

interface Found {
  readonly path: string;
  readonly size: number;
  readonly modified: number;
}

/** What a folder holds. Links are passed over: they may lead anywhere. */
export async function folderSource(folder: string): Promise<Source> {
  const all = await readdir(folder, { withFileTypes: true, recursive: true });
  const refused: { name: string; why: string }[] = [];
  const files = new Map<string, Found>();
  for (const one of all) {
    const path = join(one.parentPath, one.name);
    // Disks of macOS part letters and their marks, and no address does.
    const name = relative(folder, path).split(sep).join('/').normalize('NFC');
    if (!isSourceName(name)) continue;
    if (one.isSymbolicLink()) refused.push({ name, why: 'a link, which is not followed' });
    else if (one.isFile() && files.has(name)) refused.push({ name, why: secondOfName });
    else if (one.isFile()) files.set(name, foundAt(path, await lstat(path)));
  }
  dropBuilt(files);
  return { ...sourceOf(basename(folder), files, refused), path: folder };
}

/** One file by itself. */
export async function fileSource(path: string): Promise<Source> {
  const name = basename(path).normalize('NFC');
  return sourceOf(name, new Map([[name, foundAt(path, await lstat(path))]]), []);
}

/**
 * Whether a file of an export is read: hidden ones are where they are settings of a site, such as `.eleventy.js`, or in
 * `public/.well-known` of a content folder, wherever that is.
 */
export function isSourceName(name: string): boolean {
  const shown = name.replace(/(?<=(?:^|\/)public\/)\.(?=well-known\/)/, '');
  return (
    isContentName(shown) ||
    /^(?:[^/]+\/)*\.(?:htaccess|eleventy\.[cm]?[jt]s|(?:vuepress|vitepress)\/config(?:\/index)?\.[cm]?[jt]s)$/.test(
      name,
    )
  );
}

function foundAt(path: string, status: Stats): Found {
  return { path, size: status.size, modified: Math.floor(status.mtimeMs) };
}

function sourceOf(
  name: string,
  files: ReadonlyMap<string, Found>,
  refused: Source['refused'],
): Source {
  const { found, ...named } = filesByName(name, files);
  return {
    ...named,
    refused,
    damaged: new Map(),
    size: (file) => found(file).size,
    modified: (file) => found(file).modified,
    stream: async (file) => createReadStream(found(file).path),
    bytes: async (file) => {
      const { path, size } = found(file);
      if (size > mostBytesAtOnce) throw new Error(tooLarge(size));
      return await readFile(path);
    },
    close: () => undefined,
  };
}

/** Why a file is not read that has the name of another, be it in another form of Unicode. */
export const secondOfName = 'a second file of this name';

/** What a source says of its files by their names alone, and a way to what is known of each. */
export function filesByName<T>(name: string, files: ReadonlyMap<string, T>) {
  const found = (file: string): T => {
    const one = files.get(file);
    if (one === undefined) throw new Error(`${file} is not in ${name}`);
    return one;
  };
  return { name, names: [...files.keys()].sort(), has: (file: string) => files.has(file), found };
}

/** Why a file is not read at once. */
export function tooLarge(size: number): string {
  return `it has ${size} bytes, more than the ${mostBytesAtOnce} that a text or a picture may have`;
}
