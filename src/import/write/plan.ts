import { fillPermalink } from '#journal/address/permalink.ts';
import { slugify } from '#journal/address/slug.ts';
import { isContentName } from '#journal/content/contentName.ts';
import { momentAt } from '#journal/schema/moment.ts';
import { Notes } from '../item/notes.ts';
import type { SiteFacts } from './facts.ts';
import type { DocumentPlace, KnownPlace } from './known.ts';
import { type WrittenDate, writtenDate } from './moments.ts';
import { aliasTrouble, oldAddress } from './oldAddress.ts';
import type { Places } from './places.ts';
import type { Surveyed } from './survey.ts';

/** Where a document comes, decided for all before anything is written: links among them need it. */
export interface PlannedDocument extends DocumentPlace {
  readonly date: WrittenDate;
  /** The last part of its path, where its file could not have that name. */
  readonly slug?: string | undefined;
  /** Files that say the same in other languages, where it is the one to name them. */
  readonly translations?: readonly string[] | undefined;
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

/** A document, and where it comes. */
export interface Place {
  readonly surveyed: Surveyed;
  readonly planned: PlannedDocument;
}

/**
 * Finds file, path, id and aliases for all documents, in their order. All have their paths before any has an alias: first
 * what everybody could read where its path is now, then the rest of what everybody could read, then drafts.
 */
export function planDocuments(documents: readonly Surveyed[], planning: Planning): Place[] {
  const turns = Map.groupBy(documents, (one) => turnOf(one, planning));
  const inTurn = [0, 1, 2].flatMap((turn) => turns.get(turn) ?? []);
  const placed = inTurn.map((surveyed) => ({
    surveyed,
    place: knownDocument(surveyed, planning) ?? placeDocument(surveyed, planning),
  }));
  const planned = new Map(
    placed.map(({ surveyed, place }) => {
      const aliases = place.aliases ?? aliasesFor(surveyed.addresses ?? [], place, planning);
      return [surveyed, { surveyed, planned: { ...place, aliases } }];
    }),
  );
  return documents.flatMap((one) => planned.get(one) ?? []);
}

/** The old addresses of a document that are not its path, as aliases; what cannot be one is told. */
function aliasesFor(
  addresses: readonly string[],
  { path, notes }: Placed,
  { places, facts }: Planning,
): string[] {
  const aliases = new Set<string>();
  for (const written of addresses) {
    const found = oldAddress(written, facts.oldSite);
    // `/a/index.html` is `/a/`.
    const old = found && { ...found, path: found.path.replace(/(?<=\/)index\.html$/, '') };
    if (!old || (old.path === path && old.query === '') || aliases.has(old.path)) continue;
    const trouble = aliasTrouble(old) ?? (places.isFreePath(old.path) ? undefined : taken);
    if (trouble === undefined) {
      aliases.add(old.path);
      places.takePath(old.path);
    } else notes.left('old address', `${old.path}${old.query}: ${trouble}`);
  }
  return [...aliases];
}

const taken = 'another page has this path';

function turnOf(document: Surveyed, planning: Planning): number {
  const { state, addresses = [] } = document;
  if (state !== 'published') return 2;
  const wanted = wantedFor(document, planning, new Notes());
  const path = pathFor(publishedName(slugOf(document, wanted), wanted), wanted);
  const { oldSite } = planning.facts;
  return addresses.some((address) => oldAddress(address, oldSite)?.path === path) ? 0 : 1;
}

type Placed = Omit<PlannedDocument, 'aliases'> & { readonly aliases?: readonly string[] };

/** What an earlier import has written stays where it is. */
function knownDocument(document: Surveyed, planning: Planning): Placed | undefined {
  const known = planning.known(document);
  if (!known) return undefined;
  const { isDraft, ...place } = known;
  const date = dateOf(document, planning, new Notes());
  planning.places.takePath(place.path);
  return {
    ...place,
    date,
    seenAs: seenAs(isDraft, place.kind, date, planning),
    notes: new Notes(),
  };
}

function placeDocument(document: Surveyed, planning: Planning): Placed {
  const notes = new Notes();
  const read = wantedFor(document, planning, notes);
  const wanted = { ...read, id: freeId(document, read, notes) };
  const { kind, date, id } = wanted;
  const { name, path, slug } = freePlace(document, wanted);
  planning.places.takeName(name);
  planning.places.takePath(path);
  return {
    kind,
    file: document.hasFiles ? `${name}/index.md` : `${name}.md`,
    path,
    slug,
    id,
    date,
    seenAs: seenAs(document.state !== 'published', kind, date, planning),
    notes,
  };
}

function seenAs(isDraft: boolean, kind: string, { at }: WrittenDate, { now }: Planning) {
  if (isDraft) return 'draft';
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
  readonly id: string | undefined;
  readonly planning: Planning;
}

function wantedFor(document: Surveyed, planning: Planning, notes: Notes): Wanted {
  const kind = kindOf(document);
  const id = kind === 'page' ? undefined : feedIdOf(document);
  return { kind, date: dateOf(document, planning, notes), id, planning };
}

/** Name and path by one slug, where both are free. A file whose path alone is free has another name, and says its slug. */
function freePlace(document: Surveyed, wanted: Wanted) {
  const own = publishedName(slugOf(document, wanted), wanted);
  const folder = folderName(document, wanted);
  const { places } = wanted.planning;
  const pathOf = (slug: string) => pathFor(slug, wanted);
  const isFreeName = (slug: string) => places.isFreeName(nameFor(slug, wanted));
  const isFreePath = (slug: string) => places.isFreePath(pathOf(slug));
  // The path of a page is made of its file's name.
  if (wanted.kind !== 'page' && isFreePath(own) && !isFreeName(own))
    return {
      name: nameFor(firstFree(own, folder, isFreeName), wanted),
      path: pathOf(own),
      slug: own,
    };
  const slug = firstFree(own, folder, (one) => isFreeName(one) && isFreePath(one));
  return { name: nameFor(slug, wanted), path: pathOf(slug) };
}

/** `x`, else with the name of its folder, else with a number. */
function firstFree(slug: string, folder: string, isFree: (candidate: string) => boolean): string {
  if (isFree(slug)) return slug;
  if (folder !== '' && isFree(`${folder}-${slug}`)) return `${folder}-${slug}`;
  for (let number = 2; ; number++) if (isFree(`${slug}-${number}`)) return `${slug}-${number}`;
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

function pathFor(slug: string, wanted: Wanted): string {
  const { date, id } = wanted;
  return fillPermalink(patternOf(wanted), { day: date.day, slug, id });
}

function patternOf({ kind, planning }: Wanted): string {
  const { articles, notes } = planning.facts.permalinks;
  return { article: articles, note: notes, page: '/:slug/' }[kind];
}

function feedIdOf({ feedId }: Surveyed): string | undefined {
  const id = feedId?.trim();
  return id === undefined || id === '' || /[\p{Cc}]/u.test(id) || Buffer.byteLength(id) > 500
    ? undefined
    : id;
}

/** The id of an entry, unless another has it, or the path where that is made of the id and not of a slug. */
function freeId(document: Surveyed, wanted: Wanted, notes: Notes): string | undefined {
  const { kind, id, planning } = wanted;
  const { places } = planning;
  if (id === undefined) {
    if (kind !== 'page' && document.feedId !== undefined)
      notes.left('feed id', 'an id is one short line');
    return undefined;
  }
  const isPath = !patternOf(wanted).includes(':slug');
  const isFree = !places.ids.has(id);
  if (isFree && (!isPath || places.isFreePath(pathFor('', wanted)))) {
    places.ids.add(id);
    return id;
  }
  notes.left('feed id', isFree ? taken : 'another entry has it');
  return undefined;
}
