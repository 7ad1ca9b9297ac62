import { absoluteAddress, siteBase } from '../address/base.ts';
import { decoded } from '../address/contentPath.ts';
import { namesFile } from '../address/permalink.ts';
import { tagSlug } from '../address/slug.ts';
import { compareText, type Fault } from '../fault/fault.ts';
import type { Entry } from './entry.ts';
import type { Journal } from './journal.ts';
import type { Page } from './page.ts';

// Pages of tags, series and authors, and the blogroll, are looked at where they are known: an old address such as /tags/gone/ may redirect.
const ownPaths =
  /^\/(?:$|page\/(?:\d+\/)?$|archive\/(?:\d{4}\/(?:\d\d\/)?)?$|(?:articles|notes|tags|series|authors)\/(?:feed\.xml|atom\.xml|feed\.json)?$|follow\/$|search\/$|pagefind\/|404(?:\/|\.html$)|feed\.xml$|atom\.xml$|feed\.json$|sitemap\.xml$|robots\.txt$|_redirects(?:\/|$)|redirects\.nginx\.conf(?:\/|$)|_(?:astro|images|files)\/)/;

/** What would have to lie within a file that the site writes, as if that were a folder. */
const withinOwnFiles =
  /^\/(?:(?:articles|notes|tags|series|authors)\/)?(?:feed\.xml|atom\.xml|feed\.json)\/|^\/(?:404\.html|sitemap\.xml|robots\.txt)\/|\/index\.html\//;

/** Whether a path is the site's own, or lies within a file of the site: nobody else may have it. */
export function isSitePath(path: string): boolean {
  return isSitePlace(placeOf(path));
}

function isSitePlace(place: string): boolean {
  return ownPaths.test(place) || withinOwnFiles.test(place);
}

/** `/a/` is served from the file `/a/index.html`, and some file systems do not tell cases apart. */
function placeOf(path: string): string {
  const place = path.toLowerCase();
  return place.endsWith('/index.html') ? place.slice(0, -'index.html'.length) : place;
}

/** Two things on one path, a path that the site itself uses, an id or a tag that two share. */
export function pathFaults(journal: Journal): Fault[] {
  const entries = [...journal.entries].sort(byTurn);
  return [
    ...sharedPaths([...journal.pages, ...entries].sort(byTurn)),
    ...sharedIds(entries),
    ...sharedTags(journal),
    ...aliasesFromHost(journal),
  ];
}

/** Aliases that seem to begin at the root of the host, where the journal is below a path: they redirect from elsewhere. */
function aliasesFromHost({ entries, pages, site }: Journal): Fault[] {
  const base = decoded(siteBase(site.url));
  if (base === '') return [];
  return [...pages, ...entries].flatMap((one) =>
    one.aliases.flatMap((alias, index): Fault | [] => {
      if (!alias.startsWith(`${base}/`)) return [];
      return {
        file: one.file,
        line: one.lineOf(['aliases', index]),
        kind: 'bad-path',
        what: `the alias ${alias} is at ${absoluteAddress(alias, site.url)}`,
        expected: 'a path that begins where the journal does',
        cure: `write ${alias.slice(base.length)} if you mean ${absoluteAddress(alias.slice(base.length), site.url)}`,
        warning: true,
      };
    }),
  );
}

function sharedPaths(all: readonly (Entry | Page)[]): Fault[] {
  const owners = new Map<string, string>();
  const faults: Fault[] = [];
  const claim = (path: string, one: Entry | Page, key: PropertyKey[], what: string) => {
    const { file } = one;
    const place = placeOf(path);
    const owner = owners.get(place);
    const isHome = one.path === '/' && path === '/';
    if (owner !== undefined || (isSitePlace(place) && !isHome)) {
      faults.push({
        file,
        line: one.lineOf(key),
        kind: 'shared-path',
        what: `${what} ${path}, which ${owner ?? 'the site itself'} has already`,
        expected: 'a path of its own',
        cure: what === 'the path' ? 'give it another "slug" or file name' : 'remove that alias',
      });
      return;
    }
    owners.set(place, file);
  };
  // All that is published has its paths and its aliases before any draft has one.
  for (const some of [all.filter(({ draft }) => !draft), all.filter(({ draft }) => draft)]) {
    for (const one of some) claim(one.path, one, ['slug'], 'the path');
    for (const one of some)
      for (const [index, alias] of one.aliases.entries())
        if (alias !== one.path) claim(alias, one, ['aliases', index], 'the alias');
  }
  return [...faults, ...filesAsFolders(all)];
}

/** In the order of their files, drafts last: the fault names the later one, and never one that a draft is in the way of. */
function byTurn(a: Entry | Page, b: Entry | Page): number {
  return Number(a.draft) - Number(b.draft) || compareText(a.file, b.file);
}

/** `/a.html` cannot be a file and the folder of `/a.html/b/` at once. */
function filesAsFolders(documents: readonly (Entry | Page)[]): Fault[] {
  const claims = documents.flatMap((one) =>
    [one.path, ...one.aliases].map((path) => ({ one, path })),
  );
  const files = new Map(
    claims.filter(({ path }) => namesFile(path)).map(({ one, path }) => [path.toLowerCase(), one]),
  );
  if (files.size === 0) return [];
  return claims.flatMap(({ one, path }) => {
    const file = foldersOf(path).find((parent) => files.has(parent.toLowerCase()));
    if (file === undefined) return [];
    return {
      file: one.file,
      line: one.lineOf(path === one.path ? ['slug'] : ['aliases']),
      kind: 'shared-path',
      what: `the path ${path} lies within ${file}, which is the file of ${files.get(file.toLowerCase())?.file}`,
      expected: 'a path of its own',
      cure: 'change one of the two',
    };
  });
}

/** The folders that a path from the root goes through: `/a` and `/a/b` of `/a/b/c`. */
export function foldersOf(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}

function sharedIds(entries: readonly Entry[]): Fault[] {
  const owners = new Map<string, string>();
  return entries.flatMap((entry) => {
    const owner = owners.get(entry.id);
    owners.set(entry.id, owner ?? entry.file);
    // Equal ids out of equal paths are told once, as a shared path.
    if (owner === undefined || entry.id === entry.path) return [];
    return {
      file: entry.file,
      line: entry.lineOf(['id']),
      kind: 'shared-id',
      what: `the id "${entry.id}", which ${owner} has already`,
      expected: 'an id of its own',
      cure: 'change "id", or the first of "aliases"',
    };
  });
}

function sharedTags(journal: Journal): Fault[] {
  const owners = new Map<string, string>();
  const known = new Set<string>();
  const drafts = journal.entries.filter(({ draft }) => draft);
  return [...journal.entries.filter(({ draft }) => !draft), ...drafts].flatMap((entry) =>
    entry.tags.flatMap((tag, index) => {
      if (known.has(tag)) return [];
      const slug = tagSlug(tag);
      const owner = owners.get(slug) ?? tag;
      owners.set(slug, owner);
      if (sameTag(owner, tag)) {
        known.add(tag);
        return [];
      }
      return {
        file: entry.file,
        line: entry.lineOf(['tags', index]),
        kind: 'shared-tag',
        what: `the tag "${tag}", whose page /tags/${slug}/ is that of the tag "${owner}"`,
        expected: 'one spelling',
        cure: `write "${owner}"`,
      };
    }),
  );
}

/** Tags differ neither by case nor by hyphens for spaces. */
function sameTag(a: string, b: string): boolean {
  const plain = (tag: string) =>
    tag
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ');
  return a === b || plain(a) === plain(b);
}
