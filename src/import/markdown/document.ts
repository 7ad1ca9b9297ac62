import { foreignKeysOf } from '#journal/schema/foreignKeys.ts';
import { readDate } from '../item/dates.ts';
import type {
  ImportedComment,
  ImportedDocument,
  ImportedPicture,
  ImportedState,
} from '../item/item.ts';
import type { Notes } from '../item/notes.ts';
import { type ForeignMatter, listAt, textAt } from './frontMatter.ts';
import { fieldsOf } from './siteFacts.ts';
import { plainTitle } from './titles.ts';

/**
 * Reads the keys that Jekyll, Hugo, Eleventy and others share; what is left of the others is told. `tagEnds` takes texts of one
 * line apart: `tags: a b` is two tags to Jekyll, and one with a space to others.
 */
export function readMatter(matter: ForeignMatter, tagEnds: RegExp, notes: Notes) {
  tellUnused(matter, notes);
  return {
    title: plainTitle(textAt(matter, ...keys.title)),
    slug: textAt(matter, ...keys.slug),
    date: dateAt(matter, keys.date, notes),
    updated: dateAt(matter, keys.updated, notes),
    summary: textAt(matter, ...keys.summary),
    tags: tagsOf(matter, tagEnds),
    series: seriesOf(matter),
    authors: authorsOf(matter),
    language: textAt(matter, ...keys.language),
    translationKey: textAt(matter, ...keys.translationKey),
    state: stateOf(matter),
    feedId: feedIdOf(matter),
    canonical: textAt(matter, ...keys.canonical),
    inReplyTo: textAt(matter, ...keys.inReplyTo),
    syndication: listAt(matter, keys.syndication, undefined),
    cover: coverOf(matter),
    comments: commentsIn(matter.get('comments')),
    shortAddresses: listAt(matter, keys.former, undefined),
  } satisfies Partial<ImportedDocument>;
}

/** What others call what we have; of several keys, the first that says something. */
const keys = {
  title: ['title', 'posttitle', 'headline', 'name'],
  slug: ['slug', 'postslug'],
  date: ['date', 'published', ...foreignKeysOf('date')],
  updated: ['lastmod', 'updated', ...foreignKeysOf('updated')],
  summary: ['summary', 'description', 'excerpt', 'postexcerpt', 'subtitle', 'hook'],
  tags: ['tags', 'tag', 'topics', 'labels', 'keywords'],
  series: ['series', 'collection'],
  part: ['seriespart', 'seriesorder', 'part', 'seriesindex', 'seriesweight'],
  language: ['lang', 'language', 'locale'],
  translationKey: ['translationkey'],
  /** What importers of other generators keep of the journal before: aliases, if they kept them, are said besides. */
  former: ['wordpressurl', 'bloggerorigurl', 'tumblrurl'],
  feedId: ['guid', 'atomid', 'feedid'],
  canonical: ['canonicalurl', 'canonical', 'originalurl'],
  inReplyTo: ['inreplyto', 'replyto'],
  syndication: ['syndication', 'syndicated'],
  cover:
    'cover image featuredimage featureimage coverimage heroimage thumbnail banner previewimage'.split(
      ' ',
    ),
  coverAlt: ['imagealt', 'coveralt', 'alt'],
};

function dateAt(matter: ForeignMatter, names: readonly string[], notes: Notes): string | undefined {
  for (const key of names) {
    const written = textAt(matter, key);
    if (written === undefined || /^(?:true|false)$/i.test(written)) continue;
    const read = readDate(written);
    if (read !== undefined) return read;
    notes.left(`${key}: ${written}`, 'it is no date');
  }
  return undefined;
}

