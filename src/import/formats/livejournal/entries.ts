import { textStream } from '../../source/decode.ts';
import type { Source } from '../../source/source.ts';
import { headOf } from '../../source/text.ts';
import { childrenOf, childText, type XmlElement, xmlElements } from '../../xml/elements.ts';
import { type FilePart, partsOf } from '../../xml/exportFiles.ts';

/** A file of an export of LiveJournal, or of one of the journals that run its program. */
export interface JournalFile {
  readonly file: string;
  /** Whether it is what the journal's own page of export gives; else it is one entry, as ljdump writes it: `L-12`. */
  readonly isMonth: boolean;
}

/** Finds the files of an export by their names and first words: months, then entries. */
export async function journalFiles(source: Source): Promise<JournalFile[]> {
  const files: JournalFile[] = [];
  const take = async (isMonth: boolean, named: RegExp, begins: RegExp) => {
    for (const file of source.names.filter((name) => named.test(name)))
      if (begins.test((await headOf(source, file)).toString('latin1')))
        files.push({ file, isMonth });
  };
  await take(true, /\.xml$/i, /<livejournal\b/);
  await take(false, /(?:^|\/)L-\d+$/, /<event\b/);
  return files;
}

/** All entries of an export, file by file. */
export async function* entriesIn(
  source: Source,
  files: readonly JournalFile[],
): AsyncIterable<FilePart> {
  for (const { file, isMonth } of files) {
    const parts = isMonth ? partsOf(source, [file], 'livejournal') : wholeFile(source, file);
    for await (const one of parts)
      if (one.part.is === 'broken' || !isMonth || one.part.element.name === 'entry') yield one;
  }
}

/** The comments that ljdump keeps beside an entry. */
export async function commentsBeside(source: Source, file: string): Promise<readonly XmlElement[]> {
  const name = file.replace(/L-(?=\d+$)/, 'C-');
  if (name === file || !source.has(name)) return [];
  const all: XmlElement[] = [];
  for await (const { part } of wholeFile(source, name))
    if (part.is === 'element') all.push(...childrenOf(part.element, 'comment'));
  return all;
}

/** The one element that a file is. */
async function* wholeFile(source: Source, file: string): AsyncIterable<FilePart> {
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
  for await (const part of xmlElements(within(), ['file'])) yield { part, file };
}

/** A field of an entry, which ljdump has among its properties. */
export function fieldOf(entry: XmlElement, name: string): string {
  return childText(entry, name) || childText(entry, 'props', name);
}
