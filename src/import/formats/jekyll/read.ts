import { posix } from 'node:path';
import { decoded } from '#journal/address/contentPath.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { oncePer } from '#journal/once/once.ts';
import { plainKey } from '#journal/schema/foreignKeys.ts';
import type { ImportedDocument, ImportedItem } from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { nameWords } from '../../item/nameWords.ts';
import { Notes } from '../../item/notes.ts';
import { folderOf, oldAddress } from '../../item/oldPath.ts';
import { commentsIn, readMatter } from '../../markdown/document.ts';
import { readForeignFile } from '../../markdown/foreignFile.ts';
import { type ForeignMatter, listAt, textAt } from '../../markdown/frontMatter.ts';
import { withoutLiquid } from '../../markdown/liquid.ts';
import { keptSource } from '../../markdown/otherLanguage.ts';
import { plainMarkdown } from '../../markdown/plainMarkdown.ts';
import { fieldsOf } from '../../markdown/siteFacts.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';
import { jekyllAddress } from './address.ts';
import type { JekyllConfig } from './config.ts';
import type { JekyllFile, JekyllFiles } from './files.ts';

interface JekyllTools {
  readonly source: Source;
  readonly files: JekyllFiles;
  readonly config: JekyllConfig;
}

/** Reads a post, a draft or a page. @throws where it cannot be read, in words for people. */
export async function readDocument(
  file: JekyllFile,
  { source, files, config }: JekyllTools,
): Promise<ImportedItem> {
  const notes = new Notes();
  const { matter: own, hasMatter, body } = await readForeignFile(source, file.name, notes);
  const matter = withDefaults(own, file, files.root, config);
  const why = file.is === 'page' ? whyLeft(file, hasMatter, body) : undefined;
  if (why !== undefined) return leftOut(file.name, 'page', why);
  const shared = readMatter(matter, /[\s,]+/, notes);
  const said = saidIn(body, file, matter, { source, files, config, notes });
  const address = addressOf(file, matter, shared.date, config);
  const old = listAt(matter, ['redirectfrom', 'aliases', 'alias'], undefined);
  const places = file.is === 'draft' ? [] : [address ?? [], old].flat();
  return {
    is: 'document',
    kind: isPage(file, shared.date) ? 'page' : 'entry',
    where: file.name,
    key: file.name.slice(files.root.length),
    ...shared,
    title: shared.title ?? nameWords(posix.basename(file.slug)),
    slug: shared.slug ?? slugOf(file, shared.date),
    date: shared.date ?? file.day,
    fallbackDate: source.modified(file.name),
    tags: [...new Set([...(shared.tags ?? []), ...file.categories])],
    state: file.is === 'draft' ? 'draft' : shared.state,
    addresses: places.map((one) => oldAddress(one, config.base)),
    feedId: shared.feedId ?? feedId(file, shared.slug ?? file.slug, address, config),
    body: file.isHtml
      ? { is: 'html', text: said }
      : { is: 'markdown', text: plainMarkdown(said, notes) },
    folder: folderOf(file.name),
    comments: [...shared.comments, ...(await commentsBeside(file, files.root, source))],
    ...keptSource(file.name, body, notes),
    notes: notes.all,
  } satisfies ImportedDocument;
}

const commentFiles = oncePer((names: readonly string[]) =>
  Map.groupBy(names, (name) => /^(.*?_data\/comments\/[^/]+\/).*\.ya?ml$/.exec(name)?.[1]),
);

/** What Staticman keeps of a post, a file for each comment in a folder of its name. */
async function commentsBeside({ slug }: JekyllFile, root: string, source: Source) {
  const folder = `${root}_data/comments/${posix.basename(slug)}/`;
  const names = commentFiles(source.names).get(folder) ?? [];
  const texts = await Promise.all(names.map((name) => readSettingsText(source, name)));
  return commentsIn(texts.map((text, index) => parseYaml(text, names[index] ?? '').value));
}

/** A body with its tags said in Markdown. */
function saidIn(
  body: string,
  file: JekyllFile,
  matter: ForeignMatter,
  { source, files, config, notes }: JekyllTools & { readonly notes: Notes },
): string {
  const tools = {
    isHtml: file.isHtml,
    assets: `${posix.parse(file.name).name}/`,
    postOf: (name: string) => files.postOf(name),
    hasDocument: (path: string) => files.has(path),
    valueNamed: (name: string) => {
      const [, of = '', key = ''] = /^(page|site)\.(.+)$/.exec(name) ?? [];
      return textAt(of === 'page' ? matter : config.settings, plainKey(key));
    },
    picturesNamed: (name: string) => [matter.get(plainKey(name)) ?? []].flat().map(fieldsOf),
  };
  const plain = withAssets(withoutSeparator(body, matter), file.name, source);
  const isShown = textAt(matter, 'renderwithliquid') === 'false';
  return isShown ? plain : withoutLiquid(plain, tools, notes);
}

