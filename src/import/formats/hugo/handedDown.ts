import { folderOf } from '../../item/oldPath.ts';
import { foreignMatter } from '../../markdown/foreignFile.ts';
import type { ForeignMatter } from '../../markdown/frontMatter.ts';
import { fieldsOf } from '../../markdown/siteFacts.ts';
import type { Source } from '../../source/source.ts';

/** What list pages say for the pages below them, by the folder of the list page in the source, with a final `/`. */
export type HandedDown = ReadonlyMap<string, ForeignMatter>;

/** Of all that can be handed down, what decides who reads a page. */
const handed = new Set(['draft', 'build']);

/**
 * Reads what list pages hand down to all pages below them: the `cascade` of Hugo, and that a section of Zola is a draft,
 * which has no pages then.
 */
export async function readHandedDown(
  lists: readonly string[],
  { source, isZola }: { source: Source; isZola: boolean },
): Promise<HandedDown> {
  const all = new Map<string, ForeignMatter>();
  for (const name of lists) {
    const matter = await foreignMatter(source, name);
    const said = isZola ? [matter] : cascades(matter);
    const fields = said.flatMap((one) => [...one].filter(([key]) => handed.has(key)));
    const folder = folderOf(name);
    if (fields.length > 0) all.set(folder, new Map([...(all.get(folder) ?? []), ...fields]));
  }
  return all;
}

/** One, or several, each of which may say for which pages it is: one for pages of some paths is taken for all of them. */
function cascades(matter: ForeignMatter): ForeignMatter[] {
  const all = [matter.get('cascade')].flat().map(fieldsOf);
  return all.filter((one) => {
    const kind = fieldsOf(one.get('target')).get('kind');
    return kind === undefined || /page/i.test(String(kind));
  });
}

/** What a page has from above where it does not say so itself, by its path in the source: the nearest says it. */
export function handedTo(path: string, all: HandedDown): ForeignMatter {
  const folders = ['', ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))];
  return new Map(folders.flatMap((folder) => [...(all.get(folder) ?? [])]));
}
