import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, posix } from 'node:path';
import { editFrontMatter, splitFrontMatter } from '#journal/file/frontMatter.ts';
import { replaceFile } from '../../files/replaceFile.ts';
import { writeWhole } from '../../files/writeWhole.ts';
import { htmlToMarkdown } from '../html/convert.ts';
import { cleanMarkdown } from '../html/markdownHtml.ts';
import { paragraphsOf } from '../html/tree/htmlText.ts';
import { plainText } from '../item/characters.ts';
import type { ImportedComment, ImportedDocument } from '../item/item.ts';
import { Notes } from '../item/notes.ts';
import { destinationsIn } from '../markdown/destinations.ts';
import { type OldAnchors, withOldAnchors } from '../markdown/oldAnchors.ts';
import type { ReportLine } from '../report/report.ts';
import type { AddressBook } from './addressBook.ts';
import { writtenComments } from './comments.ts';
import { type LinkTools, relinked } from './links.ts';
import { fileText, type MatterTools, type WrittenCover } from './matter.ts';
import { FilesBeside, findFile, type MediaTools } from './media.ts';
import type { Place, PlannedDocument } from './plan.ts';
import { type ImportRecord, type ImportRecords, textDigest } from './records.ts';

/** What documents are written with. */
export interface WriteTools {
  readonly root: string;
  readonly dryRun: boolean;
  /** The format and the site: keys of two exports are not taken for each other. */
  readonly keyPrefix: string;
  readonly commentPrefix: string;
  readonly records: ImportRecords;
  readonly book: AddressBook;
  readonly media: MediaTools;
  readonly matter: MatterTools;
  readonly anchors: OldAnchors;
}

/** Writes a document with all that belongs to it, unless an earlier import has; the answer is its line of the report. */
export async function writeDocument(
  document: ImportedDocument,
  { surveyed, planned }: Place,
  tools: WriteTools,
): Promise<ReportLine> {
  const line = { where: document.where, what: planned.kind, file: planned.file, notes: [] };
  const key = `${tools.keyPrefix}${document.key}`;
  const record = tools.records.find(key);
  if (record && (record.isDone || existsSync(join(tools.root, record.file)))) {
    if (record.digest !== surveyed.digest)
      return {
        ...line,
        outcome: 'kept',
        file: record.file,
        why: 'the export has another text by now',
      };
    const pictures = await laterPictures(document, planned, record, tools);
    return pictures
      ? { ...line, outcome: 'written', file: record.file, notes: pictures }
      : { ...line, outcome: 'there', file: record.file };
  }
  const notes = new Notes([...planned.notes.all, ...(document.notes ?? [])]);
  const written = await made(document, planned, tools, notes);
  if (tools.dryRun)
    return { ...line, outcome: 'written', comments: written.comments, notes: notes.all };
  const text = textDigest(written.text);
  tools.records.add({ key, file: planned.file, digest: surveyed.digest, text });
  for (const { file, bytes } of written.files) await writeUnlessSame(join(tools.root, file), bytes);
  return { ...line, outcome: 'written', comments: written.comments, notes: notes.all };
}

/**
 * Puts the pictures beside a document that an earlier import could not find, and into its text, as long as its owner has
 * changed nothing in that; undefined where there are none. The front matter stays, but for the cover.
 */
async function laterPictures(
  document: ImportedDocument,
  planned: PlannedDocument,
  record: ImportRecord,
  tools: WriteTools,
): Promise<ReportLine['notes'] | undefined> {
  const path = join(tools.root, record.file);
  const isFolder = record.file.endsWith('/index.md');
  if (!isFolder || !tools.media.fetching || !surelyIsSame(path, record.text)) return undefined;
  const beside = new FilesBeside(await filesBeside(path));
  const notes = new Notes(document.notes);
  const own = { ...planned, file: record.file };
  const { body, cover } = await wordsOf(document, own, tools, { beside, notes });
  const before = await readFile(path, 'utf8');
  const text = withWords(before, body, cover);
  const shown = filesIn(text, beside);
  const wereShown = filesIn(before, beside);
  const hasMore = beside.added.length > 0 || shown.size > wereShown.size;
  // A host may give what it did not, and not give what it did.
  if (!hasMore || [...wereShown].some((one) => !shown.has(one))) return undefined;
  for (const [name, bytes] of beside.added) await writeUnlessSame(join(dirname(path), name), bytes);
  tools.records.add({ ...record, text: textDigest(text) });
  replaceFile(path, text);
  return notes.all;
}

function surelyIsSame(path: string, digest: string | undefined): boolean {
  return digest !== undefined && existsSync(path) && textDigest(readFileSync(path)) === digest;
}

