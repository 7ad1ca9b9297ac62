import type { Notes } from '../item/notes.ts';
import type { Source } from '../source/source.ts';
import { readSourceText } from '../source/text.ts';
import { type ForeignFile, splitForeign } from './frontMatter.ts';

/**
 * Reads a Markdown or HTML file of another generator and splits it; `notes` say what was done so that it can be read.
 *
 * @throws where it cannot be read, in words for people.
 */
export async function readForeignFile(
  source: Source,
  name: string,
  notes: Notes,
): Promise<ForeignFile> {
  const { text, encoding } = await readSourceText(source, name);
  if (encoding !== undefined) notes.changed(`text in ${encoding}`, 'it is UTF-8');
  return splitForeign(text, notes);
}
