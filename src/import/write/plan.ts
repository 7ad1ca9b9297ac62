import { fillPermalink } from '#journal/address/permalink.ts';
import { slugify } from '#journal/address/slug.ts';
import { isContentName } from '#journal/content/contentName.ts';
import { momentAt } from '#journal/schema/moment.ts';
import { Notes } from '../item/notes.ts';
import { aliasesFor } from './aliases.ts';
import type { SiteFacts } from './facts.ts';
import type { DocumentPlace, KnownPlace } from './known.ts';
import { type WrittenDate, writtenDate } from './moments.ts';
import type { Places } from './places.ts';
import type { Surveyed } from './survey.ts';

/** Where a document comes, decided for all before anything is written: links among them need it. */
export interface PlannedDocument extends DocumentPlace {
  readonly date: WrittenDate;
  /** Who sees it once it is imported: `scheduled` is nobody before its date. */
  readonly seenAs: 'published' | 'scheduled' | 'draft';
  /** What could not be kept of its names and dates. */
  readonly notes: Notes;
}

/** What planning needs beside the documents. */
export interface Planning {
  readonly places: Places;
  readonly facts: Pick<SiteFacts, 'timeZone' | 'permalinks' | 'oldSite'>;
  /** Milliseconds since 1970: the date of what has none. */
  readonly now: number;
  readonly known: KnownPlace;
}

/**
 * Finds file, path, id and aliases for all documents, in their order. All have their paths before any has an alias, and all
 * that everybody could read has its own before any draft.
 */
export function planDocuments(
  documents: readonly Surveyed[],
  planning: Planning,
): PlannedDocument[] {
  const turns = [...documents.entries()].sort(([, a], [, b]) => turnOf(a) - turnOf(b));
  const placed = new Map(
    turns.map(([at, document]) => [
      at,
      knownDocument(document, planning) ?? placeDocument(document, planning),
    ]),
  );
  const planned = [...placed].map(([at, one]) => {
    const addresses = documents[at]?.addresses ?? [];
    return [at, { ...one, aliases: one.aliases ?? aliasesFor(addresses, one, planning) }] as const;
  });
  return planned.sort(([a], [b]) => a - b).map(([, one]) => one);
}

function turnOf({ state }: Surveyed): number {
  return state === 'published' ? 0 : 1;
}

type Placed = Omit<PlannedDocument, 'aliases'> & { readonly aliases?: readonly string[] };

/** What an earlier import has written stays where it is. */
function knownDocument(document: Surveyed, planning: Planning): Placed | undefined {
  const known = planning.known(document);
  if (!known) return undefined;
  const { isDraft, ...place } = known;
  const date = dateOf(document, planning, new Notes());
  planning.places.takePath(place.path);
  const state = isDraft ? 'draft' : 'published';
  return {
    ...place,
    date,
    seenAs: seenAs({ state }, place.kind, date, planning),
    notes: new Notes(),
  };
}

function placeDocument(document: Surveyed, planning: Planning): Placed {
  const notes = new Notes();
  const kind = kindOf(document);
  const date = dateOf(document, planning, notes);
  const { name, path } = freePlace(document, { kind, date, planning });
  planning.places.takeName(name);
  planning.places.takePath(path);
  return {
    kind,
    file: document.hasFiles ? `${name}/index.md` : `${name}.md`,
    path,
    id: kind === 'page' ? undefined : idOf(document, planning.places, notes),
    date,
    seenAs: seenAs(document, kind, date, planning),
    notes,
  };
}

function seenAs(
  { state }: Pick<Surveyed, 'state'>,
  kind: PlannedDocument['kind'],
  { at }: WrittenDate,
  { now }: Planning,
): PlannedDocument['seenAs'] {
  if (state !== 'published') return 'draft';
  return kind !== 'page' && at > now ? 'scheduled' : 'published';
}

function kindOf({ kind, title }: Surveyed): PlannedDocument['kind'] {
  const hasTitle = title !== undefined && title.trim() !== '';
  if (kind === 'page') return 'page';
  return kind === 'note' || !hasTitle ? 'note' : 'article';
}

