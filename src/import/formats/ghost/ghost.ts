import { fileBelow } from '../../format/files.ts';
import { formatOf } from '../../format/format.ts';
import type {
  ImportedAuthor,
  ImportedItem,
  ImportedLink,
  ImportedList,
  ImportedSite,
} from '../../item/item.ts';
import { brokenItem } from '../../item/leftOut.ts';
import { type Fields, isRecord, jsonIn, textIn } from '../../source/json.ts';
import type { BrokenPart } from '../../source/jsonParts.ts';
import type { Source } from '../../source/source.ts';
import { namesThat } from '../../source/text.ts';
import { authorKey, type GhostTables, ghostPosts, ghostTables, hasPosts } from './data.ts';
import { documentOf } from './post.ts';

/** Ghost's export: one JSON file, alone or with the folder `content` beside it. */
export const ghost = formatOf({
  name: 'ghost',
  label: 'an export of Ghost',
  looksLike: 'a JSON file with "db" and "posts" in it',
  find: exportFiles,
  lacks: 'has no JSON file of Ghost in it. Expected what Settings, Migration tools, Export gives.',
  open: async (source, files) => ({
    async *items(): AsyncIterable<ImportedItem> {
      for (const file of files) yield* itemsOf(source, file);
    },
    fileOf: (address) => pictureOf(address, source),
  }),
});

/** JSON files as large as an export's; those of other programs are small or many. */
async function exportFiles(source: Source): Promise<string[]> {
  const likely = source.names.filter(
    (name) => /\.json$/i.test(name) && !/node_modules\//.test(name),
  );
  return await namesThat(likely.slice(0, 20), async (name) => await hasPosts(source, name));
}

async function* itemsOf(source: Source, file: string): AsyncIterable<ImportedItem> {
  const { table, left } = await ghostTables(source, file);
  yield siteOf(table);
  for await (const post of ghostPosts(source, file))
    yield isBroken(post) ? brokenItem(post, file, 'post') : documentOf(post, table, file);
  yield* left;
}

function isBroken(post: Fields | BrokenPart): post is BrokenPart {
  return post['is'] === 'broken';
}

/** A picture in the `content` folder of the server, wherever that lies in the source. */
function pictureOf(address: string, source: Source): string | undefined {
  const path = /\/content\/(?:images|media|files)\/[^?#]+/.exec(address)?.[0];
  return fileBelow(path?.replace(/\/size\/w\d+(?:h\d+)?\//, '/'), source);
}

/** What Ghost's settings say of the whole journal. They do not say where it was. */
function siteOf(table: GhostTables): ImportedSite {
  const settings = table('settings');
  const setting = (name: string) =>
    textIn(
      settings.find((row) => row['key'] === name),
      'value',
    );
  const authors = table('users').flatMap(authorOf);
  return {
    is: 'site',
    title: setting('title'),
    tagline: setting('description'),
    language: setting('locale') ?? setting('lang') ?? setting('default_locale'),
    timeZone: setting('timezone') ?? setting('active_timezone'),
    authors,
    author: authors[0]?.key,
    menu: menuOf(setting('navigation')),
    lists: [{ address: '/rss/', feed: 'RSS' }, ...table('tags').flatMap(tagLists)],
  };
}

function tagLists(row: Fields): ImportedList[] {
  const [slug, tag] = [textIn(row, 'slug'), textIn(row, 'name')];
  if (slug === undefined || tag === undefined) return [];
  const address = `/tag/${slug}/`;
  return [
    { address, tag },
    { address: `${address}rss/`, tag, feed: 'RSS' },
  ];
}

function authorOf(user: Fields): ImportedAuthor[] {
  const key = authorKey(user);
  const name = textIn(user, 'name');
  // Their e-mail addresses are nobody's business.
  return key === undefined || name === undefined
    ? []
    : [{ key, name, url: textIn(user, 'website'), bio: textIn(user, 'bio') }];
}

function menuOf(written: string | undefined): ImportedLink[] {
  const read: unknown = written === undefined ? [] : jsonIn(written);
  if (!Array.isArray(read)) return [];
  return read.filter(isRecord).flatMap(({ label, url }): ImportedLink[] => {
    if (typeof label !== 'string' || typeof url !== 'string') return [];
    return [{ label, address: url.replace('__GHOST_URL__', '') || '/' }];
  });
}