function tagsOf(matter: ForeignMatter, ends: RegExp): string[] {
  const inner = fieldsOf(matter.get('taxonomies') ?? matter.get('extra'));
  const all = [matter, inner].flatMap((one) => [
    ...listAt(one, keys.tags, ends),
    ...listAt(one, ['categories'], ends),
    ...listAt(one, ['category'], undefined),
  ]);
  return [...new Set(all.map((tag) => tag.replace(/^#/, '').trim()).filter((tag) => tag !== ''))];
}

function seriesOf(matter: ForeignMatter): ImportedDocument['series'] {
  const [title] = listAt(matter, keys.series, undefined);
  if (title === undefined) return undefined;
  const part = textAt(matter, ...keys.part);
  return {
    title,
    part: part !== undefined && /^[1-9]\d{0,3}$/.test(part) ? Number(part) : undefined,
  };
}

function authorsOf(matter: ForeignMatter): string[] {
  const named = matter.get('author') ?? matter.get('authors');
  const list = Array.isArray(named) ? named : [named];
  return list.flatMap((one: unknown) => {
    if (typeof one === 'string' && one.trim() !== '') return [one.trim()];
    const name = textAt(fieldsOf(one), 'name', 'displayname', 'login');
    return name === undefined ? [] : [name];
  });
}

function stateOf(matter: ForeignMatter): ImportedState {
  const says = (key: string, value: RegExp) => value.test(textAt(matter, key) ?? '');
  if (['draft', 'isdraft'].some((key) => says(key, /^(?:true|yes)$/i))) return 'draft';
  if (['published', 'publish'].some((key) => says(key, /^(?:false|no)$/i))) return 'draft';
  if (says('status', /^(?:draft|pending)$/i) || says('eleventyexcludefromcollections', /^true$/i))
    return 'draft';
  // Eleventy makes no page of it.
  if (says('permalink', /^false$/i)) return 'private';
  if (says('status', /^(?:private|hidden|skip|protected|trash)$/i)) return 'private';
  if (says('visibility', /^(?:private|hidden)$/i)) return 'private';
  if (['private', 'hidden', 'unlisted'].some((key) => says(key, /^true$/i))) return 'private';
  // A plugin of Hexo writes such an entry in cipher.
  return says('password', /\S/) ? 'password' : 'published';
}

/** Comments that an importer wrote into front matter, or a program such as Staticman beside it. */
export function commentsIn(value: unknown): ImportedComment[] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown, index): ImportedComment[] => {
    const said = fieldsOf(one);
    const text = textAt(said, 'content', 'message', 'body', 'text', 'comment');
    if (text === undefined) return [];
    const parent = textAt(said, 'replyingto', 'parent', 'parentid', 'inreplyto');
    return [
      {
        key: textAt(said, 'id') ?? String(index + 1),
        parent: parent === '0' ? undefined : parent,
        name: textAt(said, 'author', 'name') ?? '',
        url: textAt(said, 'authorurl', 'url', 'website'),
        date: readDate(textAt(said, 'date', 'dategmt', 'timestamp') ?? ''),
        body: { is: /<\w|&#?\w+;/.test(text) ? 'html' : 'markdown', text },
        status: 'shown',
      },
    ];
  });
}

function feedIdOf(matter: ForeignMatter): string | undefined {
  const uuid = textAt(matter, 'uuid');
  if (uuid !== undefined && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(uuid))
    return `urn:uuid:${uuid}`;
  return textAt(matter, ...keys.feedId);
}

function coverOf(matter: ForeignMatter): ImportedPicture | undefined {
  const said = keys.cover.map((key) => matter.get(key));
  const value = said.find((one) => one !== undefined && one !== '');
  if (typeof value === 'string') return { address: value, alt: textAt(matter, ...keys.coverAlt) };
  const fields = fieldsOf(value);
  const of = (...keys: readonly string[]) => textAt(fields, ...keys);
  const address = of('src', 'path', 'url', 'image', 'feature', 'relative');
  return address === undefined
    ? undefined
    : { address, alt: of('alt'), caption: of('caption'), credit: of('credit', 'attribution') };
}

const used = new Set([
  ...Object.values(keys).flat(),
  ...`categories category taxonomies extra author authors draft isdraft publish status visibility password uuid
   eleventyexcludefromcollections private hidden unlisted permalink url path saveas redirectfrom aliases alias build render`.split(
    /\s+/,
  ),
]);

/** Keys that say how a page looks or is built: nobody misses them. */
const looks = new Set(
  'eleventynavigation layout type template theme class classes toc math mathjax weight menu comments excerptseparator renderwithliquid templateengineoverride sitemap markup kind id search nav order authorlogin authoremail authorurl wordpressid dategmt bloggerid dsqthreadid'.split(
    ' ',
  ),
);

function tellUnused(matter: ForeignMatter, notes: Notes): void {
  for (const [key, value] of matter)
    if (!used.has(key) && !looks.has(key) && value !== '' && value !== null)
      notes.left(`key "${key}"`, 'Scrollback has no such key');
}
