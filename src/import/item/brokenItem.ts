import type { LeftOut } from './item.ts';

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
  return { is: 'left', where: `${file}:${line}`, what, why, failed: true };
}
