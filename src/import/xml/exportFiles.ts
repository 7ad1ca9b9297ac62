import type { LeftOut } from '../item/item.ts';
import { leftOut } from '../item/leftOut.ts';
import { textStream } from '../source/decode.ts';
import type { Source } from '../source/source.ts';
import { asciiHead, namesThat } from '../source/text.ts';
import { childText, type XmlElement, type XmlPart, xmlElements } from './elements.ts';

/** A part of one of several files, and which that is. */
export interface FilePart {
  readonly part: XmlPart;
  readonly file: string;
}

/**
 * Files of a source in whose first bytes stands what marks an export. They have an ending of
 * theirs, unless there is no other file: that one may be called as somebody liked.
 */
export async function markedFiles(source: Source, ending: RegExp, mark: RegExp): Promise<string[]> {
  return await namesThat(source.names, async (name) => {
    const isNamed = ending.test(name);
    if (!isNamed && source.names.length > 1) return false;
    const head = await asciiHead(source, name);
    return (isNamed || /^[^<\w]*<\?xml\b/.test(head)) && mark.test(head);
  });
}

/** Reads files one after the other, piece by piece; see {@link xmlElements}. */
export async function* partsOf(
  source: Source,
  files: readonly string[],
  parent: string,
): AsyncIterable<FilePart> {
  for (const file of files) {
    const { pieces } = await textStream(source, file);
    for await (const part of xmlElements(pieces, [parent])) yield { part, file };
  }
}

/** What is said of an entry in the middle of which its file ends. */
export function cutOff(
  { within, why }: XmlPart & { readonly is: 'broken' },
  file: string,
  titleOf = (entry: XmlElement) => childText(entry, 'title'),
): LeftOut {
  const title = within && titleOf(within);
  return leftOut(`${file}: ${title || 'its end'}`, 'entry', why, true);
}

/** What is told of files that are in another encoding than they say. */
export async function* mendedEncodings(
  source: Source,
  files: readonly string[],
): AsyncIterable<LeftOut> {
  for (const file of files) {
    const { encoding, isMended } = await textStream(source, file);
    const why = `it says UTF-8 and is ${encoding}; it was read so`;
    if (isMended) yield leftOut(file, 'encoding', why);
  }
}
