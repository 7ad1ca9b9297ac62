import { posix } from 'node:path';
import { entryAddress } from '../../item/entryAddress.ts';
import type { ImportedSite } from '../../item/item.ts';
import { foreignMatter } from '../../markdown/foreignFile.ts';
import { textAt } from '../../markdown/frontMatter.ts';
import { fieldsOf, type MenuPage, menuOfPages } from '../../markdown/siteFacts.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';

const settings = /^((?:[^/]+\/){0,2}?)(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/;

/** What Eleventy made of the texts of a folder; of one that is not Eleventy's, nothing. */
export interface EleventyFolder {
  /** Whether Eleventy is set up there. */
  readonly isOne: boolean;
  /** The folder of what it reads, with a final `/`, or empty. */
  readonly top: string;
  /** The address of a text where its front matter says none, by its place; undefined where it had another, or none. */
  addressOf(name: string): string | undefined;
  /** Whether a text lies at the top of what Eleventy reads, where pages such as "about" do. */
  isAtTop(name: string): boolean;
  /** Whether the data of its folder, or of one above, has no page made of a text that does not say otherwise. */
  isHidden(name: string): boolean;
  /** The folder of its data, with a final `/`; undefined where there is none. */
  readonly data: string | undefined;
}

/** Reads how Eleventy is set up in a folder. */
export async function eleventyFolder(source: Source): Promise<EleventyFolder> {
  const [file, root = ''] =
    source.names.map((name) => settings.exec(name)).find((found) => found !== null) ?? [];
  const anyData = source.names.map((name) => /^(?:[^/]+\/){0,3}?_data\//.exec(name)?.[0]);
  const data = anyData.find((one) => one !== undefined);
  if (file === undefined)
    return {
      isOne: false,
      top: '',
      addressOf: () => undefined,
      isAtTop: () => false,
      isHidden: () => false,
      data,
    };
  const text = await readSettingsText(source, file);
  const input = /\binput["']?\s*:\s*["'`](?:\.?\/)?([^"'`]*?)\/?["'`]/.exec(text)?.[1] ?? '';
  const top = root + (input === '' || input === '.' ? '' : `${input}/`);
  const own = /\bdata["']?\s*:\s*["'`](?:\.?\/)?([^"'`]*?)\/?["'`]/.exec(text)?.[1];
  const others = await foldersWithData(source, top, /\bpermalink\b/);
  const hidden = await foldersWithData(source, top, withoutPages);
  return {
    isOne: true,
    top,
    addressOf: (name) =>
      name.startsWith(top) && !others.some((folder) => name.startsWith(folder))
        ? addressAt(name.slice(top.length))
        : undefined,
    isHidden: (name) => hidden.some((folder) => name.startsWith(folder)),
    data: own === undefined ? data : `${posix.normalize(top + own)}/`,
    isAtTop: (name) => name.startsWith(top) && !name.slice(top.length).includes('/'),
  };
}

/** What data says of texts that are no pages, or in no list. */
const withoutPages =
  /\bpermalink["']?\s*:\s*false\b|\b(?:draft|eleventyExcludeFromCollections)["']?\s*:\s*true\b/;

/** Folders whose data file, which is a program more often than not, has these words. */
async function foldersWithData(source: Source, top: string, words: RegExp): Promise<string[]> {
  const folders: string[] = [];
  for (const name of source.names) {
    const [, folder] = /^((?:.*\/)?([^/]+)\/)\2(?:\.11tydata)?\.(?:json|[cm]?js)$/.exec(name) ?? [];
    if (folder === undefined || !folder.startsWith(top)) continue;
    if (words.test(await readSettingsText(source, name))) folders.push(folder);
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

/** The menu that texts make of themselves by `eleventyNavigation`, as its plugin does: those at its top. */
export async function navigationIn(
  texts: readonly string[],
  source: Source,
): Promise<ImportedSite> {
  const pages: MenuPage[] = [];
  for (const name of texts) {
    const place = fieldsOf((await foreignMatter(source, name)).get('eleventynavigation'));
    const address = textAt(place, 'url') ?? entryAddress(name);
    if (!place.has('parent')) pages.push({ label: textAt(place, 'title', 'key'), address, place });
  }
  return menuOfPages(pages);
}
