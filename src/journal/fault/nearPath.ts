import { distance } from 'fastest-levenshtein';
import { nearestWord } from './suggestion.ts';

const mostCompared = 50;
const shortestSlug = 5;

/** The paths of a site, for finding the one that was meant. */
export class NearPaths {
  readonly #paths: readonly string[];
  readonly #documents: readonly string[];
  #named: ReadonlyMap<string, readonly string[]> | undefined;
  #slugs: readonly string[] | undefined;

  /** `documents` are those of the paths whose last segment is a name of its own. */
  constructor(paths: Iterable<string>, documents: Iterable<string>) {
    this.#paths = [...paths];
    this.#documents = [...documents];
  }

  /** Paths of entries and pages by what they are called, whatever stands before that. */
  get #bySlug(): ReadonlyMap<string, readonly string[]> {
    this.#named ??= Map.groupBy(this.#documents, slugOf);
    return this.#named;
  }

  /** The path that a wrong one most likely means: one of the same name elsewhere, or one that is nearly the same. */
  of(wrong: string): string | undefined {
    const slug = slugOf(wrong);
    const near = this.#called(slug, wrong) ?? nearestWord(wrong, this.#paths);
    if (near !== undefined || slug.length < shortestSlug) return near;
    this.#slugs ??= [...this.#bySlug.keys()];
    return this.#called(nearestWord(slug, this.#slugs) ?? '', wrong);
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
