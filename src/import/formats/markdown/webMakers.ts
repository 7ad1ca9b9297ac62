import type { ImportedAuthor, ImportedList, ImportedSite } from '../../item/item.ts';
import { foreignMatter } from '../../markdown/foreignFile.ts';
import { type ForeignMatter, textAt } from '../../markdown/frontMatter.ts';
import { fieldsOf, menuIn, siteFacts } from '../../markdown/siteFacts.ts';
import { exportedObject, namedValues } from '../../source/jsObject.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';
import { baseOf, type Made, type MadeOf, type Maker, type MakerKind } from './maker.ts';

/** A folder of a site, and below which path its texts are. */
interface Place {
  readonly from: string;
  readonly to: string;
  /** Whether its texts are pages; where it says nothing, those at its top without a date are. */
  readonly isPage?: boolean;
  /** Whether the day in the name of a file is a part of its path. */
  readonly hasDays?: boolean;
  /** Whether numbers before the names of files and folders order them, and are no part of their paths. */
  readonly hasNumbers?: boolean;
}

/** What one of these generators says: facts about the site, and where texts of which folder are. */
interface Setting {
  readonly settings: RegExp;
  /** Settings of the site; several are put together, the first to say a thing has it. */
  facts(values: ForeignMatter, read: Reading): Promise<readonly ForeignMatter[]>;
  /** From the folder of the site; the first that fits counts. */
  places(read: Reading): readonly Place[];
  /** Texts about people, from the folder of the site; the group is what others call them by. */
  readonly people?: RegExp;
  /** Whether a file is a text there that is for those who work on the folder elsewhere; the one at its top is the first page. */
  readonly isText?: (below: string) => boolean;
  /** Whether it makes no page of what has a `_` before its name or that of its folder. */
  readonly hidesMarked?: boolean;
  /** How its addresses end. */
  readonly end: '/' | '.html' | '';
  readonly lists: readonly ImportedList[];
}

interface Reading {
  readonly source: Source;
  readonly root: string;
  /** Text of its settings. */
  readonly text: string;
}

