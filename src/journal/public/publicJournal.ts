import { tagSlug } from '../address/slug.ts';
import type { BlogGroup } from '../content/blogGroups.ts';
import type { Entry } from '../content/entry.ts';
import type { Journal } from '../content/journal.ts';
import type { Page } from '../content/page.ts';
import { type SeriesPart, seriesParts } from '../content/seriesPlaces.ts';
import { sistersOf } from '../content/translations.ts';
import { compareText } from '../fault/fault.ts';
import type { Authors } from '../schema/authorsSchema.ts';
import type { Site } from '../schema/siteSchema.ts';
import type { OwnWords } from '../words/speaker.ts';
import { visibility } from './gate.ts';
import { type Comment, threadsOf } from './thread.ts';

/** A tag and the entries under it, newest first. */
export interface Tag {
  readonly name: string;
  readonly slug: string;
  readonly path: string;
  readonly entries: readonly Entry[];
}

/** A series, oldest part first. */
export interface Series {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly parts: readonly SeriesPart[];
  /** Titles of parts that are not written yet. */
  readonly planned: readonly string[];
  /** How many parts there will be. */
  readonly total: number;
}

/** The journal as its readers may see it: behind the gate, with everything that is derived from it. */
export interface PublicJournal {
  readonly site: Site;
  readonly authors: Authors;
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly pages: readonly Page[];
  /** By name, in the order of the journal's language. */
  readonly tags: readonly Tag[];
  readonly series: readonly Series[];
  /** Recommended journals of others; undefined where there is no blogroll.yaml. */
  readonly blogroll: readonly BlogGroup[] | undefined;
  /** Threads of comments by the id of their entry; nothing for an entry without any. */
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  /** Entries that say the same in several languages, each with all of them, itself among them, by language. */
  readonly translations: ReadonlyMap<Entry, readonly Entry[]>;
  /** Old path to present path, as entries and pages say; see `redirectsOf`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The same, as redirects.yaml says, but for lines that lead to what readers do not see. */
  readonly moved: Journal['moved'];
  /** What pages say otherwise than we do. */
  readonly words: OwnWords;
}

/** Who looks: readers see what is published at `now`; the owner's dev server shows everything. */
export type Audience =
  | { readonly sees: 'published'; readonly now: number }
  | { readonly sees: 'everything' };

/** The one way from a journal to anything that is shown. */
export function publicJournal(journal: Journal, audience: Audience): PublicJournal {
  const entries = journal.entries.filter(
    (entry) => audience.sees === 'everything' || visibility(entry, audience.now) === 'published',
  );
  const pages = journal.pages.filter((page) => audience.sees === 'everything' || !page.draft);
  return {
    site: journal.site,
    authors: journal.authors,
    entries,
    pages,
    tags: tagsOf(entries, journal.site.language),
    series: seriesOf(journal, entries),
    blogroll: journal.blogroll,
    comments: commentsOf(journal, entries),
    translations: sistersOf({ entries, site: journal.site }),
    aliases: new Map(
      [...entries, ...pages].flatMap((one) =>
        one.aliases
          .filter((alias) => alias !== one.path)
          .map((alias) => [alias, one.path] as const),
      ),
    ),
    moved: movedOf(journal, new Set([...entries, ...pages])),
    words: journal.words,
  };
}

function movedOf(
  { entries, pages, moved }: Journal,
  shown: ReadonlySet<Entry | Page>,
): Journal['moved'] {
  const hidden = new Set(
    [...entries, ...pages].flatMap((one) => (shown.has(one) ? [] : [one.path, ...one.aliases])),
  );
  return Object.fromEntries(Object.entries(moved).filter(([, to]) => !hidden.has(to)));
}

function commentsOf(journal: Journal, entries: readonly Entry[]): Map<string, Comment[]> {
  const shown = new Set(entries.map((entry) => entry.id));
  return new Map(
    journal.comments
      .filter(({ entry }) => shown.has(entry))
      .map(({ entry, comments }) => [entry, threadsOf(comments, journal.site.timeZone)] as const)
      .filter(([, threads]) => threads.length > 0),
  );
}

function tagsOf(entries: readonly Entry[], language: string): Tag[] {
  const order = new Intl.Collator(language, { numeric: true });
  const tags = new Map<string, { name: string; entries: Entry[] }>();
  for (const entry of entries) {
    for (const name of entry.tags) {
      const slug = tagSlug(name);
      const tag = tags.get(slug) ?? { name, entries: [] };
      tag.entries.push(entry);
      tags.set(slug, tag);
    }
  }
  return [...tags]
    .map(([slug, tag]) => ({ ...tag, slug, path: `/tags/${slug}/` }))
    .sort((a, b) => order.compare(a.name, b.name) || compareText(a.slug, b.slug));
}

function seriesOf(journal: Journal, entries: readonly Entry[]): Series[] {
  const shown = new Set(entries);
  return (
    [...journal.series]
      .map(([id, matter]) => {
        // Numbered before the gate: what is still hidden holds its place, and no number changes when it appears.
        const all = seriesParts(journal.entries.filter((entry) => entry.series?.id === id));
        const parts = all.filter((part) => shown.has(part.entry));
        const planned = matter.planned ?? [];
        return {
          id,
          path: `/series/${id}/`,
          title: matter.title,
          description: matter.description,
          parts,
          planned,
          total: (parts.at(-1)?.part ?? 0) + planned.length,
        };
      })
      // A series of drafts alone is as hidden as they are.
      .filter((series) => series.parts.length > 0)
      .sort((a, b) => compareText(a.id, b.id))
  );
}
