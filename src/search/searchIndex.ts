import { readdirSync, readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { close, createIndex } from 'pagefind';
import { digestOf } from '../cache/bodies.ts';
import { rendererDigest } from '../cache/renderer.ts';
import type { SearchRecord } from './record.ts';

/** A file that the browser's side of the search loads. */
export interface SearchFile {
  /** From the folder of the search, with `/`. */
  readonly path: string;
  readonly content: Uint8Array;
}

interface Kept {
  readonly key: string;
  readonly files: readonly SearchFile[];
}

/**
 * The files of Pagefind for some records. Those of the last build, which `cacheFile` holds, serve again where `key`, a
 * digest of all that the records say, is the same: indexing takes seconds where the journal is large.
 *
 * @throws where Pagefind does not run, or refuses a record.
 */
export async function searchFiles(
  records: () => Promise<readonly SearchRecord[]>,
  key: string,
  language: string,
  cacheFile: string,
): Promise<readonly SearchFile[]> {
  const wholeKey = digestOf(codeDigest(), language, key);
  const kept = await readKept(cacheFile);
  if (kept?.key === wholeKey) return kept.files;
  const files = await indexed(await records(), language);
  await writeKept(cacheFile, { key: wholeKey, files });
  return files;
}

/** A digest of the code that makes records and, by the lock file, of Pagefind's version. */
function codeDigest(): string {
  const folder = import.meta.dirname;
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return digestOf(rendererDigest(), ...code);
}

/** Indexes one record after the other: Pagefind's output depends on their order, and on nothing else. */
async function indexed(
  records: readonly SearchRecord[],
  language: string,
): Promise<readonly SearchFile[]> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: language });
    if (!index) throw new Error(errors.join('; '));
    for (const record of records) {
      const added = await index.addCustomRecord({ ...record, ...writable(record), language });
      if (added.errors.length > 0) throw new Error(`${record.url}: ${added.errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    return files
      .filter(({ path }) => !isInterface(path))
      .map(plain)
      .sort(byPath);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Pagefind could not make the search index (${reason}). Expected its program for this kind of machine among the installed packages. Run npm install again.`,
      { cause },
    );
  } finally {
    await close();
  }
}

function writable({ meta, filters, sort }: SearchRecord) {
  return {
    meta: { ...meta },
    filters: Object.fromEntries(Object.entries(filters).map(([name, all]) => [name, [...all]])),
    sort: { ...sort },
  };
}

/** Pagefind brings search boxes of its own, which nothing here loads. */
function isInterface(path: string): boolean {
  return /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./.test(path);
}

// A view on a larger buffer would be kept with all of it.
function plain({ path, content }: SearchFile): SearchFile {
  return { path, content: Uint8Array.from(content) };
}

function byPath(a: SearchFile, b: SearchFile): number {
  return a.path < b.path ? -1 : 1;
}

async function readKept(file: string): Promise<Kept | undefined> {
  try {
    return deserialize(await readFile(file)) as Kept;
  } catch {
    // None yet, or one of another version of Node: the index is made anew.
    return undefined;
  }
}

// Replaced whole, so that builds at the same time never read half of each other's.
async function writeKept(file: string, kept: Kept): Promise<void> {
  const unfinished = `${file}.${process.pid}.new`;
  await writeFile(unfinished, serialize(kept));
  await rename(unfinished, file);
}
