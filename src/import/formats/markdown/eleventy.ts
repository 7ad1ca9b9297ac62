import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';

const settings = /^((?:[^/]+\/){0,2}?)(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/;

/** Gives the address that Eleventy made for a text of this name; undefined where it made another, or none. */
export type OwnAddress = (name: string) => string | undefined;

/** How Eleventy made addresses where front matter says none: by the place of the file. Other folders have none so. */
export async function eleventyAddresses(source: Source): Promise<OwnAddress> {
  const [file, root = ''] =
    source.names.map((name) => settings.exec(name)).find((found) => found !== null) ?? [];
  if (file === undefined) return () => undefined;
  const { text } = await readSourceText(source, file);
  const input = /\binput["']?\s*:\s*["'`](?:\.?\/)?([^"'`]*?)\/?["'`]/.exec(text)?.[1] ?? '';
  const top = root + (input === '' || input === '.' ? '' : `${input}/`);
  const others = await foldersWithOwnRule(source, top);
  return (name) =>
    name.startsWith(top) && !others.some((folder) => name.startsWith(folder))
      ? addressAt(name.slice(top.length))
      : undefined;
}

/** Folders whose data file has a rule of its own, which is a program more often than not. */
async function foldersWithOwnRule(source: Source, top: string): Promise<string[]> {
  const folders: string[] = [];
  for (const name of source.names) {
    const [, folder] = /^((?:.*\/)?([^/]+)\/)\2(?:\.11tydata)?\.(?:json|[cm]?js)$/.exec(name) ?? [];
    if (folder === undefined || !folder.startsWith(top)) continue;
    if (/\bpermalink\b/.test((await readSourceText(source, name)).text)) folders.push(folder);
  }
  return folders;
}

function addressAt(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1);
  const stem = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .replace(/^\d{4}-\d\d-\d\d-(?=.)/, '');
  const isOfFolder = stem === 'index' || stem === folders.at(-1);
  const segments = isOfFolder ? folders : [...folders, stem];
  return segments.length === 0 ? undefined : `/${segments.join('/')}/`;
}
