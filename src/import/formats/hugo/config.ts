import { plainKey } from '#journal/schema/foreignKeys.ts';
import type { ImportedAuthor, ImportedLink, ImportedList, ImportedSite } from '../../item/item.ts';
import { Notes } from '../../item/notes.ts';
import { type ForeignMatter, listAt, settingsIn, textAt } from '../../markdown/frontMatter.ts';
import { authorsIn, entriesOf, fieldsOf, placeOf } from '../../markdown/siteFacts.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';

/** The settings of a Hugo site that an import needs. */
export type HugoConfig = Awaited<ReturnType<typeof readConfig>>;

const names =
  /^(?:(?:hugo|config)|config\/_default\/(?:hugo|config|params|languages|permalinks|menus?(?:\.\w+)?))\.(toml|ya?ml|json)$/;

/** Whether a file, by its path from the folder of the site, is one of Hugo's settings. */
export function isSettings(path: string): boolean {
  return names.test(path);
}

/** Reads the settings of a site, in one file or in several; a folder without any has Hugo's own. */
export async function readConfig(source: Source, root: string) {
  const notes = new Notes();
  const settings = new Map<string, unknown>();
  const files = source.names.filter(
    (name) => name.startsWith(root) && isSettings(name.slice(root.length)),
  );
  for (const name of files)
    for (const [key, value] of await readSettings(source, name, notes)) settings.set(key, value);
  const base = textAt(settings, 'baseurl');
  const url =
    base !== undefined && /^https?:\/\//.test(base) ? base.replace(/\/+$/, '') : undefined;
  const { main, ...languages } = languagesOf(settings);
  const rss = fieldsOf(fieldsOf(settings.get('outputformats')).get('rss'));
  const feed = `${textAt(rss, 'basename') ?? 'index'}.xml`;
  const zola = `${root}config.toml`;
  // Zola writes its keys with `_`.
  const isZola = source.has(zola) && /^base_url\s*=/m.test(await readSettingsText(source, zola));
  return {
    /** Address of the site, without a final `/`; undefined where nobody said it. */
    url,
    /** What stands before all paths of the site: its address, or only the folder of its host where no more is known. */
    base: url ?? (base?.startsWith('/') ? base.replace(/\/+$/, '') : ''),
    /** The name of the file of each feed. */
    feed,
    /** Patterns of addresses by section. */
    permalinks: permalinksOf(settings.get('permalinks')),
    /** Whether it is Zola that made the site, whose files are much like Hugo's. */
    isZola,
    /** Whether pages were files (`/posts/a.html`) instead of folders. */
    isUgly: textAt(settings, 'uglyurls') === 'true',
    ...languages,
    site: {
      ...siteOf(settings, main),
      url: url && `${url}/`,
      lists: listsOf(settings, isZola ? undefined : feed),
      notes: notes.all,
    } satisfies ImportedSite,
  };
}

/** What settings say of the whole journal, and of the language of texts that name none. */
function siteOf(settings: ForeignMatter, main: ForeignMatter): ImportedSite {
  const params = new Map([...fieldsOf(settings.get('params')), ...fieldsOf(main.get('params'))]);
  const authors = authorsOf(settings, params);
  return {
    is: 'site',
    title: textAt(main, 'title') ?? textAt(settings, 'title'),
    tagline:
      textAt(params, 'description', 'subtitle', 'tagline') ?? textAt(settings, 'description'),
    language:
      textAt(main, 'languagecode', 'locale') ??
      textAt(settings, 'languagecode', 'defaultcontentlanguage', 'defaultlanguage', 'locale'),
    timeZone: textAt(main, 'timezone') ?? textAt(settings, 'timezone'),
    authors,
    author: authors[0]?.key,
    menu: menuOf(main, params) ?? menuOf(settings, params) ?? [],
    headingIds: headingRuleOf(settings),
  };
}

