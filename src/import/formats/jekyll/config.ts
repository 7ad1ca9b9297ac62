import { parseYaml } from '#journal/file/yaml.ts';
import type { ImportedList, ImportedSite } from '../../item/item.ts';
import { rooted } from '../../item/oldPath.ts';
import { type ForeignMatter, listAt, textAt } from '../../markdown/frontMatter.ts';
import { entriesOf, fieldsOf, siteFacts } from '../../markdown/siteFacts.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';

/** A folder of texts that are neither posts nor pages. */
export type JekyllCollection = ReturnType<typeof collectionsOf>[number];

/** The settings of a Jekyll folder that an import needs. */
export type JekyllConfig = Awaited<ReturnType<typeof readConfig>>;

/** Reads `_config.yml`; a folder without one has Jekyll's own settings. */
export async function readConfig(source: Source, root: string) {
  const name = [`${root}_config.yml`, `${root}_config.yaml`].find((one) => source.has(one));
  const text = name === undefined ? '' : await readSettingsText(source, name);
  const { value, faults } = parseYaml(text, '_config.yml');
  const settings = fieldsOf(value);
  const url = textAt(settings, 'url')?.replace(/\/+$/, '');
  const folder = textAt(settings, 'baseurl')?.replace(/\/+$/, '') ?? '';
  const base = folder === '' ? '' : rooted(folder);
  return {
    /** Files of pages that stand in the menu, as the theme Minima has it. */
    headerPages: listAt(settings, ['headerpages'], undefined),
    /** Whether the folder has settings at all. */
    isThere: name !== undefined,
    /** All that they say, by keys in small letters. */
    settings,
    /** How Hexo names files, such as `:title.md`; undefined where the settings are not Hexo's. */
    hexoName:
      textAt(settings, 'newpostname') ??
      (settings.has('postassetfolder') ? ':title.md' : undefined),
    permalink: textAt(settings, 'permalink'),
    collections: collectionsOf(settings.get('collections')),
    /** Names of files and folders that are read in spite of a `_` or `.` with which they begin. */
    included: new Set(
      listAt(settings, ['include'], undefined).map((one) => one.replace(/^\/+|\/+$/g, '')),
    ),
    defaults: defaultsOf(settings.get('defaults')),
    /** Address of the site, without a final `/`; undefined where nobody said it. */
    url: url === undefined ? undefined : url + base,
    /** What stands before all paths of the site: its address, or only the folder of its host where no more is known. */
    base: (url ?? '') + base,
    site: {
      ...siteFacts(settings),
      url: url === undefined ? undefined : `${url}${base}/`,
      tagline: textAt(settings, 'tagline', 'description')?.replace(/\s+/g, ' '),
      lists: listsOf(settings),
      headingIds: headingRuleOf(settings),
      notes: faults.slice(0, 1).map(({ what, line }) => ({
        became: 'left',
        what: '_config.yml',
        how: `line ${line}: ${what}`,
      })),
    } satisfies ImportedSite,
  };
}

/** Collections are a list of names, or a table with their settings; Jekyll takes `posts` for one, too. */
function collectionsOf(value: unknown) {
  const all = Array.isArray(value)
    ? value.map((name) => [String(name), undefined])
    : entriesOf(value);
  return all
    .map(([name, one]) => {
      const own = fieldsOf(one);
      const isOutput = textAt(own, 'output') === 'true';
      // The name is that of its folder, without the `_`; `isOutput`: each of its texts is a page.
      return { name: String(name), isOutput, permalink: textAt(own, 'permalink') };
    })
    .filter(({ name }) => name !== 'posts' && name !== 'drafts');
}

/**
 * Front matter that the settings give to files that do not say it themselves; what counts before others comes behind them:
 * the longer path counts, then the one with a type, then what is said later
 * (https://jekyllrb.com/docs/configuration/front-matter-defaults/).
 */
function defaultsOf(value: unknown) {
  const all = (Array.isArray(value) ? value : []).map((one: unknown) => {
    const scope = fieldsOf(fieldsOf(one).get('scope'));
    return {
      /** Folder or file, from the folder of the site; empty for all. */
      path: (textAt(scope, 'path') ?? '').replace(/^\/+|\/+$/g, ''),
      /** `posts` (drafts are among them), `drafts`, `pages` or the name of a collection; undefined for all. */
      type: textAt(scope, 'type')?.replace(/^(?:page|post|draft)$/, '$&s'),
      values: fieldsOf(fieldsOf(one).get('values')),
    };
  });
  return all.sort(
    (a, b) =>
      a.path.length - b.path.length || Number(a.type !== undefined) - Number(b.type !== undefined),
  );
}

/**
 * Where a plugin wrote the feed, one file of Jekyll, one or several of Hexo; and the pages of categories and tags, of Octopress
 * with a feed, of Hexo by their names, of jekyll-archives by its patterns.
 */
function listsOf(settings: ForeignMatter): ImportedList[] {
  const paths = listAt(fieldsOf(settings.get('feed')), ['path'], undefined);
  const feeds = paths.map((path): ImportedList => {
    return { address: rooted(path), feed: path.includes('atom') ? 'Atom' : 'RSS' };
  });
  const folder = textAt(settings, 'categorydir')?.replace(/^\/|\/$/g, '');
  const isHexo = settings.has('tagdir');
  const categories = folder === undefined ? [] : [`/${folder}/${isHexo ? '{words}' : '{slug}'}/`];
  const archives = fieldsOf(fieldsOf(settings.get('jekyllarchives')).get('permalinks'));
  const named = ['tag', 'category'].flatMap((kind) => textAt(archives, kind) ?? []);
  const pages = [...categories, ...named.map((one) => one.replace(':name', '{slug}'))];
  const withFeed = isHexo ? [] : categories;
  return [
    ...feeds,
    ...pages.map((address) => ({ address })),
    ...withFeed.map((one): ImportedList => ({ address: `${one}atom.xml`, feed: 'Atom' })),
  ];
}

/** Kramdown reads as GitHub does unless it is told not to. */
function headingRuleOf(settings: ForeignMatter): ImportedSite['headingIds'] {
  const input = textAt(fieldsOf(settings.get('kramdown')), 'input') ?? 'GFM';
  const isKramdown = /^kramdown$/i.test(textAt(settings, 'markdown') ?? 'kramdown');
  return isKramdown && /^gfm$/i.test(input) ? 'github' : undefined;
}
