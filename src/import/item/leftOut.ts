import { failureWords } from '#journal/fault/ownFailure.ts';
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
  return await read().catch((error) => leftOut(where, what, failureWords(error), true));
}
