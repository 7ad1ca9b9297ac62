import { slugify } from '#journal/address/slug.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { canonicalLanguage } from '#journal/words/languageTag.ts';
import type { ImportedAuthor, ImportedSite } from '../item/item.ts';
import { writerName } from '../item/publicName.ts';
import { type OldSite, oldSite } from './oldAddress.ts';
import type { Target } from './target.ts';

/** What is known of the whole journal, once all of the export was looked at: what the content folder says stands. */
export interface SiteFacts {
  readonly oldSite: OldSite;
  readonly timeZone: string;
  /** Language of the journal, as a canonical tag. */
  readonly language: string;
  readonly permalinks: { readonly articles: string; readonly notes: string };
  /** Who writes: the ids that they have in authors.yaml, by the keys of the export. */
  readonly authorIds: ReadonlyMap<string, string>;
}

/** Puts together what an export says of the whole journal: the first to say a thing has it. */
export function mergedSite(all: readonly ImportedSite[]): Omit<ImportedSite, 'is'> {
  const authors = new Map<string, ImportedAuthor>();
  for (const author of all.flatMap((site) => site.authors ?? []))
    if (isBare(authors.get(author.key))) authors.set(author.key, author);
  const first = <K extends keyof ImportedSite>(key: K): ImportedSite[K] | undefined =>
    all.find((site) => site[key] !== undefined && site[key] !== '')?.[key];
  return {
    url: first('url'),
    title: first('title'),
    tagline: first('tagline'),
    language: first('language'),
    timeZone: first('timeZone'),
    author: first('author'),
    menu: all.find(({ menu = [] }) => menu.length > 0)?.menu,
    lists: all.flatMap((site) => site.lists ?? []),
    headingIds: first('headingIds'),
    authors: [...authors.values()],
    notes: all.flatMap((site) => site.notes ?? []),
  };
}

/** Whether nothing is known of somebody but how documents call them. */
function isBare(author: ImportedAuthor | undefined): boolean {
  return author === undefined || (author.name === author.key && author.bio === undefined);
}

/** Where the old journal was, and where the new one is. */
export function sitesOf(said: Pick<ImportedSite, 'url'>, target: Target): OldSite {
  return oldSite(said.url, target.journal?.site.url);
}

/** The zone in which clocks without offset are read: that of the content folder, else that of the export. */
export function zoneFor(said: Pick<ImportedSite, 'timeZone'>, target: Target): string {
  return target.journal?.site.timeZone ?? validZone(said.timeZone) ?? 'UTC';
}

/** The language of texts that name none, as a canonical tag: that of the content folder, else that of the export. */
export function languageFor(said: Pick<ImportedSite, 'language'>, target: Target): string {
  return canonicalLanguage(target.journal?.site.language ?? said.language ?? '') ?? 'en';
}

function validZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Ids for those who write: those of authors.yaml where somebody of that name is there. */
export function authorIds(
  authors: readonly ImportedAuthor[],
  target: Target,
): ReadonlyMap<string, string> {
  const known = Object.entries(target.journal?.authors ?? {});
  const ids = new Map<string, string>();
  for (const { key, name } of authors) {
    const wanted = slugify(writerName(key), slugify(name, 'author'));
    const free = freeName(wanted, new Set(ids.values()));
    // Two people may have one name: who has an id of their own is meant first.
    const there =
      known.find(([id]) => id === free) ??
      known.find(([id, person]) => id === key || person.name === name);
    ids.set(key, there?.[0] ?? free);
  }
  return ids;
}

/** A name that is not taken: the wanted one, or that with a number. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let free = wanted;
  for (let number = 2; taken.has(free); number++) free = `${wanted}-${number}`;
  return free;
}

/** Whether the content folder's own authors.yaml, where it has one, names this id. */
export function isKnownAuthor(id: string, target: Target): boolean {
  if (!target.hasAuthors) return true;
  return personOf(target.journal?.authors ?? {}, id) !== undefined;
}
