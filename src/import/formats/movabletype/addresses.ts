import { likelySite } from '../../item/likelySite.ts';
import { type ExportEntry, exportDate, fieldOf } from './entries.ts';

/** Fewer entries to which links lead say nothing: their addresses may be of another site. */
const fewestEntries = 3;

/** Where the entries of an export were: a pattern such as `/archives/:year/:month/:basename.html`. */
export type LikelyPlaces = NonNullable<ReturnType<LinkedPlaces['likely']>>;

/** What an address is made of. */
type Named = NonNullable<ReturnType<typeof namedIn>>;

/** Gathers names of entries and the links among their texts, which tell together where the entries were. */
export class LinkedPlaces {
  readonly #named = new Map<string, Named[]>();
  readonly #links = new Set<string>();

  take(entry: ExportEntry): void {
    const named = namedIn(entry);
    if (named) {
      const key = keyOf(named.basename);
      this.#named.set(key, [...(this.#named.get(key) ?? []), named]);
    }
    for (const { lines } of entry.sections)
      for (const [, address = ''] of lines.join('\n').matchAll(link)) this.#links.add(address);
  }

  /**
   * By how many entries are linked to so, and at which site, which has a final `/` and is undefined where all these links begin
   * with `/`. Undefined where too few links tell.
   */
  likely() {
    const counts = new Map<string, { entries: Set<Named>; sites: string[] }>();
    for (const address of this.#links) {
      const url = URL.parse(address, relativeBase);
      for (const { pattern, named } of url ? this.#patternsOf(url) : []) {
        const count = counts.get(pattern) ?? { entries: new Set(), sites: [] };
        counts.set(pattern, count);
        count.entries.add(named);
        if (url && url.origin !== relativeBase) count.sites.push(url.origin);
      }
    }
    const [best] = [...counts].sort((a, b) => b[1].entries.size - a[1].entries.size);
    if (!best || best[1].entries.size < fewestEntries) return undefined;
    const [pattern, { entries, sites }] = best;
    return { pattern, site: likelySite(sites), entries: entries.size };
  }

  /** What a path is a case of that ends with the name of an entry, below its year where it has one. */
  #patternsOf({ pathname }: URL): { readonly pattern: string; readonly named: Named }[] {
    const [, folders = '', stem = '', end = ''] =
      /^(\/(?:.*\/)?)([^/]+?)(\.\w+|\/|\/index\.\w+)?$/.exec(pathname) ?? [];
    return (this.#named.get(keyOf(stem)) ?? []).flatMap((named) => {
      const dated = datedFolders(folders, named);
      if (dated === undefined) return [];
      const ending = end.replace(/index\.\w+$/, '');
      return lastsOf(stem, named).map((last) => ({ pattern: dated + last + ending, named }));
    });
  }
}

const link = /\bhref\s*=\s*["']?((?:https?:\/)?\/[^\s"'<>#?]+)/gi;
const relativeBase = 'https://journal.invalid';

function namedIn({ fields }: ExportEntry) {
  const basename = fieldOf(fields, 'BASENAME');
  const day = exportDate(fieldOf(fields, 'DATE'));
  if (basename === '' || day === undefined) return undefined;
  return { basename, year: day.slice(0, 4), month: day.slice(5, 7), day: day.slice(8, 10) };
}

/** Templates write underscores as hyphens, or the other way round. */
function keyOf(basename: string): string {
  return dashed(basename.toLowerCase());
}

/** A name of one word may be a case of both. */
function lastsOf(stem: string, { basename }: Named): string[] {
  const dashes = stem === dashed(basename) ? [':dashed'] : [];
  return stem === basename ? [':basename', ...dashes] : dashes;
}

function dashed(basename: string): string {
  return basename.replaceAll('_', '-');
}

/** Folders with names of their parts in place of a date; undefined where they are of another year or month. */
function datedFolders(folders: string, { year, month, day }: Named): string | undefined {
  const [whole, before = '', y, m, d] =
    /^(\/(?:.*\/)?)((?:19|20)\d\d)\/(?:(\d\d)\/)?(?:(\d\d)\/)?$/.exec(folders) ?? [];
  if (whole === undefined) return folders;
  if (y !== year || (m !== undefined && m !== month) || (d !== undefined && d !== day))
    return undefined;
  return `${before}:year/${m === undefined ? '' : ':month/'}${d === undefined ? '' : ':day/'}`;
}

/** The address of an entry by a pattern; undefined where it has no name or no date. */
export function addressBy(pattern: string, entry: ExportEntry): string | undefined {
  const named = namedIn(entry);
  if (!named) return undefined;
  const values: Readonly<Record<string, string>> = { ...named, dashed: dashed(named.basename) };
  return pattern.replace(
    /:(basename|dashed|year|month|day)/g,
    (_, key: string) => values[key] ?? '',
  );
}
