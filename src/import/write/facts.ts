import { fillPermalink } from '#journal/address/permalink.ts';
import { slugify } from '#journal/address/slug.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { canonicalLanguage } from '#journal/words/languageTag.ts';
import type { ImportedAuthor } from '../item/item.ts';
import { writerName } from '../item/publicName.ts';
import { writtenDate } from './moments.ts';
import { type OldSite, oldAddress, oldSite } from './oldAddress.ts';
import type { Survey } from './survey.ts';
import type { Target } from './target.ts';

/** What is known of the whole journal, once all of the export was looked at. */
export type SiteFacts = ReturnType<typeof factsOf>;

/** What the content folder says of the whole journal, else what the export does. */
export function factsOf(survey: Survey, target: Target) {
  const said = survey.site;
  const there = target.journal?.site;
  const where = oldSite(said.url, there?.url);
  const timeZone = there?.timeZone ?? validZone(said.timeZone) ?? 'UTC';
  return {
    oldSite: where,
    /** The zone in which clocks without offset are read. */
    timeZone,
    /** The language of texts that name none, as a canonical tag. */
    language: canonicalLanguage(there?.language ?? said.language ?? '') ?? 'en',
    permalinks: there?.permalinks ?? {
      articles: likelyPermalinks(survey, timeZone, where),
      notes: '/notes/:slug/',
    },
    /** Who writes: the ids that they have in authors.yaml, by the keys of the export. */
    authorIds: authorIds(said.authors ?? [], target),
  };
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
function authorIds(authors: readonly ImportedAuthor[], target: Target) {
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

/** A name that is not taken: the wanted one, or that with a number before its ending. */
export function freeName(wanted: string, taken: ReadonlySet<string>, ending = ''): string {
  let free = wanted + ending;
  for (let number = 2; taken.has(free); number++) free = `${wanted}-${number}${ending}`;
  return free;
}

/** Whether the content folder's own authors.yaml, where it has one, names this id. */
export function isKnownAuthor(id: string, target: Target): boolean {
  if (!target.hasAuthors) return true;
  return personOf(target.journal?.authors ?? {}, id) !== undefined;
}

/** Patterns in which others have their entries, the usual one first. */
const patterns = ['/:year/:slug/', '/:year/:month/:day/:slug/', '/:year/:month/:slug/', '/:slug/'];

/** The pattern that gives most articles the addresses that they had; where none does for half of them, the usual one. */
function likelyPermalinks(survey: Survey, timeZone: string, site: OldSite): string {
  const articles = survey.documents.filter(({ kind, title }) => kind !== 'page' && title);
  const dated = articles.flatMap(({ date, slug, title, addresses = [] }) => {
    const written = date === undefined ? undefined : writtenDate(date, timeZone);
    if (!written) return [];
    const parts = { day: written.day, slug: slugify(slug ?? title ?? '', ''), id: undefined };
    return [{ parts, paths: addresses.map((address) => oldAddress(address, site)?.path) }];
  });
  const counts = patterns.map(
    (pattern) =>
      dated.filter(({ parts, paths }) => paths.includes(fillPermalink(pattern, parts))).length,
  );
  const best = counts.indexOf(Math.max(...counts));
  const usual = patterns[0] ?? '/:year/:slug/';
  return (counts[best] ?? 0) * 2 > articles.length ? (patterns[best] ?? usual) : usual;
}
