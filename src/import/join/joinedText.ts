import { lastingAddress } from '#journal/address/base.ts';
import { commentsFile, isCommentsFile, readComments } from '#journal/content/comments.ts';
import { type Entry, entryKind, readEntry } from '#journal/content/entry.ts';
import { isPageFile, type Page, readPage } from '#journal/content/page.ts';
import { type Fault, formatFault } from '#journal/fault/fault.ts';
import { editFrontMatter, type FrontMatterValue } from '#journal/file/frontMatter.ts';
import { editYaml } from '#journal/file/yamlEdit.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import type { Notes } from '../item/notes.ts';
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
  const isText = isEntryOrPage(file);
  const edits = isText ? textEdits(file, text, move) : commentEdits(file, text, move);
  const keys = Object.keys(edits);
  if (keys.length === 0) return text;
  for (const key of keys)
    notes.changed(`key "${key}"`, 'what followed from the other settings is said');
  return isText ? editFrontMatter(text, edits) : editYaml(text, edits, file);
}

/** Whether a file, by its path from the content folder, is an entry or a page. */
export function isEntryOrPage(file: string): boolean {
  return entryKind(file) !== undefined || isPageFile(file);
}

interface ReadText {
  readonly read: Entry | Page | undefined;
  readonly faults: readonly Fault[];
}

/** An entry or a page as a journal has it; undefined where it has faults. */
export function readText(file: string, text: string, site: Site): ReadText {
  if (entryKind(file)) {
    const { entry, faults } = readEntry(file, text, site);
    return { read: entry, faults };
  }
  const { page, faults } = readPage(file, text, site);
  return { read: page, faults };
}

/** The name that a file has in the other journal: comments have that of their entry's id. */
export function joinedName(file: string, text: string, { from, into }: Move): string {
  const { comments } = readComments(file, text);
  if (!comments || file !== commentsFile(comments.entry)) return file;
  return commentsFile(idIn(into, comments.entry, from));
}

function textEdits(file: string, text: string, { from, into }: Move): Edits {
  const [was, is] = [sound(readText(file, text, from)), sound(readText(file, text, into))];
  const aliases = aliasEdit(was, is.path, { from, into });
  const id = idIn(into, was.id, from);
  // The first alias is the id where there is no other.
  const followed = readText(file, editFrontMatter(text, aliases), into).read?.id;
  const isEntry = 'authors' in was && 'authors' in is;
  return {
    ...(isEntry && id !== followed ? { id } : {}),
    ...aliases,
    ...(isEntry && was.authors.join() !== is.authors.join() ? { authors: [...was.authors] } : {}),
    ...languageEdit(was, { from, into }),
  };
}

/** Comments name their entry by its id. */
function commentEdits(file: string, text: string, { from, into }: Move): Edits {
  if (!isCommentsFile(file)) return {};
  const { comments, faults } = readComments(file, text);
  const { entry } = sound({ read: comments, faults });
  const id = idIn(into, entry, from);
  return id === entry ? {} : { entry: id };
}

/** What was read; what followed from the settings of the other journal is not known of a text with faults. */
function sound<T>({ read, faults }: { read: T | undefined; faults: readonly Fault[] }): T {
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
