import type { Format, OpenedExport } from '../../format/format.ts';
import { fileBelow } from '../../format/uploads.ts';
import type { ImportedItem } from '../../item/item.ts';
import { brokenItem } from '../../item/leftOut.ts';
import type { BrokenPart } from '../../source/jsonParts.ts';
import type { Source } from '../../source/source.ts';
import { ghostData, ghostPosts, hasPosts, type Row } from './data.ts';
import { documentOf } from './post.ts';
import { siteOf } from './site.ts';

/** Ghost's export: one JSON file, alone or with the folder `content` beside it. */
export const ghost: Format = {
  name: 'ghost',
  label: 'an export of Ghost',
  looksLike: 'a JSON file with "db" and "posts" in it',
  recognises: async (source) => {
    for (const name of candidates(source)) if (await hasPosts(source, name)) return 2;
    return 0;
  },
  open: async (source) => openGhost(source),
};

async function openGhost(source: Source): Promise<OpenedExport> {
  const files: string[] = [];
  for (const name of candidates(source)) if (await hasPosts(source, name)) files.push(name);
  if (files.length === 0)
    throw new Error(
      `${source.name} has no JSON file of Ghost in it. Expected what Settings, Migration tools, Export gives.`,
    );
  return {
    async *items(): AsyncIterable<ImportedItem> {
      for (const file of files) yield* itemsOf(source, file);
    },
    fileOf: (address) => pictureOf(address, source),
  };
}

async function* itemsOf(source: Source, file: string): AsyncIterable<ImportedItem> {
  const { data, left } = await ghostData(source, file);
  yield siteOf(data);
  for await (const post of ghostPosts(source, file))
    yield isBroken(post) ? brokenItem(post, file, 'post') : documentOf(post, data, file);
  yield* left;
}

function isBroken(post: Row | BrokenPart): post is BrokenPart {
  return post['is'] === 'broken';
}

/** JSON files as large as an export's; those of other programs are small or many. */
function candidates({ names }: Source): string[] {
  return names.filter((name) => /\.json$/i.test(name) && !/node_modules\//.test(name)).slice(0, 20);
}

/** A picture in the `content` folder of the server, wherever that lies in the source. */
function pictureOf(address: string, source: Source): string | undefined {
  const path = /\/content\/(?:images|media|files)\/[^?#]+/.exec(address)?.[0];
  return fileBelow(path?.replace(/\/size\/w\d+(?:h\d+)?\//, '/'), source);
}
