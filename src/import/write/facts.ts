import { slugify } from '#journal/address/slug.ts';
import { personOf } from '#journal/schema/authorsSchema.ts';
import { canonicalLanguage } from '#journal/words/languageTag.ts';
import type { ImportedAuthor } from '../item/item.ts';
import { writerName } from '../item/publicName.ts';
import { type OldSite, oldSite } from './oldAddress.ts';
import { likelyPermalinks } from './permalinks.ts';
import type { Survey } from './survey.ts';
import type { Target } from './target.ts';

/** What is known of the whole journal, once all of the export was looked at: what the content folder says stands. */
export interface SiteFacts {
  readonly oldSite: OldSite;
  /** The zone in which clocks without offset are read. */
  readonly timeZone: string;
  /** The language of texts that name none, as a canonical tag. */
  readonly language: string;
  readonly permalinks: { readonly articles: string; readonly notes: string };
  /** Who writes: the ids that they have in authors.yaml, by the keys of the export. */
  readonly authorIds: ReadonlyMap<string, string>;
}

/** What the content folder says of the whole journal, else what the export does. */
export function factsOf(survey: Survey, target: Target): SiteFacts {
  const said = survey.site;
  const there = target.journal?.site;
  const where = oldSite(said.url, there?.url);
  const timeZone = there?.timeZone ?? validZone(said.timeZone) ?? 'UTC';
  return {
    oldSite: where,
    timeZone,
    language: canonicalLanguage(there?.language ?? said.language ?? '') ?? 'en',
    permalinks: there?.permalinks ?? {
      articles: likelyPermalinks(survey, timeZone, where),
      notes: '/notes/:slug/',
    },
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
