import { stringify } from 'yaml';
import { normalizePath } from '#journal/address/permalink.ts';
import { canonicalLanguage } from '#journal/words/languageTag.ts';
import type { ImportedLink } from '../../item/item.ts';
import type { AddressBook } from '../addressBook.ts';
import type { SiteFacts } from '../facts.ts';
import { seriesId, webAddress } from '../matter.ts';
import { belowOldSite, noAddress, oldAddress } from '../oldAddress.ts';
import type { Survey, Surveyed } from '../survey.ts';
import type { Target } from '../target.ts';
import { oldLists } from './oldLists.ts';

/** A file about the whole journal, and what a person should know of it. */
export interface SiteFile {
  readonly file: string;
  readonly text: string;
  readonly words: string;
}

/** `site.yaml`, `authors.yaml` and the files of series, as far as the content folder has none. */
export function siteFiles(
  survey: Survey,
  target: Target,
  tools: SiteFacts & { readonly book: AddressBook; readonly sourceName: string },
): SiteFile[] {
  const files: SiteFile[] = [];
  if (!target.journal) files.push(siteFile(survey, tools));
  const add = (file: string, entries: Iterable<readonly [string, unknown]>, words: string) => {
    const text = stringify(Object.fromEntries(entries), { lineWidth: 0 });
    if (text !== '{}\n') files.push({ file, text, words });
  };
  if (!target.hasAuthors)
    add('authors.yaml', authorsOf(survey, tools), 'who writes, as the export names them');
  if (!target.names.has('redirects.yaml'))
    add(
      'redirects.yaml',
      movedLists(survey, tools.book),
      'where feeds and lists of tags were: whoever follows them goes on doing so',
    );
  return [...files, ...seriesFiles(survey.documents, target)];
}

function siteFile({ site, guessedZone }: Survey, tools: Parameters<typeof siteFiles>[2]): SiteFile {
  const { url, newUrl } = tools.book.site;
  const author = tools.authorIds.get(site.author ?? '');
  const nav = (site.menu ?? []).flatMap((one) => navLink(one, tools.book));
  const usual = tools.permalinks.articles === '/:year/:slug/';
  const matter = {
    title: site.title?.trim() || tools.sourceName.replace(/\.[^.]*$/, ''),
    tagline: site.tagline?.trim() || undefined,
    url: newUrl,
    language: site.language && canonicalLanguage(site.language),
    timeZone: tools.timeZone === 'UTC' ? undefined : tools.timeZone,
    author,
    nav: nav.length === 0 ? undefined : nav,
    permalinks: usual ? undefined : { articles: tools.permalinks.articles },
    headingIds: site.headingIds,
  };
  const words =
    url === undefined
      ? `its "url" is ${noAddress}, as the export does not say where the site is: put your own`
      : 'title, address, language and time zone, as far as the export has them: look it over';
  const text = stringify(matter, { lineWidth: 0 });
  const zone = guessedZone === undefined || guessedZone === 'UTC' ? '' : zoneWords;
  return { file: 'site.yaml', text, words: words + zone + goneWords(site.menu ?? [], tools.book) };
}

const zoneWords =
  '. Its "timeZone" is one in which most of the dates have their offsets: put your own, if you live elsewhere';

/** What the menu has of a link; nothing where it leads to what did not come, or is not published. */
function navLink({ label, address }: ImportedLink, book: AddressBook) {
  const found = book.find(address);
  if (found && found.planned.seenAs !== 'published') return [];
  const old = oldAddress(address, book.site);
  const path = found?.planned.path ?? (old === undefined ? address : undefined);
  const usable = path !== undefined && (path.startsWith('/') || /^https?:\/\//i.test(path));
  return usable && label.trim() !== '' ? [{ label: label.trim(), path }] : [];
}

function isHome(address: string, { site }: AddressBook): boolean {
  const { path, query } = oldAddress(address, site) ?? {};
  return query === '' && (path === '/' || path === belowOldSite('/', site));
}

function goneWords(menu: readonly ImportedLink[], book: AddressBook): string {
  const gone = menu.filter((one) => navLink(one, book).length === 0 && !isHome(one.address, book));
  const names = gone.map(({ label }) => label.trim()).filter((one) => one !== '');
  return names.length === 0
    ? ''
    : `. Its menu had more, which lead to no page that came: ${names.join(', ')}`;
}

function authorsOf({ site }: Survey, { authorIds }: Pick<SiteFacts, 'authorIds'>) {
  return (site.authors ?? []).map(({ key, name, url, bio }) => {
    const facts = { name, url: webAddress(url), bio: bio?.trim() || undefined };
    return [authorIds.get(key) ?? key, facts] as const;
  });
}

function movedLists({ site, documents }: Survey, book: AddressBook) {
  const tags = [...new Set(documents.flatMap(({ tags: some = [] }) => some))];
  return oldLists(site.lists ?? [], tags, book);
}

/** What a redirects.yaml that is there already lacks of the lists of this journal, as words; undefined where that is nothing. */
export function lackingRedirects(survey: Survey, { names, journal }: Target, book: AddressBook) {
  if (!names.has('redirects.yaml')) return undefined;
  const known = new Set(Object.keys(journal?.moved ?? {}));
  const lines = [...movedLists(survey, book)].filter(([from]) => !known.has(normalizePath(from)));
  if (lines.length === 0) return undefined;
  const shown = lines.slice(0, 5).map(([from, to]) => `"${from}: ${to}"`);
  const more = lines.length > 5 ? `, and ${lines.length - 5} more` : '';
  return `redirects.yaml is there, and lacks ${shown.join(', ')}${more}: add those that you want`;
}

function seriesFiles(documents: readonly Surveyed[], target: Target): SiteFile[] {
  const titles = new Map<string, string>();
  for (const { series } of documents)
    if (series && !titles.has(seriesId(series.title)))
      titles.set(seriesId(series.title), series.title);
  return [...titles]
    .filter(([id]) => !target.journal?.series.has(id))
    .map(([id, title]) => ({
      file: `series/${id}.yaml`,
      text: stringify({ title }, { lineWidth: 0 }),
      words: 'a series',
    }));
}
