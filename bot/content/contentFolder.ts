import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as fileSystem from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type AssembledJournal, assembleJournal } from '#journal/content/assembleJournal.ts';
import type { Journal } from '#journal/content/journal.ts';
import { bearKnown, lineDigests } from '#journal/content/knownFaults.ts';
import { type Fault, formatFault } from '#journal/fault/fault.ts';
import { oncePerText } from '#journal/once/once.ts';
import type { Site } from '#journal/schema/siteSchema.ts';
import { JournalError } from '../base/trouble.ts';
import { namedFiles } from './entryParts.ts';
import { FolderReader } from './folderReader.ts';
import { utf8TextOf } from './keptEntry.ts';

/** The content folder as the bot reads it: the same files through the same schemas as the site. */
export interface ReadJournal extends AssembledJournal {
  readonly journal: Journal;
  hasFile(file: string): boolean;
  onDisk(file: string): string;
  /** The state in which the file of a sound entry was read, where it may be known by that later. */
  stampOf(file: string): string | undefined;
}

/** What reads a content folder, one for each: it knows what it read last. */
export const readerOf = oncePerText((root) => new FolderReader(root));

/**
 * Reads the journal. Faults in single files are returned, save for those that a build bears; they hide those files and
 * stop nothing. Entries whose files
 * have not changed since the last time are not read again, and are the same objects.
 *
 * @throws {JournalError} where the folder or site.yaml cannot be read.
 */
export function readJournal(root: string): Promise<ReadJournal> {
  return read(root, true);
}

/** The same without the comments, for whoever wants to know of entries alone: comments may be many. */
export function readEntries(root: string): Promise<ReadJournal> {
  return read(root, false);
}

async function read(root: string, withComments: boolean): Promise<ReadJournal> {
  const read = await readerOf(root).read(withComments).catch(refuseAbsence);
  const { names, onDisk, known, stampOf, ...assembled } = read;
  const journal = journalOf(assembled, root);
  const digestAt = lineDigests(
    (file) => utf8TextOf(onDisk(file)),
    (text) => hash('sha256', text),
  );
  const { faults } = bearKnown(withoutAttachments(assembled.faults, journal), known, digestAt);
  return {
    ...assembled,
    faults: faults.filter((fault) => fault.draft || !fault.known),
    journal,
    hasFile: (file) => names.has(file),
    onDisk,
    stampOf,
  };
}

/** Markdown of another ending that an entry or a page links is what it gives to its readers. */
function withoutAttachments(faults: readonly Fault[], { entries, pages }: Journal): Fault[] {
  return faults.filter(({ kind, file }) => {
    if (kind !== 'misplaced-text' || /\.mdx?$/.test(file)) return true;
    const name = basename(file);
    return ![...entries, ...pages].some(
      (one) =>
        (one.body.includes(name) || one.body.includes(encodeURI(name))) &&
        namedFiles(one.file, one.body).includes(file),
    );
  });
}

/** Where a file of the journal lies, whose name may be written in another form of Unicode there. */
export function pathOnDisk(root: string, file: string): string {
  const path = join(root, file);
  if (existsSync(path)) return path;
  return file.split('/').reduce((folder, name) => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return join(folder, names.find((one) => one.normalize('NFC') === name) ?? name);
  }, root);
}

/** Makes sure that a journal can be read before anything else is done. @throws where there is none. */
export async function requireJournal(root: string): Promise<void> {
  const status = await fileSystem.stat(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
  });
  const wrong = (what: string) =>
    new Error(
      `The content folder ${root} ${what}. Expected a folder with site.yaml, articles/ and notes/. Create it, or name another one with JOURNAL_CONTENT.`,
    );
  if (!status) throw wrong('does not exist');
  if (!status.isDirectory()) throw wrong('is a file');
  const names = await fileSystem.readdir(root);
  if (!names.includes('site.yaml')) throw wrong('holds no site.yaml');
  // A pipe would be waited for without an end.
  const site = await fileSystem.stat(join(root, 'site.yaml')).catch(() => undefined);
  if (!site?.isFile()) throw wrong('holds a site.yaml that is no file');
}

/** Reads site.yaml alone. @throws {JournalError} where it cannot be read. */
export async function readSite(root: string): Promise<Site> {
  const file = 'site.yaml';
  return journalOf(assembleJournal([{ file, source: sourceOf(join(root, file)) }]), root).site;
}

function sourceOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return refuseAbsence(error as NodeJS.ErrnoException);
  }
}

function journalOf({ journal, faults }: AssembledJournal, root: string): Journal {
  if (journal) return journal;
  const reasons = faults.map((fault) => formatFault(fault)).join('\n');
  throw new JournalError(`The journal in ${root} cannot be read: ${reasons}`);
}

/** What is away may come back, as a folder of a disk that was not mounted, or a file that git puts another in place of. */
function refuseAbsence(error: NodeJS.ErrnoException): never {
  const isAway = error.code === 'ENOENT' || error.code === 'ENOTDIR';
  throw isAway ? new JournalError(error.message, { cause: error }) : error;
}
