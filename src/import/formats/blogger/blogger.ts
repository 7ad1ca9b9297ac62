import { formatOf } from '../../format/format.ts';
import { copied } from '../../item/copied.ts';
import { readDate } from '../../item/dates.ts';
import { decoded } from '../../item/entryAddress.ts';
import type {
  ImportedComment,
  ImportedDocument,
  ImportedItem,
  ImportedList,
  ImportedSite,
  ImportedState,
} from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { likelySite } from '../../item/mostCommon.ts';
import { lastSegment } from '../../item/oldPath.ts';
import { csvRows } from '../../source/csv.ts';
import type { Source } from '../../source/source.ts';
import { readSettingsText } from '../../source/text.ts';
import { childrenOf, childText, type XmlElement } from '../../xml/elements.ts';
import { cutOff, markedFiles, mendedEncodings, partsOf } from '../../xml/exportFiles.ts';

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

/** What an entry of a Blogger feed is. */
type EntryKind = 'post' | 'page' | 'comment' | 'settings' | 'other';

/** The kind of an entry: exports of old say it in a category, those of Takeout in an element. */
function kindOf(entry: XmlElement): EntryKind {
  const said = childText(entry, 'blogger:type').toLowerCase();
  const term = childrenOf(entry, 'category')
    .map(({ attributes }) => /\/kind#(\w+)$|#kind.*#(\w+)$/.exec(attributes['term'] ?? ''))
    .find((found) => found !== null);
  const kind = said || (term?.[1] ?? term?.[2] ?? '');
  return kind === 'post' || kind === 'page' || kind === 'comment' || kind === 'settings'
    ? kind
    : 'other';
}

/** Id of the entry, such as `tag:blogger.com,1999:blog-1.post-2`. */
function idOf(entry: XmlElement): string {
  return childText(entry, 'id');
}

/** Address of the page of an entry, or of a whole feed; whole, or from the root as Takeout has it. */
function pageOf(entry: XmlElement): string | undefined {
  const file = childText(entry, 'blogger:filename');
  if (file !== '') return file;
  return childrenOf(entry, 'link').find(
    ({ attributes }) =>
      attributes['rel'] === 'alternate' && attributes['type'] !== 'application/atom+xml',
  )?.attributes['href'];
}

/** The entry that a comment stands below, by its id. */
function parentOf(comment: XmlElement): string {
  const [above] = childrenOf(comment, 'thr:in-reply-to');
  return childText(comment, 'blogger:parent') || (above?.attributes['ref'] ?? '');
}

/** Why an entry that is there for its owner alone does not come; undefined for all others. */
function goneReason(entry: XmlElement): string | undefined {
  const isGone = /TRASHED|SPAM|EMPTIED|DELETED/.test(childText(entry, 'blogger:status'));
  return isGone ? 'it was in the trash, or was spam' : undefined;
}

/** A post or a page. */
function documentOf(
  entry: XmlElement,
  { file, comments }: { readonly file: string; readonly comments: readonly ImportedComment[] },
): ImportedDocument {
  const id = idOf(entry);
  const title = childText(entry, 'title');
  const page = pageOf(entry);
  const state = stateOf(entry);
  const name = childText(entry, 'author', 'name');
  const date = readDate(childText(entry, 'published'));
  return {
    is: 'document',
    kind: kindOf(entry) === 'page' ? 'page' : 'entry',
    where: `${file}: ${title || id}`,
    key: id,
    title: title || undefined,
    slug: page
      ?.split('/')
      .at(-1)
      ?.replace(/\.html$/, ''),
    date,
    updated: updatedOf(entry, date),
    summary: childText(entry, 'blogger:metaDescription') || undefined,
    tags: tagsOf(entry),
    authors: name === '' ? [] : [name],
    state,
    addresses: page === undefined || state !== 'published' ? [] : [page],
    feedId: state === 'published' ? id || undefined : undefined,
    body: { is: 'html', text: childText(entry, 'content') },
    comments,
  };
}

function stateOf(entry: XmlElement): ImportedState {
  const isDraft = childText(entry, 'app:control', 'app:draft') === 'yes';
  return isDraft || /DRAFT/.test(childText(entry, 'blogger:status')) ? 'draft' : 'published';
}

const dayLength = 86_400_000;

/** Blogger writes a new time whenever it saves: what was saved on the day is no news for readers. */
function updatedOf(entry: XmlElement, date: string | undefined): string | undefined {
  const updated = readDate(childText(entry, 'updated'));
  if (updated === undefined || date === undefined) return updated;
  return Date.parse(updated) - Date.parse(date) > dayLength ? updated : undefined;
}

function tagsOf(entry: XmlElement): string[] {
  return childrenOf(entry, 'category').flatMap(({ attributes }) => {
    const { scheme = '', term = '' } = attributes;
    return /#kind$/.test(scheme) || /\/kind#/.test(term) || term === '' ? [] : [term];
  });
}

/** A comment, without the addresses of who wrote it. */
function commentOf(entry: XmlElement): ImportedComment {
  const related = childrenOf(entry, 'link').find(
    ({ attributes }) => attributes['rel'] === 'related',
  );
  const number = /\/(\d+)$/.exec(related?.attributes['href'] ?? '')?.[1];
  const parent = childText(entry, 'blogger:inReplyTo') || number;
  const url = childText(entry, 'author', 'uri');
  return {
    key: numberOf(idOf(entry)),
    parent: parent === undefined || parent === '' ? undefined : numberOf(parent),
    name: childText(entry, 'author', 'name') || 'Anonymous',
    // The profile that Blogger made for everybody is no page of theirs.
    url: url && !/\/\/(?:www\.)?blogger\.com\/profile\//.test(url) ? url : undefined,
    date: readDate(childText(entry, 'published')),
    body: { is: 'html', text: childText(entry, 'content') },
    status: statusOf(entry),
  };
}

/** What its writer took away has words of Blogger in the place of theirs. */
function statusOf(entry: XmlElement): ImportedComment['status'] {
  const isRemoved = childrenOf(entry, 'gd:extendedProperty').some(
    ({ attributes }) => attributes['name'] === 'blogger.contentRemoved',
  );
  if (isRemoved) return 'removed';
  return /PENDING/.test(childText(entry, 'blogger:status')) ? 'waiting' : 'shown';
}

function numberOf(id: string): string {
  return id.replace(/^.*[-.]/, '');
}
