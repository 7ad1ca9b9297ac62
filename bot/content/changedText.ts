import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { readMatter } from './matter.ts';

/** Whether two texts are the same save for `syndication`, which the mirror writes on its own. */
export function isSame(a: string | undefined, b: string | undefined, file: string): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || withSyndicationOf('', a, file) === withSyndicationOf('', b, file);
}

/** A text with the `syndication` of another. */
export function withSyndicationOf(current: string, text: string, file: string): string {
  const known = current === '' ? undefined : readMatter(current, file)?.['syndication'];
  const syndication = Array.isArray(known)
    ? known.map(String)
    : known === undefined
      ? undefined
      : String(known);
  try {
    return editFrontMatter(text, { syndication });
  } catch {
    // Front matter that cannot be read holds no syndication.
    return text;
  }
}
