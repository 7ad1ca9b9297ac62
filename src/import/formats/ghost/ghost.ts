import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedItem } from '../../item/item.ts';
import { exportedJson, jsonIn } from '../../source/json.ts';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';
import { type GhostData, ghostData } from './data.ts';
import { documentOf } from './post.ts';
import { siteOf } from './site.ts';

/** Ghost's export: one JSON file, alone or with the folder `content` beside it. */
export const ghost: Format = {
  name: 'ghost',
  label: 'an export of Ghost',
  looksLike: 'a JSON file with "db" and "posts" in it',
  recognises: async (source) => {
    for (const name of candidates(source)) {
      const { text } = await readSourceText(source, name);
      const read = jsonIn(text);
      if (read === undefined ? beginsAsExport(text) : ghostData(read)) return 2;
    }
    return 0;
  },
  open: async (source) => openGhost(source),
};

async function openGhost(source: Source): Promise<OpenedExport> {
  const all: { readonly name: string; readonly data: GhostData }[] = [];
  for (const name of candidates(source)) {
    const { text } = await readSourceText(source, name);
    const data = ghostData(exportedJson(text, name, beginsAsExport));
    if (data) all.push({ name, data });
  }
  if (all.length === 0)
    throw new Error(
      `${source.name} has no JSON file of Ghost in it. Expected what Settings, Migration tools, Export gives.`,
    );
  return {
    async *items(): AsyncIterable<ImportedItem> {
      for (const { name, data } of all) {
        yield siteOf(data);
        for (const post of data.posts) yield documentOf(post, data, name);
      }
    },
    fileOf: (address) => pictureOf(address, source),
  };
}

/** Whether a text begins as an export does, be it whole or not. */
function beginsAsExport(text: string): boolean {
  return /^\s*\{\s*"(?:db|meta|data)"\s*:/.test(text) && /"(?:posts|posts_tags)"\s*:/.test(text);
}

/** JSON files as large as an export's; those of other programs are small or many. */
function candidates({ names }: Source): string[] {
  return names.filter((name) => /\.json$/i.test(name) && !/node_modules\//.test(name)).slice(0, 20);
}

/** A picture in the `content` folder of the server, wherever that lies in the source. */
function pictureOf(address: string, { names }: Source): string | undefined {
  const path = /\/content\/(?:images|media|files)\/[^?#]+/.exec(address)?.[0];
  if (path === undefined) return undefined;
  const plain = path.replace(/\/size\/w\d+(?:h\d+)?\//, '/');
  return names.find((name) => `/${name}`.endsWith(plain));
}
