import { partsOf, withinSite } from '#journal/address/address.ts';
import { lastingAddress } from '#journal/address/base.ts';
import { normalizePath } from '#journal/address/permalink.ts';
import { commentsFile, isCommentsFile, readComments } from '#journal/content/comments.ts';
import { type Entry, entryKind, readEntry } from '#journal/content/entry.ts';
import { isPageFile, readPage } from '#journal/content/page.ts';
import { type Fault, formatFault } from '#journal/fault/fault.ts';
import {
  editFrontMatter,
  type FrontMatterValue,
  splitFrontMatter,
} from '#journal/file/frontMatter.ts';
import { editYaml } from '#journal/file/yamlEdit.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import type { Notes } from '../item/notes.ts';
import { destinationsIn, withReplacements } from '../markdown/destinations.ts';
import { fragmentOf, placesIn, withOldAnchors } from '../markdown/oldAnchors.ts';
import { rewritten, wayTo } from '../write/links.ts';
import { belowOldSite, oldSite, typedAlias } from '../write/oldAddress.ts';

/** The journal that a text comes from, and the one that it comes into. */
export interface Move {
  readonly from: Site;
  readonly into: Site;
}

type Edits = Record<string, FrontMatterValue>;

/**
 * A text of one journal as another journal has to have it, so that readers see the same: under the old id, with the old
 * addresses, the same writer and language, where those followed from settings that the other one does not have. All else
 * stays byte for byte.
 *
 * @param file - Path from either content folder.
 * @throws where it has a fault, in words for people.
 */
export function joinedText(file: string, text: string, move: Move, notes: Notes): string {
  const isEntry = entryKind(file) !== undefined;
  const editsFor = isEntry ? entryEdits : isPageFile(file) ? pageEdits : commentEdits;
  const edits = editsFor(file, text, move);
  const keys = Object.keys(edits);
  if (keys.length === 0) return text;
  for (const key of keys)
    notes.changed(`key "${key}"`, 'what followed from the other settings is said');
  return isEntry || isPageFile(file) ? editFrontMatter(text, edits) : editYaml(text, edits, file);
}

/** The name that a file has in the other journal: comments have that of their entry's id. */
export function joinedName(file: string, text: string, { from, into }: Move): string {
  const { comments } = readComments(file, text);
  if (!comments || file !== commentsFile(comments.entry)) return file;
  return commentsFile(idIn(into, comments.entry, from));
}

function entryEdits(file: string, text: string, { from, into }: Move): Edits {
  const read = (site: Site) => {
    const { entry, faults } = readEntry(file, text, site);
    return sound(entry, faults);
  };
  const [entry, moved] = [read(from), read(into)];
  const isOther = entry.authors.join() !== moved.authors.join();
  const aliases = aliasEdit(entry, moved.path, { from, into });
  const id = idIn(into, entry.id, from);
  // The first alias is the id where there is no other.
  const followed = readEntry(file, editFrontMatter(text, aliases), into).entry?.id;
  return {
    ...(id === followed ? {} : { id }),
    ...aliases,
    ...(isOther ? { authors: [...entry.authors] } : {}),
    ...languageEdit(entry, { from, into }),
  };
}

function pageEdits(file: string, text: string, { from, into }: Move): Edits {
  const read = (site: Site) => {
    const { page, faults } = readPage(file, text, site);
    return sound(page, faults);
  };
  const [page, moved] = [read(from), read(into)];
  return {
    ...aliasEdit(page, moved.path, { from, into }),
    ...languageEdit(page, { from, into }),
  };
}

/** Comments name their entry by its id. */
function commentEdits(file: string, text: string, { from, into }: Move): Edits {
  if (!isCommentsFile(file)) return {};
  const { comments, faults } = readComments(file, text);
  const { entry } = sound(comments, faults);
  const id = idIn(into, entry, from);
  return id === entry ? {} : { entry: id };
}

/** What was read; what followed from the settings of the other journal is not known of a text with faults. */
function sound<T>(read: T | undefined, faults: readonly Fault[]): T {
  if (read !== undefined) return read;
  const [first] = faults.map((one) => formatFault(one));
  throw new Error(`it has to be mended before it comes into another journal: ${first}`);
}

/** What an id of one journal is in another, so that feeds have the same. */
function idIn(into: Site, id: string, from: Site): string {
  return knownAs(id, from) === knownAs(id, into) ? id : knownAs(id, from);
}

