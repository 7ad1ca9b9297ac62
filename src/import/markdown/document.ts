import { readDate } from '../item/dates.ts';
import type { ImportedDocument, ImportedPicture, ImportedState } from '../item/item.ts';
import type { Notes } from '../item/notes.ts';
import { type ForeignMatter, listAt, textAt } from './frontMatter.ts';
import { fieldsOf } from './siteFacts.ts';
import { plainTitle } from './titles.ts';

/** What front matter says in the keys that most generators share. */
export type SharedMatter = Pick<
  ImportedDocument,
  | 'title'
  | 'slug'
  | 'date'
  | 'updated'
  | 'summary'
  | 'tags'
  | 'series'
  | 'authors'
  | 'language'
  | 'state'
  | 'feedId'
  | 'canonical'
  | 'inReplyTo'
  | 'syndication'
  | 'cover'
>;

/** How texts of one line are taken apart: `tags: a b` is two tags to Jekyll, and one with a space to others. */
export interface MatterManner {
  readonly tags: RegExp;
}

/** Reads the keys that Jekyll, Hugo, Eleventy and others share; what is left of the others is told. */
export function readMatter(
  matter: ForeignMatter,
  manner: MatterManner,
  notes: Notes,
): SharedMatter {
  tellUnused(matter, notes);
  return {
    title: plainTitle(textAt(matter, 'title', 'headline', 'name')),
    slug: textAt(matter, 'slug'),
    date: dateAt(
      matter,
      notes,
      'date',
      'publishedat',
      'published',
      'publishdate',
      'pubdate',
      'created',
      'createdat',
      'posted',
      'datetime',
    ),
    updated: dateAt(
      matter,
      notes,
      'lastmod',
      'updated',
      'modified',
      'lastmodifiedat',
      'lastmodified',
      'updatedat',
    ),
    summary: textAt(matter, 'summary', 'description', 'excerpt', 'subtitle', 'hook'),
    tags: tagsOf(matter, manner),
    series: seriesOf(matter),
    authors: authorsOf(matter),
    language: textAt(matter, 'lang', 'language', 'locale'),
    state: stateOf(matter),
    feedId: feedIdOf(matter),
    canonical: textAt(matter, 'canonicalurl', 'canonical', 'originalurl'),
    inReplyTo: textAt(matter, 'inreplyto', 'replyto'),
    syndication: listAt(matter, ['syndication', 'syndicated'], undefined),
    cover: coverOf(matter),
  };
}

function dateAt(
  matter: ForeignMatter,
  notes: Notes,
  ...keys: readonly string[]
): string | undefined {
  for (const key of keys) {
    const written = textAt(matter, key);
    if (written === undefined || /^(?:true|false)$/i.test(written)) continue;
    const read = readDate(written);
    if (read !== undefined) return read;
    notes.left(`${key}: ${written}`, 'it is no date');
  }
  return undefined;
}

function tagsOf(matter: ForeignMatter, { tags }: MatterManner): string[] {
  const inner = fieldsOf(matter.get('taxonomies') ?? matter.get('extra'));
  const all = [matter, inner].flatMap((one) => [
    ...listAt(one, ['tags', 'tag', 'keywords'], tags),
    ...listAt(one, ['categories'], tags),
    ...listAt(one, ['category'], undefined),
  ]);
  return [...new Set(all.map((tag) => tag.replace(/^#/, '').trim()).filter((tag) => tag !== ''))];
}

function seriesOf(matter: ForeignMatter): ImportedDocument['series'] {
  const [title] = listAt(matter, ['series', 'collection'], undefined);
  if (title === undefined) return undefined;
  const part = textAt(matter, 'seriespart', 'seriesorder', 'part', 'seriesindex', 'seriesweight');
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
    const name = typeof one === 'object' && one !== null && 'name' in one ? one.name : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

function stateOf(matter: ForeignMatter): ImportedState {
  const says = (key: string, value: RegExp) => value.test(textAt(matter, key) ?? '');
  if (says('draft', /^(?:true|yes)$/i) || says('published', /^(?:false|no)$/i)) return 'draft';
  if (says('publish', /^(?:false|no)$/i)) return 'draft';
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

function feedIdOf(matter: ForeignMatter): string | undefined {
  const uuid = textAt(matter, 'uuid');
  if (uuid !== undefined && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(uuid))
    return `urn:uuid:${uuid}`;
  return textAt(matter, 'guid', 'atomid', 'feedid');
}

function coverOf(matter: ForeignMatter): ImportedPicture | undefined {
  const value = [
    'cover',
    'image',
    'featuredimage',
    'featureimage',
    'coverimage',
    'heroimage',
    'thumbnail',
    'banner',
  ]
    .map((key) => matter.get(key))
    .find((one) => one !== undefined && one !== '');
  if (typeof value === 'string')
    return { address: value, alt: textAt(matter, 'imagealt', 'coveralt', 'alt') };
  const fields = fieldsOf(value);
  const of = (...keys: readonly string[]) => textAt(fields, ...keys);
  const address = of('src', 'path', 'url', 'image', 'feature', 'relative');
  return address === undefined
    ? undefined
    : { address, alt: of('alt'), caption: of('caption'), credit: of('credit', 'attribution') };
}

const used = new Set(
  `title headline name slug date publishedat published publishdate pubdate created createdat posted datetime lastmod updated
   modified lastmodifiedat lastmodified updatedat summary description excerpt subtitle hook tags tag keywords categories
   category taxonomies extra series collection seriespart seriesorder part seriesindex seriesweight author authors lang
   language locale draft publish status eleventyexcludefromcollections private visibility hidden unlisted password uuid guid
   atomid feedid
   canonicalurl canonical originalurl inreplyto replyto syndication syndicated cover image featuredimage featureimage
   coverimage heroimage thumbnail banner imagealt coveralt alt permalink url redirectfrom aliases alias build
   render`.split(/\s+/),
);

/** Keys that say how a page looks or is built: nobody misses them. */
const looks = new Set(
  'eleventynavigation layout type template theme class classes toc math mathjax weight menu comments excerptseparator renderwithliquid templateengineoverride sitemap markup kind id search nav order'.split(
    ' ',
  ),
);

function tellUnused(matter: ForeignMatter, notes: Notes): void {
  for (const key of matter.keys())
    if (!used.has(key) && !looks.has(key)) notes.left(`key "${key}"`, 'Scrollback has no such key');
}
