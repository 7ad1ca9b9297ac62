import { slugify } from '#journal/address/slug.ts';
import { dayOfYear } from '../../item/dates.ts';
import { mostCommon } from '../../item/mostCommon.ts';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';
import type { JekyllFile } from './files.ts';

/** What a permalink of Jekyll is made of. */
export interface PermalinkFacts {
  readonly categories: readonly string[];
  /** `2010-05-05`. */
  readonly day: string;
  readonly title: string;
  readonly extension: string;
  /** Any other word, as Hexo looks it up in the front matter. */
  valueNamed(name: string): string | undefined;
  /** Name of the collection, and the way to the file in it without its ending. */
  readonly collection?: { readonly name: string; readonly path: string };
}

/** The styles that Jekyll has names for. */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** The same of a collection; what has a date by others has none. */
const collectionStyles: Readonly<Record<string, string>> = {
  pretty: '/:collection/:path/',
  date: '/:collection/:path:output_ext',
  ordinal: '/:collection/:path:output_ext',
  none: '/:collection/:path:output_ext',
};

/**
 * The address that Jekyll gave a post, by the style or the pattern of its settings; undefined where a word of it stands for
 * what nobody knows.
 */
export function jekyllAddress(pattern: string | undefined, facts: PermalinkFacts) {
  const [year = '', month = '', day = ''] = facts.day.split('-');
  const categories = facts.categories.map((one) => slugify(one, '')).join('/');
  const slug = slugify(facts.title, facts.title);
  const values: Readonly<Record<string, string>> = {
    categories,
    category: categories,
    year,
    month,
    day,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    y_day: String(dayOfYear(facts.day)).padStart(3, '0'),
    title: facts.title,
    slug,
    name: slug,
    output_ext: facts.extension,
    collection: facts.collection?.name ?? '',
    path: facts.collection?.path ?? '',
  };
  const named = facts.collection ? collectionStyles : styles;
  let isKnown = true;
  const filled = (named[pattern ?? 'date'] ?? pattern ?? '').replace(
    /:([a-z](?:\w*[a-z])?)/g,
    (_, name: string) => {
      const value = values[name] ?? facts.valueNamed(name);
      if (value === undefined) isKnown = false;
      return value ?? '';
    },
  );
  if (!isKnown) return undefined;
  const rooted = `/${filled}`.replace(/\/{2,}/g, '/');
  return /\/$|\.\w+$/.test(rooted) ? rooted : `${rooted}${facts.extension}`;
}

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
function patternOf(path: string, byDay: ReadonlyMap<string, readonly JekyllFile[]>) {
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
