import { entryAddress } from '../../item/entryAddress.ts';
import type { ImportedList, ImportedSite } from '../../item/item.ts';
import { rooted } from '../../item/oldPath.ts';
import { type ForeignMatter, textAt } from '../../markdown/frontMatter.ts';
import { fieldsOf, menuIn, siteFacts } from '../../markdown/siteFacts.ts';
import { pythonValues, textPairs } from '../../source/python.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';
import { baseOf, type Made, type MadeOf, type MakerKind } from './maker.ts';

/** Pelican: https://docs.getpelican.com/en/latest/settings.html */
export const pelican: MakerKind = {
  settings: /^((?:[^/]+\/)*?)pelicanconf\.py$/,
  read: async (source, file, root) => {
    const published = `${root}publishconf.py`;
    const texts = [file, ...(source.has(published) ? [published] : [])].map((name) =>
      readSettingsText(source, name),
    );
    const settings = fieldsOf(
      Object.fromEntries(
        (await Promise.all(texts)).flatMap((text) =>
          Object.entries(pythonValues(text)).filter(([, value]) => value !== ''),
        ),
      ),
    );
    const site = siteOf(settings);
    const base = baseOf(site) ?? '';
    const path = (textAt(settings, 'path') ?? 'content').replace(/^\.\/|\/+$/g, '');
    const content = /^\.?$/.test(path) ? root : `${root}${path}/`;
    const output = `${root}${(textAt(settings, 'outputpath') ?? 'output').replace(/^\.\/|\/+$/g, '')}/`;
    return {
      site,
      isText: (name) =>
        name.startsWith(content) && !name.startsWith(output) && /\.(?:rst|html?)$/.test(name),
      madeOf: (text) => made(text, { settings, content, base }),
      withPlainAddresses: (body) => plain(body, content, source),
    };
  },
};

function siteOf(settings: ForeignMatter): ImportedSite {
  const facts = siteFacts(settings);
  const said = (key: string, otherwise: string) => rooted(textAt(settings, key) ?? otherwise);
  const lists: ImportedList[] = [
    { address: said('feedallatom', 'feeds/all.atom.xml'), feed: 'Atom' },
    { address: said('categoryfeedatom', 'feeds/{slug}.atom.xml'), feed: 'Atom' },
    { address: said('tagurl', 'tag/{slug}.html') },
    { address: said('categoryurl', 'category/{slug}.html') },
  ];
  const rss = textAt(settings, 'feedallrss', 'feedrss');
  if (rss !== undefined) lists.push({ address: rooted(rss), feed: 'RSS' });
  return {
    ...facts,
    tagline: textAt(settings, 'sitesubtitle', 'sitedescription'),
    language: textAt(settings, 'defaultlang'),
    menu: menuIn(Object.fromEntries(textPairs(settings.get('menuitems')))),
    lists: lists.map((one) => ({ ...one, address: one.address.replace('%s', '{slug}') })),
  };
}

interface Pelican {
  readonly settings: ForeignMatter;
  /** The folder of its texts, with a final `/`, or empty. */
  readonly content: string;
  /** What stands before all paths of the site, without a final `/`. */
  readonly base: string;
}

function made({ name, matter, title, date }: MadeOf, { settings, content, base }: Pelican): Made {
  const usual = textAt(fieldsOf(settings.get('defaultmetadata')), 'status') ?? '';
  const isHidden = !matter.has('status') && /^(?:draft|hidden|skip)$/i.test(usual);
  const state = isHidden ? ('draft' as const) : undefined;
  if (!name.startsWith(content)) return { state };
  const below = name.slice(content.length);
  const pages = settings.get('pagepaths') ?? settings.get('pagedir') ?? 'pages';
  const isPage = [pages].flat().some((one) => below.startsWith(`${String(one)}/`));
  const stem = below.replace(/^.*\//, '').replace(/\.\w+$/, '');
  const named = textAt(settings, 'slugifysource') === 'basename' ? stem : title;
  const slug = textAt(matter, 'slug') ?? pelicanSlug(named ?? stem);
  const own = textAt(matter, 'url', 'saveas')?.replace(/(?:^|\/)index\.html$/, '/');
  const pattern =
    own ??
    (isPage
      ? (textAt(settings, 'pageurl') ?? 'pages/{slug}.html')
      : (textAt(settings, 'articleurl') ?? '{slug}.html'));
  const category =
    textAt(matter, 'category') ??
    (below.includes('/') ? below.split('/').at(-2) : undefined) ??
    textAt(settings, 'defaultcategory') ??
    'misc';
  const values = { slug, category: pelicanSlug(category), lang: textAt(matter, 'lang') };
  const path = filled(pattern, values, date);
  const address = path === undefined ? undefined : base + rooted(path);
  return { isPage, slug, address, translationKey: isPage ? undefined : slug, state };
}

/** A pattern such as `{date:%Y}/{slug}.html` with what it names; undefined where one of these is not known. */
function filled(pattern: string, values: Readonly<Record<string, string | undefined>>, date = '') {
  const [year, month, day] = date.slice(0, 10).split('-');
  const parts: Readonly<Record<string, string | undefined>> = { Y: year, m: month, d: day };
  let isKnown = true;
  const path = pattern.replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, key: string, format = '') => {
    const value =
      key === 'date'
        ? String(format).replace(/%(-?)([Ymd])/g, (_, short, part) =>
            String(parts[part] ?? '').replace(short ? /^0/ : /^$/, ''),
          )
        : values[key];
    if (value === undefined || value === '' || value.includes('%')) isKnown = false;
    return value ?? '';
  });
  return isKnown ? path : undefined;
}

/** As Pelican makes one; undefined for letters that its library spells in Latin ones. */
function pelicanSlug(words: string): string | undefined {
  const plain = words.normalize('NFKD').replace(/\p{M}+/gu, '');
  if (/[^\p{ASCII}\p{P}\p{S}\s]/u.test(plain)) return undefined;
  const slug = plain.replace(/[^\w\s-]/g, '').trim();
  return slug.replace(/[-\s]+/g, '-').toLowerCase() || undefined;
}

const mark = /(?<=\]\(\s*<?|\]:[ \t]*<?|\b(?:href|src)=["']?)[{|](\w+)[}|]([^)\s"'<>?#]*)/g;

/** `{filename}/a.md` is a file of the folder of all texts, and `{tag}`, `{category}` and `{index}` are lists. */
function plain(body: string, content: string, source: Source): string {
  return body.replace(mark, (whole, kind: string, path: string) => {
    if (kind === 'index') return '/';
    if (kind === 'tag' || kind === 'category') return `/${kind}/${path}.html`;
    if (!/^(?:filename|static|attach)$/.test(kind)) return whole;
    const file = content + path.slice(1);
    if (!path.startsWith('/') || !source.has(file)) return path;
    return /\.(?:md|markdown|rst|html?)$/.test(path) ? entryAddress(file) : `/${file}`;
  });
}
