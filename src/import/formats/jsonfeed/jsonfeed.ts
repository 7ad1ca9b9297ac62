import { uploadedFile } from '../../format/files.ts';
import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedItem } from '../../item/item.ts';
import { brokenItem, leftOut } from '../../item/leftOut.ts';
import { folderOf } from '../../item/oldPath.ts';
import { textsIn } from '../../markdown/foreignFile.ts';
import { textStream } from '../../source/decode.ts';
import { isRecord, textIn } from '../../source/json.ts';
import { type JsonPart, jsonParts } from '../../source/jsonParts.ts';
import type { Source } from '../../source/source.ts';
import { namesThat } from '../../source/text.ts';
import { itemsOfPage, pageIn } from './page.ts';
import { documentOf, siteOf } from './post.ts';

/** A JSON Feed: a file alone, or in the Blog Archive Format of Micro.blog (`.bar`), with `uploads` beside it. */
export const jsonfeed: Format = {
  name: 'jsonfeed',
  label: 'a JSON Feed',
  looksLike:
    'feed.json, alone or in an archive of Micro.blog (.bar) with uploads beside it, or its index.html',
  recognises: async (source) => {
    if ((await feedsIn(source)).length === 0) return (await isArchive(source)) ? 1 : 0;
    // Beside texts, it is one of the files that are made of them.
    return textsIn(source).texts.length > 0 ? 1 : 2;
  },
  open: openFeed,
};

async function openFeed(source: Source): Promise<OpenedExport> {
  const files = await feedsIn(source);
  const page = files.length === 0 ? await pageIn(source) : undefined;
  if (page !== undefined)
    return { items: () => itemsOfPage(source, page), fileOf: (one) => uploadedFile(one, source) };
  if (files.length === 0)
    throw new Error(
      `${source.name} has no JSON Feed in it. Expected feed.json at its top, with "version": "https://jsonfeed.org/version/1.1", or index.html with entries (h-entry).`,
    );
  return {
    async *items(): AsyncIterable<ImportedItem> {
      for (const file of files) yield* itemsOf(source, file);
    },
    fileOf: (address) => uploadedFile(address, source),
  };
}

/** An archive of Micro.blog without its feed has all entries in its page, too. A page alone may be anybody's. */
async function isArchive(source: Source): Promise<boolean> {
  const isLikely =
    /\.bar$/i.test(source.name) ||
    source.names.some((name) => /^(?:[^/]+\/)?uploads\//.test(name)) ||
    source.names.length === 1;
  return isLikely && (await pageIn(source)) !== undefined;
}

/** Files at the top, or in the one folder of an archive; one that was given another name stands alone. */
async function feedsIn(source: Source): Promise<string[]> {
  const { names } = source;
  const likely = names.length === 1 ? /\.json$/i : /^(?:[^/]+\/)?feed\.json$/i;
  return await namesThat(names, async (name) => likely.test(name) && (await isFeed(source, name)));
}

async function isFeed(source: Source, file: string): Promise<boolean> {
  for await (const part of parts(source, file, /^version$/))
    if (part.is === 'value')
      return /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//.test(String(part.value));
  return false;
}

/** The values of a feed whose paths are wished for. */
async function* parts(source: Source, file: string, wished: RegExp): AsyncIterable<JsonPart> {
  const { pieces } = await textStream(source, file);
  yield* jsonParts(pieces, (path) => {
    if (wished.test(path)) return 'take';
    return path === '' || path === 'items' ? 'enter' : 'pass';
  });
}

async function* itemsOf(source: Source, file: string): AsyncIterable<ImportedItem> {
  const feed: Record<string, unknown> = {};
  for await (const part of parts(source, file, /^(?!items$)\w+$/))
    if (part.is === 'value') feed[part.path] = part.value;
  yield siteOf(feed);
  const folder = folderOf(file);
  // Micro.blog gives there what its writers wrote; elsewhere, it is plain.
  const hasMarkdown =
    source.names.some((name) => name.startsWith(`${folder}uploads/`)) ||
    source.has(`${folder}index.html`);
  for await (const part of parts(source, file, /^items\.\*$/)) {
    if (part.is === 'broken') yield brokenItem(part, file, 'entry');
    if (part.is === 'value' && isRecord(part.value))
      yield documentOf(part.value, file, hasMarkdown);
  }
  const next = textIn(feed, 'next_url');
  const why = `the feed goes on at ${next}: save that, and import it too`;
  if (next !== undefined) yield leftOut(file, 'rest of the feed', why);
}
