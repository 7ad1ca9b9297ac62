import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { isCommentsFile, readComments } from '#journal/content/comments.ts';
import { isTextFile } from '#journal/content/contentName.ts';
import { entryKind } from '#journal/content/entry.ts';
import { isPageFile } from '#journal/content/page.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { failureWords } from '#journal/fault/ownFailure.ts';
import { decodeText } from '#journal/file/encoding.ts';
import { writeWhole } from '../../files/writeWhole.ts';
import { Notes } from '../item/notes.ts';
import { missedLine, type ReportLine } from '../report/report.ts';
import type { Source } from '../source/source.ts';
import { type ImportRecords, textDigest } from '../write/records.ts';
import type { Target } from '../write/target.ts';
import { gatherPlaces, type OldPlaces, withJoinedLinks } from './joinedLinks.ts';
import { isEntryOrPage, joinedName, joinedText, type Move } from './joinedText.ts';

/** What a journal is joined with. */
export interface JoinTools {
  readonly target: Target;
  readonly dryRun: boolean;
  readonly records: ImportRecords;
  readonly progress: (words: string) => void;
}

/** What is about a journal as a whole: of two, one has it. */
const ofWhole =
  /^(?:site|words|known-faults|blogroll|redirects)\.ya?ml$|^(?:style\.css|head\.html|foot\.html)$|^fonts\//;

/** Who writes, and who talks: of two files, one is read. */
const ofPeople = /^(?:authors|people)\.ya?ml$/;

/**
 * Joins a content folder of Scrollback, `folder` of a source, to another one, file by file: into one without `site.yaml`
 * all of it as it is, into another journal what is not about the whole. What is there stays.
 *
 * @throws where its own site.yaml cannot be read.
 */
export async function joinJournal(
  source: Source,
  folder: string,
  tools: JoinTools,
): Promise<ReportLine[]> {
  const move = { from: await siteOf(source, folder), into: tools.target.journal?.site };
  const all = source.names.flatMap((name) =>
    name.startsWith(folder) ? [name.slice(folder.length)] : [],
  );
  // An import that was interrupted before it goes on as it began.
  const files = [...all.filter((file) => file !== 'site.yaml'), 'site.yaml'];
  const refused = source.refused.filter(({ name }) => name.includes(folder));
  const lines = refused.map(({ name, why }) =>
    missedLine('left', { where: name, what: 'file', why }),
  );
  const places = await placesIn(source, folder, files, move);
  const joining = { source, folder, move, places, tools, taken: new Set(tools.target.names) };
  for (const file of files) {
    lines.push(await joinFile(file, joining));
    tools.progress(`writing: ${lines.length} of ${files.length}`);
  }
  if (!tools.dryRun) tools.records.finish();
  return lines;
}

interface Joining {
  readonly source: Source;
  readonly folder: string;
  readonly move: { readonly from: Move['from']; readonly into: Move['into'] | undefined };
  readonly places: OldPlaces;
  readonly tools: JoinTools;
  /** Names of all files that are there by now, in small letters. */
  readonly taken: Set<string>;
}

/** One file, unless an earlier import brought it, or another one is there. */
async function joinFile(name: string, joining: Joining): Promise<ReportLine> {
  const { source, folder, move, tools, taken } = joining;
  const what = entryKind(name) ?? (isPageFile(name) ? 'page' : 'file');
  const line = { where: folder + name, what, file: name, notes: [] };
  try {
    const bytes = await source.bytes(folder + name);
    const joined = joinedFile(name.normalize('NFC'), bytes, joining);
    const { file } = joined;
    const key = `scrollback/${move.from.url}/${name.normalize('NFC')}`;
    const digest = textDigest(bytes);
    const record = tools.records.find(key);
    const isThere = taken.has(file.toLowerCase());
    if (record && (record.isDone || isThere))
      return record.digest === digest
        ? { ...line, outcome: 'there' }
        : { ...line, outcome: 'kept', why: 'the export has another text by now' };
    const path = join(tools.target.root, file);
    // Disks that tell no cases apart have the file of another spelling, too.
    if (isThere && (await readFile(path).catch(() => undefined))?.equals(joined.bytes))
      return { ...line, outcome: 'there' };
    if (move.into && ofWhole.test(file)) return { ...line, outcome: 'left', why: hasOwn };
    if (isThere && ofPeople.test(file)) return { ...line, outcome: 'left', why: lacksPeople };
    if (isThere) return { ...line, outcome: 'failed', why: isTaken };
    if (!tools.dryRun) {
      tools.records.add({ key, file, digest, text: textDigest(joined.bytes) });
      await writeWhole(path, joined.bytes);
    }
    taken.add(file.toLowerCase());
    const { comments, notes } = joined;
    return { ...line, outcome: 'written', file, comments, notes };
  } catch (error) {
    return { ...line, outcome: 'failed', why: failureWords(error) };
  }
}

/** What becomes of a file, by its path from the content folder; of a text in another encoding, nothing: `check` tells of that. */
function joinedFile(file: string, bytes: Uint8Array, { move, places }: Joining) {
  const { from, into } = move;
  const { source: text, seen } = isTextFile(file) ? decodeText(bytes) : { source: '', seen: {} };
  if (seen) return { file, bytes, comments: 0, notes: [] };
  const comments = isCommentsFile(file) ? readComments(file, text).comments : undefined;
  const notes = new Notes();
  const links = into && { places, move: { from, into }, notes };
  const edited = links ? joinedText(file, text, links.move, notes) : text;
  const joined = links && isEntryOrPage(file) ? withJoinedLinks(edited, file, links) : edited;
  return {
    file: into && comments ? joinedName(file, text, { from, into }) : file,
    bytes: joined === text ? bytes : Buffer.from(joined),
    comments: comments?.comments.length ?? 0,
    notes: notes.all,
  };
}

/** What the texts of a journal call each other; into one without settings, they come as they are. */
async function placesIn(
  source: Source,
  folder: string,
  files: readonly string[],
  { from, into }: Joining['move'],
): Promise<OldPlaces> {
  const gathered = gatherPlaces();
  for (const name of into ? files.filter(isTextFile) : []) {
    // What cannot be read is told when its turn comes.
    const bytes = await source.bytes(folder + name).catch(() => new Uint8Array());
    const { source: text, seen } = decodeText(bytes);
    if (into && !seen) gathered.take(name.normalize('NFC'), text, { from, into });
  }
  return gathered.places;
}

const hasOwn =
  'it is about a journal as a whole, and the one that is there has settings of its own';
const lacksPeople = 'there is one already: put those whom it lacks into it';
const isTaken =
  'another file of this name is there, and stands; expected a name of its own; rename one of the two, and import again';

async function siteOf(source: Source, folder: string): Promise<Move['from']> {
  const text = decodeText(await source.bytes(`${folder}site.yaml`)).source;
  const { journal, faults } = assembleJournal([{ file: 'site.yaml', source: text }]);
  if (journal) return journal.site;
  const lines = faults.map((one) => formatFault(one, source.name));
  throw new Error(
    `Nothing was imported: site.yaml has to be mended first, or say "--from markdown" if this is no journal of Scrollback.\n${lines.join('\n')}`,
  );
}
