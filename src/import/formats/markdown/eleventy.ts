import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';

const settings = /^((?:[^/]+\/){0,2}?)(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/;

/** What Eleventy made of the texts of a folder; of one that is not Eleventy's, nothing. */
export interface EleventyFolder {
  /** The address of a text where its front matter says none, by its place; undefined where it had another, or none. */
  addressOf(name: string): string | undefined;
  /** Whether a text lies at the top of what Eleventy reads, where pages such as "about" do. */
  isAtTop(name: string): boolean;
}

/** Reads how Eleventy is set up in a folder. */
export async function eleventyFolder(source: Source): Promise<EleventyFolder> {
  const [file, root = ''] =
    source.names.map((name) => settings.exec(name)).find((found) => found !== null) ?? [];
  if (file === undefined) return { addressOf: () => undefined, isAtTop: () => false };
  const { text } = await readSourceText(source, file);
  const input = /\binput["']?\s*:\s*["'`](?:\.?\/)?([^"'`]*?)\/?["'`]/.exec(text)?.[1] ?? '';
  const top = root + (input === '' || input === '.' ? '' : `${input}/`);
  const others = await foldersWithOwnRule(source, top);
  return {
    addressOf: (name) =>
      name.startsWith(top) && !others.some((folder) => name.startsWith(folder))
        ? addressAt(name.slice(top.length))
        : undefined,
    isAtTop: (name) => name.startsWith(top) && !name.slice(top.length).includes('/'),
  };
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
