import { mostCommon } from '../../item/mostCommon.ts';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';
import type { JekyllFile } from './files.ts';

/** Fewer links among posts say nothing: they may be of another site. */
const fewestLinks = 3;

/**
 * The pattern of addresses that most links among the posts have, and how many have it, for a folder without settings:
 * `/blog/2009/06/23/` is that of the post of this day. Undefined where too few links say one.
 */
export async function likelyPermalink(source: Source, documents: readonly JekyllFile[]) {
  const posts = documents.filter(({ is }) => is === 'post');
  const byDay = Map.groupBy(posts, ({ day }) => day ?? '');
  const patterns: string[] = [];
  for (const { name } of posts) {
    // What cannot be read is told when its turn comes.
    const { text } = await readSourceText(source, name).catch(() => ({ text: '' }));
    const paths = text.matchAll(/[("'<\s](\/[^\s()<>"'#?]*\d{4}\/\d\d\/\d\d[^\s()<>"'#?]*)/g);
    patterns.push(...[...paths].flatMap(([, path = '']) => patternOf(path, byDay) ?? []));
  }
  const [pattern = '', links = 0] = mostCommon(patterns) ?? [];
  return links >= fewestLinks ? { pattern, links } : undefined;
}

/** What a path of a post of its day is a case of. */
function patternOf(
  path: string,
  byDay: ReadonlyMap<string, readonly JekyllFile[]>,
): string | undefined {
  const [, before = '', year, month, day, rest = ''] =
    /^(.*?\/)(\d{4})\/(\d\d)\/(\d\d)(\/.*)?$/.exec(path) ?? [];
  const posts = byDay.get(`${year}-${month}-${day}`);
  if (!posts) return undefined;
  const dated = `${before}:year/:month/:day`;
  if (rest === '' || rest === '/') return posts.length === 1 ? `${dated}/` : undefined;
  const [, slug, ending = ''] = /^\/([^/]+?)(\.html|\/)?$/.exec(rest) ?? [];
  if (!posts.some((post) => post.slug === slug)) return undefined;
  return `${dated}/:title${ending.replace('.html', ':output_ext') || '/'}`;
}
