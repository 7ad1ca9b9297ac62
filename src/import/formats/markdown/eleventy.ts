import { posix } from 'node:path';
import { entryAddress } from '../../item/entryAddress.ts';
import { foreignMatter } from '../../markdown/foreignFile.ts';
import { textAt } from '../../markdown/frontMatter.ts';
import { fieldsOf, type MenuPage, menuOfPages } from '../../markdown/siteFacts.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';

const settings = /^((?:[^/]+\/){0,2}?)(?:\.eleventy|eleventy\.config)\.[cm]?[jt]s$/;

/** What Eleventy made of the texts of a folder; of one that is not Eleventy's, nothing. */
export type EleventyFolder = Awaited<ReturnType<typeof eleventyFolder>>;

/** Reads how Eleventy is set up in a folder. */
export async function eleventyFolder(source: Source) {
  const [file, root = ''] =
    source.names.map((name) => settings.exec(name)).find((found) => found !== null) ?? [];
  const anyData = source.names.map((name) => /^(?:[^/]+\/){0,3}?_data\//.exec(name)?.[0]);
  const isOne = file !== undefined;
  const text = isOne ? await readSettingsText(source, file) : '';
  const input = /\binput["']?\s*:\s*["'`](?:\.?\/)?([^"'`]*?)\/?["'`]/.exec(text)?.[1] ?? '';
  const top = root + (input === '' || input === '.' ? '' : `${input}/`);
  const own = /\bdata["']?\s*:\s*["'`](?:\.?\/)?([^"'`]*?)\/?["'`]/.exec(text)?.[1];
  const others = isOne ? await foldersWithData(source, top, /\bpermalink\b/) : [];
  const hidden = isOne ? await foldersWithData(source, top, withoutPages) : [];
  const isWithin = (name: string) => isOne && name.startsWith(top);
  return {
    /** Whether Eleventy is set up there. */
    isOne,
    /** The folder of what it reads, with a final `/`, or empty. */
    top,
    /** The address of a text where its front matter says none, by its place; undefined where it had another, or none. */
    addressOf: (name: string) =>
      isWithin(name) && !others.some((folder) => name.startsWith(folder))
        ? addressAt(name.slice(top.length))
        : undefined,
    /** Whether a text lies at the top of what Eleventy reads, where pages such as "about" do. */
    isAtTop: (name: string) => isWithin(name) && !name.slice(top.length).includes('/'),
    /** Whether the data of its folder, or of one above, has no page made of a text that does not say otherwise. */
    isHidden: (name: string) => hidden.some((folder) => name.startsWith(folder)),
    /** The folder of its data, with a final `/`; undefined where there is none. */
    data:
      own === undefined
        ? anyData.find((one) => one !== undefined)
        : `${posix.normalize(top + own)}/`,
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
export async function navigationIn(texts: readonly string[], source: Source) {
  const pages: MenuPage[] = [];
  for (const name of texts) {
    const place = fieldsOf((await foreignMatter(source, name)).get('eleventynavigation'));
    const address = textAt(place, 'url') ?? entryAddress(name);
    if (!place.has('parent')) pages.push({ label: textAt(place, 'title', 'key'), address, place });
  }
  return menuOfPages(pages);
}
