import type { Fault } from '#journal/fault/fault.ts';
import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { yamlLine } from '#journal/file/yamlEdit.ts';
import type { PublicJournal } from '#journal/public/publicJournal.ts';
import { redirectsOf } from '#journal/public/redirects.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { type Place, placeOf } from './places.ts';
import type { Readership } from './readership.ts';

/** A document whose readers would lose it, and what its front matter lacks. */
export interface MovedDocument {
  readonly document: SourceDocument;
  readonly before: Place;
  /** Its old path, where nothing leads on from there. */
  readonly alias: string | undefined;
  /** Its old id, where it would have another one. */
  readonly id: string | undefined;
}

/** What became of the places at which readers know documents. */
export interface Moves {
  /** What readers would not find again where it was before. */
  readonly moved: readonly MovedDocument[];
  /** Where readers knew what they do not see now, such as a draft that was published once: it may come back elsewhere. */
  readonly withdrawn: readonly Place[];
}

/**
 * What became of the places of `last`, the last build that was finished. Where documents of `unread` files are, nobody can
 * tell before they are mended.
 */
export function movesOf(
  { shown, hidden, all }: Readership,
  last: readonly Place[],
  unread: readonly string[],
): Moves {
  if (last.length === 0) return { moved: [], withdrawn: [] };
  const beforeOf = formerPlaces(all, all, last);
  const withdrawn = hidden.flatMap((document) => {
    const { path, id } = beforeOf(document) ?? {};
    return path === undefined || id === undefined ? [] : [{ ...placeOf(document), path, id }];
  });
  const moved = movedDocuments(shown, all, last);
  return { moved: moved.filter(({ document }) => !unread.includes(document.file)), withdrawn };
}

/** So many are told one by one. More have one cause, most likely, such as a changed pattern of addresses. */
const most = 5;

/**
 * Documents that are elsewhere than in `last`, by the same file or by date and title, with nothing that leads on from
 * there, or that feeds would call otherwise: to readers of feeds they would be new. `all` has what is not shown, too.
 */
function movedDocuments(
  shown: PublicJournal,
  all: readonly SourceDocument[],
  last: readonly Place[],
): MovedDocument[] {
  const now = [...shown.entries, ...shown.pages];
  const taken = new Set(now.map(({ path }) => path));
  const redirects = redirectsOf(shown);
  const beforeOf = formerPlaces(now, all, last);
  return now.flatMap((document) => {
    const before = beforeOf(document);
    if (!before) return [];
    const { path, id, aliases } = { ...placeOf(document), aliases: document.aliases };
    const isLost = path !== before.path && !taken.has(before.path) && !redirects.has(before.path);
    // An entry that says no id has its first alias for one.
    const then = isLost && aliases.length === 0 && id === path ? before.path : id;
    const isOther = id !== '' && before.id !== '' && then !== before.id;
    if (!isLost && !isOther) return [];
    const lacks = { alias: isLost ? before.path : undefined, id: isOther ? before.id : undefined };
    return { document, before, ...lacks };
  });
}

/**
 * Finds where a document was: by its file or, where that is new and the only one, by the only one of its title and date
 * whose file is gone.
 */
function formerPlaces(
  now: readonly SourceDocument[],
  all: readonly SourceDocument[],
  last: readonly Place[],
) {
  const byFile = new Map(last.map((place) => [place.file, place]));
  const files = new Set(all.map(({ file }) => file));
  const gone = Map.groupBy(
    last.filter(({ file, known }) => known !== '' && !files.has(file)),
    ({ known }) => known,
  );
  const fresh = now.filter(({ file }) => !byFile.has(file)).map((one) => placeOf(one));
  const come = Map.groupBy(fresh, ({ known }) => known);
  return (document: SourceDocument): Place | undefined => {
    const same = byFile.get(document.file);
    if (same || gone.size === 0) return same;
    const { known } = placeOf(document);
    const [place, ...others] = gone.get(known) ?? [];
    return others.length === 0 && come.get(known)?.length === 1 ? place : undefined;
  };
}

/** Warnings of {@link movedDocuments}. They stop nothing: what is meant to be elsewhere may be. */
export function movedFaults(
  moved: readonly MovedDocument[],
  lineOfSite: (path: readonly PropertyKey[]) => number,
): Fault[] {
  const told = {
    kind: 'moved-document',
    expected: 'the addresses and ids that readers know',
    warning: true,
  } as const;
  const [first] = moved;
  if (moved.length <= most || !first)
    return moved.map((one) => ({
      ...told,
      file: one.document.file,
      line: one.document.lineOf([one.alias === undefined ? 'id' : 'slug']),
      what: wordsOf(one),
      cure: `${lacking(one)}, or run "npm run check -- --keep-addresses"`,
    }));
  const others = moved.length - 1;
  return [
    {
      ...told,
      file: 'site.yaml',
      line: lineOfSite(['permalinks']),
      what: `${first.document.file} ${wordsOf(first)}, and so with ${others} more`,
      cure: 'put back what was changed, such as "permalinks", or run "npm run check -- --keep-addresses", which writes the old ones into "aliases" and "id"',
    },
  ];
}

/**
 * The text of a moved document with what its front matter lacks, so that its readers find it again.
 *
 * @throws where the front matter cannot be edited.
 */
export function withOldPlace(source: string, { document, alias, id }: MovedDocument): string {
  return editFrontMatter(source, {
    ...(alias !== undefined && { aliases: [...document.aliases, alias].map(typed) }),
    ...(id !== undefined && { id }),
  });
}

/** A path as front matter may have it. */
function typed(path: string): string {
  return path.replace(/\s/g, encodeURIComponent);
}

function wordsOf({ document, before, alias, id }: MovedDocument): string {
  const isNew = document.kind !== 'page' && (id !== undefined || document.id !== before.id);
  const words = [
    ...(alias === undefined ? [] : [`was at ${alias} before, and nothing leads on from there`]),
    ...(isNew ? [`was "${before.id}" in feeds, which will show it as new`] : []),
  ];
  return words.join('; it ');
}

function lacking({ document, alias, id }: MovedDocument): string {
  const lines = [
    ...(alias === undefined
      ? []
      : [
          document.aliases.length === 0
            ? `the line "${yamlLine('aliases', typed(alias))}"`
            : `${typed(alias)} to "aliases"`,
        ]),
    ...(id === undefined ? [] : [`the line "${yamlLine('id', id)}"`]),
  ];
  return `add ${lines.join(' and ')}`;
}
