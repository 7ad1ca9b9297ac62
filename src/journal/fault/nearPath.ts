import { distance } from 'fastest-levenshtein';
import { nearestWord } from './suggestion.ts';

const mostCompared = 50;
const shortestSlug = 5;

/** The paths of a site, for finding the one that was meant. */
export class NearPaths {
  readonly #paths: readonly string[];
  /** Paths of entries and pages by what they are called, whatever stands before that. */
  readonly #bySlug = new Map<string, string[]>();
  readonly #slugs: readonly string[];

  /** `documents` are those of the paths whose last segment is a name of its own. */
  constructor(paths: Iterable<string>, documents: Iterable<string>) {
    this.#paths = [...paths];
    for (const path of documents) {
      const slug = slugOf(path);
      const others = this.#bySlug.get(slug);
      if (others) others.push(path);
      else this.#bySlug.set(slug, [path]);
    }
    this.#slugs = [...this.#bySlug.keys()];
  }

  /** The path that a wrong one most likely means: one of the same name elsewhere, or one that is nearly the same. */
  of(wrong: string): string | undefined {
    const slug = slugOf(wrong);
    return (
      this.#called(slug, wrong) ??
      nearestWord(wrong, this.#paths) ??
      (slug.length < shortestSlug
        ? undefined
        : this.#called(nearestWord(slug, this.#slugs) ?? '', wrong))
    );
  }

  #called(slug: string, wrong: string): string | undefined {
    const paths = this.#bySlug.get(slug)?.slice(0, mostCompared) ?? [];
    const [nearest] = paths
      .map((path) => ({ path, edits: distance(path, wrong) }))
      .sort((a, b) => a.edits - b.edits);
    return nearest?.path;
  }

  /** `did you mean /2014/x/?`, or what `fallback` says. */
  suggest(wrong: string, fallback: string): string {
    const near = this.of(wrong);
    return near === undefined ? fallback : `did you mean "${near}"?`;
  }
}

/** What a path calls its page: the last segment, without the date before it and the ending that other programs give. */
function slugOf(path: string): string {
  const segments = path.split(/[?#]/, 1)[0]?.split('/').filter(Boolean) ?? [];
  const last = segments.findLast((segment) => !/^index\.\w+$/i.test(segment)) ?? '';
  return last
    .toLowerCase()
    .replace(/\.(html?|php\d?|aspx?|jsp|mdx?|markdown)$/, '')
    .replace(/^\d{4}-\d{1,2}-\d{1,2}-(?=.)/, '')
    .replace(/[\s_+]+/g, '-');
}