const gatsby: Setting = {
  settings: /^((?:[^/]+\/)*?)gatsby-config\.[cm]?[jt]s$/,
  facts: async (values) => [fieldsOf(values.get('sitemetadata'))],
  places: ({ text }) => [
    ...[...text.matchAll(/\bpath\s*:\s*["'`](?:\$\{__dirname\}|\.)?\/?([^"'`$]+?)\/?["'`]/g)]
      .map(([, folder = '']) => ({
        from: `${folder}/`,
        to: '',
        isPage: /(?:^|\/)pages$/.test(folder),
      }))
      .sort((a, b) => b.from.length - a.from.length),
    ...['content/blog/', 'content/posts/', 'content/'].map((from) => ({ from, to: '' })),
  ],
  end: '/',
  lists: [{ address: '/rss.xml', feed: 'RSS' }],
};

/** The starter of Tailwind and Next.js: https://github.com/timlrx/tailwind-nextjs-starter-blog */
const next: Setting = {
  settings: /^((?:[^/]+\/)*?)data\/siteMetadata\.[cm]?[jt]s$/,
  facts: async (values) => [values],
  places: () => [{ from: 'data/blog/', to: 'blog' }],
  people: /^data\/authors\/([^/]+)\.mdx?$/,
  end: '',
  lists: [
    { address: '/feed.xml', feed: 'RSS' },
    { address: '/tags/{slug}/feed.xml', feed: 'RSS' },
  ],
};

const docusaurus: Setting = {
  settings: /^((?:[^/]+\/)*?)docusaurus\.config\.[cm]?[jt]s$/,
  facts: async (values) => [values, fieldsOf(fieldsOf(values.get('themeconfig')).get('navbar'))],
  places: () => [
    { from: 'blog/', to: 'blog', hasDays: true },
    { from: 'docs/', to: 'docs', isPage: true, hasNumbers: true },
    { from: 'src/pages/', to: '', isPage: true },
  ],
  hidesMarked: true,
  end: '',
  lists: [
    { address: '/blog/rss.xml', feed: 'RSS' },
    { address: '/blog/atom.xml', feed: 'Atom' },
    { address: '/blog/tags/{slug}' },
  ],
};

/** VuePress and VitePress. */
const vue: Setting = {
  settings: /^((?:[^/]+\/)*?)\.(?:vuepress|vitepress)\/config(?:\/index)?\.[cm]?[jt]s$/,
  facts: async (values) => [
    values,
    fieldsOf(fieldsOf(values.get('locales')).get('/')),
    fieldsOf(values.get('themeconfig')),
  ],
  places: () => [{ from: '', to: '' }],
  isText: (name) => /\/README\.md$/.test(name),
  end: '.html',
  lists: [],
};

const astro: Setting = {
  settings: /^((?:[^/]+\/)*?)astro\.config\.[cm]?[jt]s$/,
  facts: async (values, { source, root }) => {
    const names = ['consts', 'config', 'site.config', 'data/site.config', 'data/site'];
    const files = names.map((name) => `${root}src/${name}.ts`).filter((name) => source.has(name));
    const texts = await Promise.all(files.map((name) => readSettingsText(source, name)));
    const all = texts.map((text) => fieldsOf(namedValues(text)));
    const inner = all.flatMap((one) =>
      ['site', 'siteconfig', 'sitemetadata'].map((key) => fieldsOf(one.get(key))),
    );
    return [values, ...inner, ...all];
  },
  places: ({ source: { names }, root }) => {
    // A route such as `src/pages/blog/[...slug].astro` makes pages of a folder of texts.
    const routes = names.flatMap(
      (name) =>
        /^src\/pages\/(.*?)\/?\[[^\]]*\]\S*\.astro$/.exec(name.slice(root.length))?.[1] ?? [],
    );
    const folders = names.flatMap(
      (name) => /^src\/(?:content|data)\/[^/]+\//.exec(name.slice(root.length)) ?? [],
    );
    const own = [...new Set(folders)].map((from) => {
      const [, , folder = ''] = from.split('/');
      const to = routes.includes(folder) ? folder : routes.find((one) => !isList(one));
      return { from, to: to ?? folder };
    });
    return [...own, { from: 'src/pages/', to: '', isPage: true }];
  },
  hidesMarked: true,
  end: '/',
  lists: [{ address: '/rss.xml', feed: 'RSS' }],
};

/** Routes of lists have values in their paths, too. */
function isList(route: string): boolean {
  return /(?:^|\/)(?:tags?|categor(?:y|ies)|authors?|page|archives?|series)(?:\/|$)|^og|\[/.test(
    route,
  );
}

/** Generators of pages in JavaScript. Programs are read as text, and never run. */
export const webMakers: readonly MakerKind[] = [gatsby, next, docusaurus, vue, astro].map(
  (setting) => ({
    settings: setting.settings,
    read: async (source, file, root) => {
      const text = await readSettingsText(source, file);
      return await makerFor(setting, { source, root, text });
    },
  }),
);

async function makerFor(setting: Setting, reading: Reading): Promise<Maker> {
  const { root, text } = reading;
  const values = fieldsOf(exportedObject(text));
  const all = await setting.facts(values, reading);
  const folder = (textAt(values, 'base', 'baseurl') ?? '').replace(/^https?:.*/, '');
  const site = siteOf(all, folder.replace(/^\/|\/$/g, ''));
  const base = baseOf(site) ?? folder.replace(/\/$/, '');
  const places = setting.places(reading);
  return {
    site: {
      ...site,
      lists: setting.lists,
      authors: [...(await peopleIn(setting, reading)), ...(site.authors ?? [])],
    },
    isText: (name) => name.startsWith(root) && setting.isText?.(name.slice(root.length)) === true,
    whyLeft: (name) =>
      personIn(name, setting, root) === undefined ? undefined : 'it is about who writes',
    madeOf: (one) => made(one, { ...setting, root, base, places }),
  };
}

/** By what others call whom a text is about. */
function personIn(name: string, { people }: Setting, root: string): string | undefined {
  return name.startsWith(root) ? people?.exec(name.slice(root.length))?.[1] : undefined;
}

/** Who has a text of their own: what else that says stays behind. */
async function peopleIn(setting: Setting, { source, root }: Reading): Promise<ImportedAuthor[]> {
  const found: ImportedAuthor[] = [];
  for (const name of source.names) {
    const key = personIn(name, setting, root);
    if (key === undefined) continue;
    const matter = await foreignMatter(source, name);
    found.push({ key, name: textAt(matter, 'name') ?? key, url: textAt(matter, 'website', 'url') });
  }
  return found;
}

/** What several settings say together; the folder of its host that one names goes behind its address. */
function siteOf(all: readonly ForeignMatter[], folder: string): ImportedSite {
  const merged = new Map(
    all.toReversed().flatMap((one) => [...one].filter(([key]) => key !== 'baseurl')),
  );
  const site = siteFacts(merged);
  const url = site.url ?? textAt(merged, 'website', 'site', 'hostname');
  const whole = url?.replace(/\/*$/, '/');
  return {
    ...site,
    url:
      whole === undefined || !/^https?:/i.test(whole)
        ? undefined
        : whole + (folder && `${folder}/`),
    language: site.language ?? textAt(fieldsOf(merged.get('i18n')), 'defaultlocale'),
    menu: site.menu?.length ? site.menu : menuIn(merged.get('items')),
  };
}

/** Of Docusaurus, to which days and versions are none: `01-intro`, `2. More`. */
const orderNumber = /(?<=^|\/)(?!\d+[-_.]\d)\d+\s*[-_.]+\s*(?=[^-_.\s/])/g;

interface Where extends Pick<Setting, 'end' | 'hidesMarked'> {
  readonly root: string;
  readonly base: string;
  readonly places: readonly Place[];
}

function made({ name, matter, date }: MadeOf, where: Where): Made {
  const { root, base, places, end } = where;
  const below = name.slice(root.length);
  const place = places.find(({ from }) => name.startsWith(root + from));
  if (place === undefined) return {};
  if (where.hidesMarked && /(?:^|\/)_/.test(below.slice(place.from.length)))
    return { isPage: place.isPage ?? false, state: 'draft' };
  const whole = textAt(matter, 'permalink', 'url', 'path');
  const own = textAt(matter, 'slug', 'postslug')?.replace(/^\//, '');
  const written = below
    .slice(place.from.length)
    .replace(/\.\w+$/, '')
    .replace(/(?:^|\/)(?:index|README)$/i, '');
  const path = place.hasNumbers ? written.replace(orderNumber, '') : written;
  const isPage = place.isPage ?? (date === undefined && !path.includes('/'));
  const dated = path.replace(/^(\d{4})[-/](\d\d)[-/](\d\d)[-/]?/, '$1/$2/$3/');
  const last = own ?? (place.hasDays ? dated : path);
  if (whole?.startsWith('/')) return { isPage, address: base + whole };
  if (last === '') return { isPage };
  const way = place.to === '' ? last : `${place.to}/${last}`;
  const isFolder = /(?:^|\/)(?:index|README)\.\w+$/i.test(below);
  const slug = place.hasDays ? /[^/]+$/.exec(dated)?.[0] : undefined;
  return { isPage, slug, address: `${base}/${way}${/\/$/.test(way) ? '' : isFolder ? '/' : end}` };
}
