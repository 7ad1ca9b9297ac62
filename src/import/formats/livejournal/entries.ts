import { textStream } from '../../source/decode.ts';
import { headOf } from '../../source/head.ts';
import type { Source } from '../../source/source.ts';
import {
  childrenOf,
  childText,
  type XmlElement,
  type XmlPart,
  xmlElements,
} from '../../xml/elements.ts';
import { type FilePart, partsOf } from '../../xml/exportFiles.ts';

/** The files of an export of LiveJournal, or of one of the journals that run its program. */
export interface JournalFiles {
  /** What its own page of export gives, a month in each. */
  readonly months: readonly string[];
  /** What ljdump writes, an entry in each: `L-12`. */
  readonly entries: readonly string[];
}

/** Finds the files of an export by their names and first words. */
export async function journalFiles(source: Source): Promise<JournalFiles> {
  const begins = async (name: string, words: RegExp) =>
    words.test((await headOf(source, name)).toString('latin1'));
  const months: string[] = [];
  const entries: string[] = [];
  for (const name of source.names) {
    if (/\.xml$/i.test(name) && (await begins(name, /<livejournal\b/))) months.push(name);
    if (/(?:^|\/)L-\d+$/.test(name) && (await begins(name, /<event\b/))) entries.push(name);
  }
  return { months, entries };
}

/** All entries of an export, file by file. */
export async function* entriesIn(
  source: Source,
  { months, entries }: JournalFiles,
): AsyncIterable<FilePart> {
  for await (const { part, file } of partsOf(source, months, 'livejournal'))
    if (part.is === 'broken' || part.element.name === 'entry') yield { file, part };
  for (const file of entries)
    for await (const part of wholeFile(source, file)) yield { file, part };
}

/** The comments that ljdump keeps beside an entry. */
export async function commentsBeside(source: Source, file: string): Promise<readonly XmlElement[]> {
  const name = file.replace(/L-(?=\d+$)/, 'C-');
  if (name === file || !source.has(name)) return [];
  const all: XmlElement[] = [];
  for await (const part of wholeFile(source, name))
    if (part.is === 'element') all.push(...childrenOf(part.element, 'comment'));
  return all;
}

/** The one element that a file is. */
async function* wholeFile(source: Source, file: string): AsyncIterable<XmlPart> {
  const { pieces } = await textStream(source, file);
  async function* within() {
    yield '<?xml version="1.0"?><file>';
    let isFirst = true;
    for await (const piece of pieces) {
      yield isFirst ? piece.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, '') : piece;
      isFirst = false;
    }
    yield '</file>';
  }
  yield* xmlElements(within(), ['file']);
}

/** A field of an entry, which ljdump has among its properties. */
export function fieldOf(entry: XmlElement, name: string): string {
  return childText(entry, name) || childText(entry, 'props', name);
}
