import { failureWords } from '#journal/fault/ownFailure.ts';
import { systemFault } from '#journal/fault/systemFault.ts';
import type { ImportedItem, LeftOut } from './item.ts';

/** Something of an export that does not come along, and why; `failed` where it should have. */
export function leftOut(where: string, what: string, why: string, failed?: boolean): LeftOut {
  return { is: 'left', where, what, why, failed };
}

/** What is told of a part of a JSON file that is not whole. */
export function brokenItem(
  { line, text, isCut }: { readonly line: number; readonly text: string; readonly isCut: boolean },
  file: string,
  what: string,
): LeftOut {
  const begins =
    text.trim() === '' ? '' : `, which begins ${JSON.stringify(text.trim().slice(0, 60))}`;
  const why = isCut
    ? `the file ends in the middle${begins === '' ? '' : ' of it'}: it was cut off${begins}. What stands before it was imported; for the rest, export it anew, and import that`
    : `it is no JSON${begins}; the others were imported`;
  return leftOut(`${file}:${line}`, what, why, true);
}

/** Reads one item; what cannot be read is told, and costs no other. */
export async function orLeft(
  where: string,
  what: string,
  read: () => Promise<ImportedItem>,
): Promise<ImportedItem> {
  return await read().catch((error) => leftOut(where, what, wordsFor(error), true));
}

/** Why one text could not be written, and what to do about it. */
export function reasonIn(error: unknown): string {
  if (error instanceof RangeError && /call stack/.test(error.message))
    return 'it has thousands of elements within each other, and cannot be read; expected a text that a browser shows; take away what is around it, and import again';
  const words = wordsFor(error);
  const [, fault] = /^The front matter cannot be edited: (.*)$/s.exec(words) ?? [];
  return fault === undefined
    ? words
    : `its text has ${fault}; expected a text that can be a page; mend it in the export, and import again`;
}

/** What the system refuses is told with what to do about it. */
function wordsFor(error: unknown): string {
  return systemFault(error) ?? failureWords(error);
}