function dateOf(document: Surveyed, { facts, now }: Planning, notes: Notes): WrittenDate {
  const { date, fallbackDate, kind } = document;
  const read = date === undefined ? undefined : writtenDate(date, facts.timeZone);
  if (read) return read;
  const at = fallbackDate ?? now;
  const { day } = momentAt(at, facts.timeZone);
  if (kind !== 'page')
    notes.changed(
      'date',
      fallbackDate === undefined
        ? 'there is none; that of the import stands in'
        : 'there is none; the day on which the file was last changed stands in',
    );
  return writtenDate(day, facts.timeZone) ?? { text: day, day, at };
}

interface Wanted {
  readonly kind: PlannedDocument['kind'];
  readonly date: WrittenDate;
  readonly planning: Planning;
}

function freePlace(document: Surveyed, wanted: Wanted): { name: string; path: string } {
  const slug = publishedName(slugOf(document, wanted), wanted);
  const named = folderName(document, wanted);
  for (let number = named === '' ? 1 : 0; ; number++) {
    const numbered = candidate(number, slug, named);
    const name = nameFor(numbered, wanted);
    const path = pathFor(numbered, document, wanted);
    const { places } = wanted.planning;
    if (places.isFreeName(name) && places.isFreePath(path)) return { name, path };
  }
}

/** `x`, else with the name of its folder, else with a number. */
function candidate(number: number, slug: string, folder: string): string {
  if (folder !== '' && number < 2) return number === 0 ? slug : `${folder}-${slug}`;
  return number === 1 ? slug : `${slug}-${number}`;
}

/** The folder that an article has to itself by its words: two files of one name are no copies of each other. */
function folderName({ folder = '' }: Surveyed, { kind }: Wanted): string {
  const last = folder.split('/').at(-2) ?? '';
  return kind === 'article' && !/^(?:_?posts?|_?drafts?|articles?|content|\d+)$/i.test(last)
    ? slugify(last, '', 40)
    : '';
}

function slugOf({ slug, title }: Surveyed, { kind, date }: Wanted): string {
  const stamp = date.text.slice(0, 19).replaceAll(':', '').replace('T', '-');
  // A page's path is made of its file's name, and no longer than this.
  const own = slugify(slug ?? '', '', kind === 'page' ? 50 : 120);
  if (own !== '') return own;
  return kind === 'note' ? stamp : slugify(title ?? '', stamp, 50);
}

/** A slug as a name that is read and published: `_x` would be passed over, and `index` have the name of its folder. */
function publishedName(slug: string, { kind }: Wanted): string {
  const name = slug.replace(/^[_-]+/, '');
  return name === 'index' || !isContentName(name) ? `${name}-${kind}` : name;
}

function nameFor(slug: string, { kind, date }: Wanted): string {
  if (kind === 'page') return `pages/${slug}`;
  return `${kind}s/${date.day.slice(0, 4)}/${slug}`;
}

function pathFor(slug: string, document: Surveyed, { kind, date, planning }: Wanted): string {
  if (kind === 'page') return `/${slug}/`;
  const { articles, notes } = planning.facts.permalinks;
  const pattern = kind === 'article' ? articles : notes;
  return fillPermalink(pattern, { day: date.day, slug, id: feedIdOf(document) });
}

function feedIdOf({ feedId }: Surveyed): string | undefined {
  const id = feedId?.trim();
  return id === undefined || id === '' || /[\p{Cc}]/u.test(id) || Buffer.byteLength(id) > 500
    ? undefined
    : id;
}

function idOf(document: Surveyed, places: Places, notes: Notes): string | undefined {
  const id = feedIdOf(document);
  if (id === undefined) {
    if (document.feedId !== undefined) notes.left('feed id', 'an id is one short line');
    return undefined;
  }
  if (!places.isFreeId(id)) {
    notes.left('feed id', 'another entry has it');
    return undefined;
  }
  places.takeId(id);
  return id;
}
