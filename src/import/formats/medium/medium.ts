import type { Format, OpenedExport } from '../../format/format.ts';
import { readDate } from '../../item/dates.ts';
import { entryAddress } from '../../item/entryAddress.ts';
import type { ImportedItem, ImportedSite, LeftOut } from '../../item/item.ts';
import { leftOut, orLeft } from '../../item/leftOut.ts';
import { likelySite } from '../../item/likelySite.ts';
import { Notes } from '../../item/notes.ts';
import { folderOf, lastSegment } from '../../item/oldPath.ts';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';
import { readStory, type StoryAddress, storyId } from './story.ts';

const page = /\.html?$/i;
const namedStory = /(?:^|\/)(?:\d{4}-\d\d-\d\d|draft)_[^/]*-[\da-f]{8,16}\.html$/;

/** Medium's export: a folder or an archive with a page for each story. */
export const medium: Format = {
  name: 'medium',
  label: 'an export of Medium',
  looksLike: 'posts/2018-08-11_Title-efefef121212.html, pages with the class h-entry',
  recognises: async (source) => {
    if (source.names.some((name) => namedStory.test(name))) return 2;
    const [first] = source.names.filter((name) => page.test(name));
    if (first === undefined) return 0;
    // What cannot be read is told where it is imported.
    const { text } = await readSourceText(source, first).catch(() => ({ text: '' }));
    return /class="h-entry"/.test(text) && /data-field="body"/.test(text) ? 2 : 0;
  },
  open: openMedium,
};

async function openMedium(source: Source): Promise<OpenedExport> {
  const stories = storyFiles(source);
  const byId = new Map<string, string>();
  const addresses: string[] = [];
  const authors = new Map<string, string>();
  for (const name of stories) {
    // What cannot be read is told where it is imported.
    const story = await storyIn(source, name, new Notes()).catch(() => undefined);
    for (const id of [story?.id, storyId(name)]) if (id !== undefined) byId.set(id, keyOf(name));
    if (story?.canonical !== undefined) addresses.push(story.canonical);
    if (story?.author && story.author.name !== '') authors.set(story.author.name, story.author.url);
  }
  const likely = likelySite(addresses);
  // Nobody can redirect from Medium's own host.
  const url = likely === undefined || isMedium(likely) ? undefined : likely;
  const addressOf: StoryAddress = (id) => {
    const key = byId.get(id);
    return key === undefined ? undefined : entryAddress(key);
  };
  return {
    async *items(): AsyncIterable<ImportedItem> {
      yield siteOf(authors, url);
      for (const name of stories)
        yield await orLeft(name, 'page', () => itemOf(source, name, { addressOf, url }));
      yield* leftOf(source, stories);
    },
  };
}

/** Stories lie in `posts`, where the export is whole; pages that are alone are stories, too. */
function storyFiles({ names }: Source): string[] {
  const pages = names.filter((name) => page.test(name));
  const posts = pages.filter((name) => /(?:^|\/)posts\//.test(name));
  return posts.length > 0 ? posts : pages;
}

async function storyIn(source: Source, name: string, notes: Notes) {
  return readStory((await readSourceText(source, name)).text, notes);
}

function keyOf(name: string): string {
  return storyId(name) ?? name.slice(name.lastIndexOf('/') + 1);
}

function isMedium(address: string): boolean {
  const host = URL.parse(address)?.hostname ?? '';
  return host === 'medium.com' || host.endsWith('.medium.com');
}

function siteOf(authors: ReadonlyMap<string, string>, url: string | undefined): ImportedSite {
  const [main] = authors.keys();
  return {
    is: 'site',
    url,
    lists: [{ address: '/feed', feed: 'RSS' }],
    title: main,
    author: main,
    authors: [...authors].map(([name, profile]) => ({ key: name, name, url: profile })),
  };
}

async function itemOf(
  source: Source,
  name: string,
  { addressOf, url }: { addressOf: StoryAddress; url: string | undefined },
): Promise<ImportedItem> {
  const notes = new Notes();
  const story = await storyIn(source, name, notes);
  if (!story) return leftOut(name, 'page', 'it is no story', true);
  const { canonical, published, author } = story;
  // Pages that were copied within the export may name another story; no two files have one name.
  const id = storyId(name) ?? story.id;
  const isDraft = /(?:^|\/)draft_/.test(name) || (canonical === undefined && !published);
  const isElsewhere =
    canonical !== undefined && !isMedium(canonical) && !canonical.startsWith(url ?? 'none');
  return {
    is: 'document',
    kind: 'entry',
    where: name,
    key: keyOf(name),
    title: story.title,
    slug: slugOf(canonical ?? name),
    date: published === undefined ? undefined : readDate(published),
    fallbackDate: source.modified(name),
    summary: story.subtitle,
    tags: story.tags,
    authors: author && author.name !== '' ? [author.name] : [],
    state: isDraft ? 'draft' : 'published',
    addresses: canonical === undefined || isDraft ? [] : [canonical],
    // As Medium's feeds have it.
    feedId: id === undefined || isDraft ? undefined : `https://medium.com/p/${id}`,
    canonical: isElsewhere ? canonical : undefined,
    syndication: canonical !== undefined && isMedium(canonical) ? [canonical] : [],
    body: { is: 'html', text: story.bodyWith(addressOf) },
    folder: folderOf(name),
    notes: notes.all,
  };
}

/** The words of an address or a file name, without Medium's id. */
function slugOf(address: string): string | undefined {
  const words = lastSegment(address)
    .replace(/\.html$/, '')
    .replace(/^(?:\d{4}-\d\d-\d\d|draft)_/, '')
    .replace(/-?[\da-f]{8,16}$/, '')
    .replace(/-{2,}/g, '-');
  return words === '' ? undefined : words.toLowerCase();
}

/** Claps, bookmarks, followers and the like: a line for each folder. */
function* leftOf({ names }: Source, stories: readonly string[]): Iterable<LeftOut> {
  const known = new Set(stories);
  const others = names.filter((name) => page.test(name) && !known.has(name));
  const folders = new Set(others.map(folderOf));
  for (const folder of folders) {
    const count = others.filter((name) => name.startsWith(folder)).length;
    yield leftOut(folder || 'pages', 'page', `${count} that are no stories`);
  }
}