/** Both have a list, and Hugo (whose feeds are of that name) a feed, for each term of what entries are sorted by. */
function listsOf(settings: ForeignMatter, feed: string | undefined): ImportedList[] {
  const said = listAt(settings, ['feedfilenames', 'feedfilename'], undefined);
  const files = feed === undefined ? said : [feed];
  return [
    ...(files.length === 0 ? ['rss.xml'] : files).map((file) => ({
      address: `/${file}`,
      feed: 'RSS' as const,
    })),
    ...['/tags/{slug}/', '/categories/{slug}/'].flatMap((address): ImportedList[] => [
      { address },
      ...(feed === undefined ? [] : [{ address: address + feed, feed: 'RSS' as const }]),
    ]),
  ];
}

async function readSettings(source: Source, name: string, notes: Notes): Promise<ForeignMatter> {
  const said = settingsIn(await readSettingsText(source, name), name, notes);
  // A file of its own holds what the key of its name would.
  const own = /_default\/(params|languages|permalinks|menus?)(?:\.\w+)?\.\w+$/.exec(name)?.[1];
  return own === undefined ? said : new Map([[own, Object.fromEntries(said)]]);
}

/** Hugo can be told to make ids by another rule, or none. */
function headingRuleOf(settings: ForeignMatter): ImportedSite['headingIds'] {
  const goldmark = fieldsOf(fieldsOf(settings.get('markup')).get('goldmark'));
  const parser = fieldsOf(goldmark.get('parser'));
  const isOwn = /^github$/i.test(textAt(parser, 'autoheadingidtype', 'autoidtype') ?? 'github');
  return isOwn && parser.get('autoheadingid') !== false ? 'hugo' : undefined;
}

function permalinksOf(value: unknown): Map<string, string> {
  const fields = fieldsOf(value);
  // Newer versions tell pages from lists.
  const pages = fieldsOf(fields.get('page'));
  return new Map(
    [...fields, ...pages].flatMap(([section, pattern]) =>
      typeof pattern === 'string' ? [[section, pattern] as const] : [],
    ),
  );
}

function authorsOf(settings: ForeignMatter, params: ForeignMatter): ImportedAuthor[] {
  const all = [params, settings].flatMap((one) => [one.get('author'), one.get('authors')]);
  return all.map(authorsIn).find((found) => found.length > 0) ?? [];
}

/** The languages of a site; `main` is what the settings say of that of texts that name none. */
function languagesOf(settings: ForeignMatter) {
  const all = entriesOf(settings.get('languages'));
  const mainLanguage = textAt(settings, 'defaultcontentlanguage', 'defaultlanguage') ?? 'en';
  return {
    /** The language of files that say none. */
    mainLanguage,
    main: fieldsOf(fieldsOf(settings.get('languages')).get(plainKey(mainLanguage))),
    /** Languages of which files say in their names that they are in them, as {@link plainKey} writes them: `ptbr` of `a.pt-br.md`. */
    languages: new Set(all.map(([language]) => plainKey(language))),
    /** Languages that have a folder to themselves, by its path from the content folder, with a final `/`. */
    languageFolders: new Map(
      all.flatMap(([language, one]) => {
        const said = textAt(fieldsOf(one), 'contentdir') ?? '';
        const [, folder] = /^(?:\.?\/)?content\/(.*?)\/?$/.exec(said) ?? [];
        return folder ? [[`${folder}/`, language.toLowerCase()] as const] : [];
      }),
    ),
    /** Whether its pages were in a folder of its name, as those of others are, and not at the root. */
    isMainBelow: textAt(settings, 'defaultcontentlanguageinsubdir') === 'true',
  };
}

function menuOf(settings: ForeignMatter, params: ForeignMatter): ImportedLink[] | undefined {
  const menus = fieldsOf(settings.get('menu') ?? settings.get('menus') ?? params.get('menu'));
  const main = menus.get('main');
  if (!Array.isArray(main)) return undefined;
  return main
    .map(fieldsOf)
    .sort((a, b) => placeOf(a) - placeOf(b))
    .flatMap((entry) => {
      const address = textAt(entry, 'url', 'pageref');
      const [label = textAt(entry, 'identifier')] = listAt(entry, ['name', 'title'], undefined);
      return address === undefined || label === undefined ? [] : [{ label, address }];
    });
}