/** Hexo shows the files of a post's own folder by their names alone. */
function withAssets(body: string, name: string, source: Source): string {
  const { dir, name: stem } = posix.parse(name);
  return body.replace(
    /(?<=\]\(|\bsrc=["']?)(?:\.\/)?([^)\s"'<>/:]+\.\w+)(?=[)\s"'>])/g,
    (whole, file: string) =>
      source.has(posix.join(dir, stem, decoded(file))) ? `${stem}/${file}` : whole,
  );
}

/** What has a date in a collection is an entry. */
function isPage({ is, collection }: JekyllFile, date: string | undefined): boolean {
  return is === 'page' && !(collection && date);
}

/** A page has the folders of its file before its name, but for such as `_pages`, in which people keep what has a `permalink`. */
function slugOf(file: JekyllFile, date: string | undefined): string {
  const { slug } = file;
  return isPage(file, date) ? slug.replace(/^(?:_[^/]+\/)+/, '') : posix.basename(slug);
}

function isIndex(name: string): boolean {
  return /(?:^|\/)index\.[a-z]+$/i.test(name);
}

/** Why a page is none of the journal's; undefined where it is one. */
function whyLeft({ name, collection }: JekyllFile, hasMatter: boolean, body: string) {
  if (collection && !collection.isOutput)
    return `_${collection.name} is no folder of pages: make entries of what is to be read`;
  if (!hasMatter) return 'a file without front matter, which Jekyll serves as it is';
  if (/\{%-?\s*(?:for|paginate)\b/.test(body)) return 'a template that lists other pages';
  const words = body.replace(/\{\{.*?\}\}|\{%.*?%\}/gs, '');
  return words.trim() === '' && isIndex(name)
    ? 'a page without words of its own: its layout made them'
    : undefined;
}

/** Front matter with what the settings say for the file. */
function withDefaults(
  matter: ForeignMatter,
  { name, is, collection }: JekyllFile,
  root: string,
  { defaults }: JekyllConfig,
): ForeignMatter {
  const below = name.slice(root.length);
  const types = [undefined, collection?.name ?? `${is}s`, ...(is === 'draft' ? ['posts'] : [])];
  const fitting = defaults.filter(
    ({ path, type }) =>
      types.includes(type) && (path === '' || below === path || below.startsWith(`${path}/`)),
  );
  return new Map([...fitting.flatMap(({ values }) => [...values]), ...matter]);
}

/** Where the excerpt ended says nothing to a reader. */
function withoutSeparator(body: string, matter: ForeignMatter): string {
  const separator = textAt(matter, 'excerptseparator') ?? '<!--more-->';
  return body.replace(separator, '').replace(/<!--\s*more\s*-->/, '');
}

function addressOf(
  file: JekyllFile,
  matter: ForeignMatter,
  date: string | undefined,
  { permalink, hexoName }: JekyllConfig,
): string | undefined {
  const own = textAt(matter, 'permalink');
  const day = (date ?? file.day ?? '').slice(0, 10);
  const categories = [...file.categories, ...listAt(matter, ['categories', 'category'], /[\s,]+/)];
  const way = isIndex(file.name) ? posix.join(file.slug, 'index') : file.slug;
  const title =
    textAt(matter, 'slug') ??
    (hexoName === undefined ? posix.basename(way) : hexoTitle(file, hexoName));
  const valueNamed = (name: string) => textAt(matter, plainKey(name));
  const facts = { categories, day, title, extension: '.html', valueNamed };
  if (file.collection) {
    const { name, permalink: usual = 'date' } = file.collection;
    return jekyllAddress(own ?? usual, { ...facts, collection: { name, path: way } });
  }
  if (file.is !== 'page') return jekyllAddress(own ?? permalink, facts);
  if (own !== undefined) return pageAddress(own, way);
  return isIndex(file.name) || permalink === 'pretty' || permalink?.endsWith('/')
    ? `/${file.slug}/`
    : `/${file.slug}.html`;
}

/** To Hexo, the title of a post is its way below `_posts`, without the day if that belongs to the names of files. */
function hexoTitle({ path, slug }: JekyllFile, name: string): string {
  return name.includes(':year') ? posix.join(posix.dirname(path), posix.basename(slug)) : path;
}

/** The pattern of a page, which knows its folder and its name alone. */
function pageAddress(pattern: string, way: string): string {
  const { dir, name } = posix.parse(way);
  const filled = pattern
    .replaceAll(':path', () => dir)
    .replaceAll(':basename', () => name)
    .replaceAll(':output_ext', '.html');
  return `/${filled}`.replace(/\/{2,}/g, '/');
}

/** As jekyll-feed has it: the folder of the post's address, and the slug, whatever its last segment is. */
function feedId(
  file: JekyllFile,
  slug: string,
  address: string | undefined,
  { url }: JekyllConfig,
): string | undefined {
  if (file.is !== 'post' || url === undefined || address === undefined) return undefined;
  return url + posix.join(posix.dirname(address), slug);
}