/** An id as feeds have it. */
function knownAs(id: string, site: Site): string {
  return id.startsWith('/') ? lastingAddress(id, site) : id;
}

function aliasEdit(
  { path, aliases, draft = false }: Pick<Entry, 'path' | 'aliases'> & { readonly draft?: boolean },
  newPath: string,
  { from, into }: Move,
): Edits {
  const where = oldSite(from.url, into.url);
  // Nobody has seen a draft where it lies.
  const own = path === '/' || draft ? [] : [path];
  const old = [...aliases, ...own].map((one) => belowOldSite(one, where));
  const kept = [...new Set(old)].filter((one) => one !== newPath);
  const isSame = kept.join('\n') === aliases.join('\n');
  return isSame ? {} : { aliases: kept.map(typedAlias) };
}

function languageEdit({ lang }: { readonly lang: string | undefined }, move: Move): Edits {
  return lang !== undefined || move.from.language === move.into.language
    ? {}
    : { lang: move.from.language };
}

/** What the texts of a journal call each other, before they come into another one. */
export interface OldPlaces {
  /** The file of each entry and page whose address means something else there, by the paths that lead to it. */
  readonly moved: ReadonlyMap<string, string>;
  /** What links among the texts have behind their `#`. */
  readonly fragments: ReadonlySet<string>;
}

/** Gathers the addresses of texts, given by their paths from the content folder; of those with faults, none. */
export function gatherPlaces() {
  const moved = new Map<string, string>();
  const fragments = new Set<string>();
  return {
    take(file: string, text: string, move: Move) {
      for (const address of placesIn(text))
        if (withinSite(address, move.from) !== undefined) fragments.add(fragmentOf(address));
      const [was, is] = [read(file, text, move.from), read(file, text, move.into)];
      if (!was || !is) return;
      const where = oldSite(move.from.url, move.into.url);
      if (was.path !== is.path) moved.set(was.path, file);
      for (const alias of was.aliases)
        if (belowOldSite(alias, where) !== alias && !moved.has(alias)) moved.set(alias, file);
    },
    places: { moved, fragments },
  };
}

function read(file: string, text: string, site: Site) {
  if (entryKind(file)) return readEntry(file, text, site).entry;
  return isPageFile(file) ? readPage(file, text, site).page : undefined;
}

/**
 * A text whose links to entries and pages by their addresses lead to their files, where these addresses are others in the
 * journal that it comes into, and whose headings keep the ids that links name. All else stays byte for byte; so does MDX.
 */
export function withJoinedLinks(text: string, file: string, links: JoinedLinks): string {
  if (!/\.md$/i.test(file)) return text;
  const { body } = splitFrontMatter(text, file);
  const head = text.slice(0, text.length - body.length);
  const linked = withReplacements(
    body,
    destinationsIn(body).flatMap((one) => {
      const way = newWay(one.address, file, links);
      if (way === undefined) return [];
      links.notes.changed('link by an address', wayChanged);
      return [rewritten(one, way)];
    }),
  );
  const { from, into } = links.move;
  const anchors = { wanted: links.places.fragments, was: from.headingIds, is: into.headingIds };
  const isSame = from.headingIds === into.headingIds;
  const joined = head + (isSame ? linked : withOldAnchors(linked, anchors, links.notes));
  return withJoinedTranslations(joined, file, links);
}

/** The same of the links that an entry has in its front matter. */
function withJoinedTranslations(text: string, file: string, links: JoinedLinks): string {
  if (!entryKind(file)) return text;
  const { translations = [] } = readEntry(file, text, links.move.into).entry ?? {};
  const ways = translations.map((one) => newWay(one, file, links) ?? one);
  if (ways.join() === translations.join()) return text;
  links.notes.changed('link by an address', wayChanged);
  return editFrontMatter(text, { translations: ways });
}

/** What the links of a text are read with. */
export interface JoinedLinks {
  readonly places: OldPlaces;
  readonly move: Move;
  readonly notes: Notes;
}

const wayChanged = 'one to the file, which has another address here';

/** The way from a file to that of an entry or a page, by its old address; undefined where that means the same as before. */
function newWay(address: string, from: string, { places, move }: JoinedLinks) {
  const own = withinSite(address, move.from);
  if (!own?.startsWith('/')) return undefined;
  const { pathname, query, fragment } = partsOf(own);
  const file = places.moved.get(normalizePath(pathname));
  return file === undefined ? undefined : wayTo(file, from) + query + fragment;
}