/** Names and bytes of the files in the folder of a document, but for its own. */
async function filesBeside(path: string): Promise<[string, Uint8Array][]> {
  const folder = dirname(path);
  const files = (await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile());
  const names = files.map(({ name }) => name).filter((name) => name !== basename(path));
  return Promise.all(
    names.map(
      async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(folder, name))],
    ),
  );
}

function withWords(text: string, body: string, cover: WrittenCover | undefined): string {
  const head = text.slice(0, text.length - splitFrontMatter(text, 'front matter').body.length);
  return editFrontMatter(`${head}\n${body.trim()}\n`, cover ? { cover: { ...cover } } : {});
}

/** Those of the files beside it that the body of a text shows, by their addresses. */
function filesIn(text: string, { names }: FilesBeside): ReadonlySet<string> {
  const addresses = new Set(names.map(encodeURIComponent));
  const { body } = splitFrontMatter(text, 'front matter');
  const all = destinationsIn(body).map(({ address }) => address);
  return new Set(all.filter((one) => addresses.has(one)));
}

async function made(
  document: ImportedDocument,
  planned: PlannedDocument,
  tools: WriteTools,
  notes: Notes,
) {
  const beside = new FilesBeside();
  const words = await wordsOf(document, planned, tools, { beside, notes });
  const text = fileText(document, planned, words, tools.matter, notes);
  const comments = commentsOf(document.comments ?? [], planned, tools, notes);
  const own = posix.dirname(planned.file);
  return {
    comments: comments?.count ?? 0,
    text,
    files: [
      ...beside.added.map(([name, bytes]) => ({ file: `${own}/${name}`, bytes })),
      ...(comments ? [{ file: comments.file, bytes: comments.text }] : []),
      // Last: where it is there, all is.
      { file: planned.file, bytes: text },
    ],
  };
}

/** The body and the cover of a document's file; the files that they show are added to those `beside` it. */
async function wordsOf(
  document: ImportedDocument,
  planned: PlannedDocument,
  tools: WriteTools,
  { beside, notes }: { readonly beside: FilesBeside; readonly notes: Notes },
) {
  const links = {
    book: tools.book,
    media: tools.media,
    planned,
    folder: document.folder ?? '',
    base: document.addresses?.[0],
    beside,
    notes,
    loading: new Map(),
  };
  const linked = await relinked(plainText(markdownOf(document.body, notes), notes), links);
  const body = withOldAnchors(linked, tools.anchors, notes);
  return { body, cover: await coverOf(document, links) };
}

function markdownOf(body: ImportedComment['body'], notes: Notes): string {
  if (body.is === 'html') return htmlToMarkdown(body.text, notes);
  return body.is === 'text'
    ? htmlToMarkdown(paragraphsOf(body.text), notes)
    : cleanMarkdown(body.text, notes);
}

async function coverOf(
  { cover }: ImportedDocument,
  { folder, media, beside, notes }: LinkTools,
): Promise<WrittenCover | undefined> {
  if (!cover) return undefined;
  const found = await findFile(cover.address, folder, media);
  if (found.is === 'missing') {
    notes.left('cover', `${cover.address}: ${found.why}`);
    return undefined;
  }
  if (cover.alt === undefined)
    notes.left('alt text of the cover', 'the export has none: say what it shows');
  return {
    src: beside.add(found.name, found.bytes),
    alt: cover.alt ?? '',
    ...(cover.caption !== undefined && { caption: cover.caption }),
    ...(cover.credit !== undefined && { credit: cover.credit }),
  };
}

function commentsOf(
  comments: readonly ImportedComment[],
  planned: PlannedDocument,
  tools: WriteTools,
  notes: Notes,
) {
  if (comments.length === 0) return undefined;
  if (planned.kind === 'page') {
    notes.left('comment', 'pages have none', comments.length);
    return undefined;
  }
  const settings = {
    entryId: planned.id ?? planned.aliases[0] ?? planned.path,
    prefix: tools.commentPrefix,
    timeZone: tools.matter.timeZone,
    fallback: planned.date.at,
    site: tools.book.site.url?.href,
    markdownOf,
  };
  return writtenComments(comments, settings, notes);
}

/** @throws where something else has the name: nothing is written over. */
async function writeUnlessSame(path: string, bytes: string | Uint8Array): Promise<void> {
  try {
    await writeWhole(path, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const there = await readFile(path);
    if (!there.equals(Buffer.from(bytes)))
      throw new Error(`${path} is there already and is something else; it was not written over`, {
        cause: error,
      });
  }
}
