import { entryAddress } from '../../item/entryAddress.ts';
import type { ImportedSite } from '../../item/item.ts';
import { Notes } from '../../item/notes.ts';
import { type ForeignMatter, listAt, splitForeign, textAt } from '../../markdown/frontMatter.ts';
import { authorsIn, fieldsOf, menuIn, siteFacts } from '../../markdown/siteFacts.ts';
import { isRecord } from '../../source/json.ts';
import { pythonValues, textPairs } from '../../source/python.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';
import { baseOf, type Made, type MadeOf, type MakerKind } from './maker.ts';

/** Nikola: https://getnikola.com/handbook.html */
export const nikola: MakerKind = {
  settings: /^((?:[^/]+\/)*?)conf\.py$/,
  read: async (source, file, root) => {
    const text = await readSettingsText(source, file);
    // Sphinx has a file of that name, too.
    if (!/^(?:BLOG_TITLE|POSTS|TRANSLATIONS)\s*=/m.test(text)) return undefined;
    const settings = fieldsOf(pythonValues(text));
    const site = siteOf(settings);
    const folders = [...foldersIn(settings, root, 'posts'), ...foldersIn(settings, root, 'pages')];
    const pretty = !/^PRETTY_URLS\s*=\s*False\b/m.test(text);
    const base = baseOf(site) ?? '';
    const languages = Object.keys(settings.get('translations') ?? {});
    return {
      site,
      isText: (name) =>
        /\.(?:rst|txt|html?)$/.test(name) && folders.some(({ from }) => name.startsWith(from)),
      madeOf: (one) => made(one, { folders, languages, pretty, base }),
      withPlainAddresses: (body) => plain(body, root),
      matterBeside: async (name) => await meta(name, source),
    };
  },
};

/** What can be said for each language is a table of them, of which the first counts. */
function siteOf(settings: ForeignMatter): ImportedSite {
  const plain = new Map(
    [...settings].map(([key, value]) => [
      key,
      (isRecord(value) ? Object.values(value)[0] : undefined) ?? value,
    ]),
  );
  const language = textAt(plain, 'defaultlang');
  const links = textPairs(plain.get('navigationlinks'));
  return {
    ...siteFacts(plain),
    tagline: textAt(plain, 'blogdescription'),
    language,
    authors: authorsIn(plain.get('blogauthor')),
    author: textAt(plain, 'blogauthor'),
    menu: menuIn(Object.fromEntries(links.map(([address, label]) => [label, address]))),
    lists: [
      { address: '/rss.xml', feed: 'RSS' },
      { address: '/categories/{slug}/' },
      { address: '/categories/{slug}.xml', feed: 'RSS' },
    ],
  };
}

/** Where texts of a kind lie, and below which path of the site they are. */
interface Folder {
  readonly from: string;
  readonly to: string;
  readonly isPage: boolean;
}

function foldersIn(settings: ForeignMatter, root: string, key: string): Folder[] {
  const said = settings.get(key);
  const rows: unknown[] = Array.isArray(said) ? said : [[`${key}/*`, key]];
  return rows.flatMap((row) => {
    const [glob, to]: unknown[] = Array.isArray(row) ? row : [];
    if (typeof glob !== 'string' || typeof to !== 'string') return [];
    const from = root + glob.slice(0, glob.lastIndexOf('/') + 1);
    return [{ from, to: to.replace(/^\/+|\/+$/g, ''), isPage: key === 'pages' }];
  });
}

/** They say who may read it. */
const closedTags = ['draft', 'private'];
const hiddenTags = [...closedTags, 'mathjax', 'featured'];

interface Nikola {
  readonly folders: readonly Folder[];
  readonly languages: readonly string[];
  readonly pretty: boolean;
  readonly base: string;
}

function made({ name, matter }: MadeOf, { folders, languages, pretty, base }: Nikola): Made {
  const tags = listAt(matter, ['tags'], /\s*,\s*/);
  const isHidden = tags.some((tag) => closedTags.includes(tag));
  const state = isHidden ? ('draft' as const) : undefined;
  const folder = folders.find(({ from }) => name.startsWith(from));
  if (folder === undefined) return { state, hiddenTags };
  const below = name.slice(folder.from.length);
  const [, stem = '', language] = /([^/]*?)(?:\.([a-z]{2}(?:[_-]\w+)?))?\.\w+$/.exec(below) ?? [];
  const lang = language !== undefined && languages.includes(language) ? language : undefined;
  const slug = textAt(matter, 'slug') ?? stem;
  const segments = [lang ?? '', folder.to, ...below.split('/').slice(0, -1), slug];
  const path = segments.filter((one) => one !== '').join('/');
  return {
    isPage: folder.isPage,
    slug,
    address: `${base}/${path}${pretty ? '/' : '.html'}`,
    translationKey: below.replace(/(?:\.[a-z]{2}(?:[_-]\w+)?)?\.\w+$/, ''),
    language: lang,
    state,
    hiddenTags,
  };
}

const marked = /\blink:\/\/(slug|filename|tag|category|category_rss)\/([^)\s"'<>#]+)/g;

function plain(body: string, root: string): string {
  return body.replace(marked, (_, kind: string, path: string) => {
    if (kind === 'filename') return entryAddress(root + path.replace(/^\//, ''));
    return kind === 'slug' ? `/${path}/` : `/categories/${path}/`;
  });
}

const order = ['title', 'slug', 'date', 'tags', 'link', 'description'];

/** `a.meta` beside `a.md`: as in the text itself, or, in old ones, a line for each fact. */
async function meta(name: string, source: Source): Promise<ForeignMatter | undefined> {
  const file = name.replace(/\.\w+$/, '.meta');
  if (!source.has(file)) return undefined;
  const text = await readSettingsText(source, file);
  const { matter, hasMatter } = splitForeign(text, new Notes());
  if (hasMatter) return matter;
  const lines = text.split('\n').map((line) => line.trim());
  return new Map(order.flatMap((key, at) => (lines[at] ? [[key, lines[at]]] : [])));
}
