import { plainKey } from '#journal/schema/foreignKeys.ts';
import type { ImportedAuthor, ImportedLink, ImportedSite } from '../item/item.ts';
import { isRecord } from '../source/json.ts';
import { type ForeignMatter, textAt } from './frontMatter.ts';

/** The fields of a table, or the places of a list, by their own keys; none for what is neither. */
export function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(typeof value === 'object' && value !== null ? value : {});
}

/** The fields of a table, by their keys in small letters; none for what is no table. */
export function fieldsOf(value: unknown): ForeignMatter {
  return new Map(isRecord(value) ? entriesOf(value).map(([key, one]) => [plainKey(key), one]) : []);
}

/** What settings say of the whole journal, in the keys that people use for it. */
export function siteFacts(settings: ForeignMatter): ImportedSite {
  const authors = authorsIn(settings.get('authors') ?? settings.get('author'));
  const inner = fieldsOf(settings.get('meta') ?? settings.get('seo'));
  const said = (...keys: readonly string[]) => textAt(settings, ...keys) ?? textAt(inner, ...keys);
  const url = said('url', 'siteurl', 'baseurl', 'domain', 'homepage', 'homepageurl', 'host');
  const own = textAt(settings, 'author');
  return {
    is: 'site',
    url: url && wholeUrl(url),
    title: said('title', 'sitetitle', 'name', 'sitename', 'blogtitle'),
    tagline: said('tagline', 'subtitle', 'description', 'sitedescription', 'summary')?.replace(
      /\s+/g,
      ' ',
    ),
    language: said('language', 'lang', 'locale', 'languagecode'),
    timeZone: said('timezone', 'tz'),
    authors,
    author: own ?? authors[0]?.key,
    menu: menuIn(
      menuKeys.map((key) => settings.get(key) ?? undefined).find((one) => one !== undefined),
    ),
  };
}

/** Where settings have a menu. */
const menuKeys = ['navigation', 'nav', 'menu', 'navbarlinks', 'mainnav', 'links'];

function wholeUrl(url: string): string | undefined {
  const whole = /^[\w-]+(?:\.[\w-]+)+(?:[/:]|$)/.test(url) ? `https://${url}` : url;
  return /^https?:\/\//i.test(whole) && URL.parse(whole) ? whole : undefined;
}

/** People, from a name, a list of names or of tables, or a table with one of each. */
export function authorsIn(value: unknown): ImportedAuthor[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => authorsIn(one));
  if (typeof value === 'string' && value.trim() !== '')
    return [{ key: value.trim(), name: value.trim() }];
  const fields = fieldsOf(value);
  const own = authorOf(fields);
  if (own) return [own];
  return entriesOf(value).flatMap(([key, one]) => {
    if (typeof one === 'string') return [{ key, name: one }];
    const author = authorOf(fieldsOf(one));
    return author ? [{ ...author, key }] : [];
  });
}

/** Their addresses of e-mail are nobody's business. */
function authorOf(fields: ForeignMatter): ImportedAuthor | undefined {
  const name = textAt(fields, 'name', 'displayname', 'fullname', 'title');
  if (name === undefined) return undefined;
  const key = textAt(fields, 'id', 'key', 'slug', 'username', 'shortname') ?? name;
  const url = textAt(fields, 'url', 'homepage', 'website', 'site', 'web', 'uri');
  return { key, name, url, bio: textAt(fields, 'bio', 'about', 'description') };
}

/** The links of a menu: of a list of tables, of a table of addresses by labels, or of the first of several menus. */
export function menuIn(value: unknown): ImportedLink[] {
  if (Array.isArray(value))
    return value
      .toSorted((a: unknown, b: unknown) => placeOf(fieldsOf(a)) - placeOf(fieldsOf(b)))
      .flatMap((one: unknown) => linkOf(one));
  const fields = entriesOf(value);
  const labelled = fields.flatMap(([label, one]) =>
    typeof one === 'string' ? [{ label, address: menuAddress(one) }] : [],
  );
  if (labelled.length > 0) return labelled;
  const main = fields.find(([key]) => /^(?:main|header|top|primary|nav|menu|items)$/i.test(key));
  const [, first] = main ?? fields.find(([, one]) => Array.isArray(one)) ?? [];
  return first === undefined ? [] : menuIn(first);
}

/** Where an entry stands in its menu. */
export function placeOf(entry: ForeignMatter): number {
  return Number(entry.get('weight') ?? entry.get('order') ?? 0) || 0;
}

/** A page that says itself that it stands in the menu. */
export interface MenuPage extends Omit<ImportedLink, 'label'> {
  readonly label: string | undefined;
  /** The table that says its place in it. */
  readonly place: ForeignMatter;
}

/** The menu that pages make of themselves, of those that have a label. */
export function menuOfPages(pages: readonly MenuPage[]): ImportedSite {
  const ordered = pages.toSorted((a, b) => placeOf(a.place) - placeOf(b.place));
  const menu = ordered.flatMap(({ label, address }) => (label ? [{ label, address }] : []));
  return { is: 'site', menu };
}

function linkOf(written: unknown): ImportedLink[] {
  const entry = fieldsOf(written);
  const label = textAt(entry, 'label', 'title', 'name', 'text', 'key');
  const address = textAt(entry, 'url', 'href', 'path', 'link', 'permalink', 'pageref');
  if (label !== undefined && address !== undefined)
    return [{ label, address: menuAddress(address) }];
  const pairs = entriesOf(written);
  return pairs.length === 1 ? menuIn(Object.fromEntries(pairs)) : [];
}

function menuAddress(address: string): string {
  return /^(?:[a-z][\w+.-]*:|[/#?])/i.test(address) ? address : `/${address}`;
}
