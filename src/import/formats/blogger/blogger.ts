import { formatOf } from '../../format/format.ts';
import { copied } from '../../item/copied.ts';
import { decoded } from '../../item/entryAddress.ts';
import type { ImportedComment, ImportedItem, ImportedList, ImportedSite } from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { likelySite } from '../../item/likelySite.ts';
import { lastSegment } from '../../item/oldPath.ts';
import { csvRows } from '../../source/csv.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';
import { childText, type XmlElement } from '../../xml/elements.ts';
import { cutOff, markedFiles, mendedEncodings, partsOf } from '../../xml/exportFiles.ts';
import { commentOf, documentOf, goneReason, idOf, kindOf, pageOf, parentOf } from './entry.ts';

/** Blogger: the Atom file of its own export, or the folder that Google Takeout gives. */
export const blogger = formatOf({
  name: 'blogger',
  label: 'a Blogger export',
  looksLike: 'an Atom file (.xml, or feed.atom of Takeout) with ids of blogger.com',
  find: (source) => markedFiles(source, /\.(?:xml|atom)$/i, /<id>tag:blogger\.com,1999:/),
  lacks:
    'has no export of Blogger in it. Expected the file of Settings > Back up content, or what Takeout gives.',
  open: async (source, files) => {
    const gathered = await gather(source, files);
    return { items: () => items(source, files, gathered), fileOf: (one) => pictureOf(one, source) };
  },
});

/** Where every journal of Blogger has its lists. */
const lists: readonly ImportedList[] = [
  { address: '/feeds/posts/default', feed: 'Atom' },
  { address: '/feeds/posts/summary', feed: 'Atom' },
  { address: '/rss.xml', feed: 'RSS' },
  { address: '/search/label/{name}' },
  { address: '/feeds/posts/default/-/{name}', feed: 'Atom' },
];

/** What the whole file says, and the comments of its entries: they come behind them. */
async function gather(source: Source, files: readonly string[]) {
  const comments: { readonly parent: string; readonly comment: ImportedComment }[] = [];
  const sites: ImportedSite[] = [...(await takeoutSites(source))];
  const settings = new Map<string, string>();
  let feed: ImportedSite = { is: 'site' };
  const pages: string[] = [];
  for await (const { part } of partsOf(source, files, 'feed')) {
    if (part.is === 'broken') continue;
    const { element } = part;
    if (element.name !== 'entry') feed = { ...feed, ...feedFacts(element) };
    else if (/^(?:post|page)$/.test(kindOf(element))) pages.push(pageOf(element) ?? '');
    else if (kindOf(element) === 'settings')
      settings.set(idOf(element).replace(/^.*\.settings\./, ''), childText(element, 'content'));
    else if (kindOf(element) === 'comment' && goneReason(element) === undefined)
      comments.push(copied({ parent: parentOf(element), comment: commentOf(element) }));
  }
  sites.push({
    ...feed,
    url: feed.url ?? likelySite(pages),
    tagline: settings.get('BLOG_DESCRIPTION') || undefined,
    language: settings.get('BLOG_LOCALE') || undefined,
    timeZone: settings.get('BLOG_TIME_ZONE') || undefined,
    lists,
  });
  return { sites, comments: Map.groupBy(comments, ({ parent }) => parent) };
}

/** What stands in the feed beside its entries. */
function feedFacts(element: XmlElement): Partial<ImportedSite> {
  if (element.name === 'title')
    return element.text.trim() === '' ? {} : { title: element.text.trim() };
  if (element.name === 'link' && element.attributes['rel'] === 'alternate') {
    const url = pageOf({ ...element, children: [element] });
    return url === undefined ? {} : { url };
  }
  return {};
}

/** Takeout says the rest in a table. */
async function takeoutSites(source: Source): Promise<ImportedSite[]> {
  const names = source.names.filter((name) => /(?:^|\/)settings\.csv$/.test(name));
  const rows = await Promise.all(
    names.map(async (name) => csvRows(await readSettingsText(source, name))[0] ?? {}),
  );
  return rows.map((row) => {
    const said = (...keys: readonly string[]) => keys.map((key) => row[key]).find(Boolean);
    const domain = said('blog_custom_domain', 'custom_domain', 'blog_url', 'url');
    const subdomain = said('blog_subdomain', 'subdomain');
    const host = domain ?? (subdomain === undefined ? undefined : `${subdomain}.blogspot.com`);
    return {
      is: 'site',
      title: said('blog_name', 'name', 'title'),
      tagline: said('blog_description', 'description'),
      language: said('blog_locale', 'locale', 'blog_lang', 'language'),
      timeZone: said('blog_time_zone', 'time_zone'),
      url: host === undefined || /^https?:/.test(host) ? host : `https://${host}/`,
    };
  });
}

async function* items(
  source: Source,
  files: readonly string[],
  { sites, comments }: Awaited<ReturnType<typeof gather>>,
): AsyncIterable<ImportedItem> {
  yield* sites;
  yield* mendedEncodings(source, files);
  const authors = new Set<string>();
  let templates = 0;
  for await (const { part, file } of partsOf(source, files, 'feed')) {
    if (part.is === 'broken') {
      yield cutOff(part, file);
      continue;
    }
    const { element } = part;
    const kind = element.name === 'entry' ? kindOf(element) : undefined;
    const why = kind === undefined ? undefined : goneReason(element);
    if (why !== undefined) {
      yield leftOut(`${file}: ${idOf(element)}`, kind ?? 'entry', why);
    } else if (kind === 'post' || kind === 'page') {
      const own = (comments.get(idOf(element)) ?? []).map(({ comment }) => comment);
      const document = documentOf(element, { file, comments: own });
      yield* newAuthors(document.authors ?? [], authors);
      yield document;
    } else if (kind === 'other') templates += 1;
  }
  const why = `${templates} that say how the old site looked`;
  if (templates > 0) yield leftOut(files.join(', '), 'template', why);
}

function* newAuthors(names: readonly string[], known: Set<string>): Iterable<ImportedSite> {
  for (const name of names) {
    if (known.has(name)) continue;
    known.add(name);
    yield { is: 'site', author: name, authors: [{ key: name, name }] };
  }
}

/** A picture that Takeout has in one of its albums, under the name that it had when it was uploaded. */
function pictureOf(address: string, { names }: Source): string | undefined {
  if (!/^https?:\/\/[\w.-]*(?:bp\.blogspot\.com|googleusercontent\.com)\//.test(address))
    return undefined;
  const name = decoded(lastSegment(address).replaceAll('+', ' '));
  return names.find((one) => /(?:^|\/)Albums\//.test(one) && one.endsWith(`/${name}`));
}
