import { partsOf, withinSite } from '#journal/address/address.ts';
import { normalizePath } from '#journal/address/permalink.ts';
import { entryKind, readEntry } from '#journal/content/entry.ts';
import { editFrontMatter, splitFrontMatter } from '#journal/file/frontMatter.ts';
import type { Notes } from '../item/notes.ts';
import { destinationsIn, withReplacements } from '../markdown/destinations.ts';
import { fragmentOf, placesIn, withOldAnchors } from '../markdown/oldAnchors.ts';
import { rewritten, wayTo } from '../write/links.ts';
import { belowOldSite, oldSite } from '../write/oldAddress.ts';
import { isEntryOrPage, type Move, readText } from './joinedText.ts';

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
      if (!isEntryOrPage(file)) return;
      const { read: was } = readText(file, text, move.from);
      const { read: is } = readText(file, text, move.into);
      if (!was || !is) return;
      const where = oldSite(move.from.url, move.into.url);
      if (was.path !== is.path) moved.set(was.path, file);
      for (const alias of was.aliases)
        if (belowOldSite(alias, where) !== alias && !moved.has(alias)) moved.set(alias, file);
    },
    places: { moved, fragments },
  };
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
