/** What can be named in double brackets. */
export interface NamedDocument {
  readonly file: string;
  readonly path: string;
  readonly title: string | undefined;
  /** Last segment of the path, where it is not that of the file's name. */
  readonly slug?: string;
}

/**
 * What a name stands for:
 *
 * - `found`: one document, which its readers may see.
 * - `ambiguous`: several documents.
 * - `wanted`: none, or one that is not published yet. It becomes `found` when that is written and published.
 */
export type Named =
  | { readonly is: 'found'; readonly path: string }
  | { readonly is: 'ambiguous'; readonly files: readonly string[] }
  | { readonly is: 'wanted' };

/** The names of documents: titles, slugs, paths and files, without regard to case and kind of quotes. */
export class Names {
  readonly #all: Iterable<NamedDocument>;
  readonly #shown: ReadonlySet<NamedDocument>;
  readonly #filesOf = new Map<string, readonly string[]>();
  /** By each of their names, once somebody asks for one. */
  #documents: ReadonlyMap<string, ReadonlySet<NamedDocument>> | undefined;

  /** `shown` are those of the documents that readers may see. */
  constructor(documents: Iterable<NamedDocument>, shown: ReadonlySet<NamedDocument>) {
    this.#all = documents;
    this.#shown = shown;
  }

  find(name: string): Named {
    const wanted = normal(name);
    this.#documents ??= byName(this.#all);
    const found = this.#documents.get(wanted);
    if (found !== undefined && found.size > 1) return this.#ambiguous(wanted, found);
    const [only] = found ?? [];
    return only && this.#shown.has(only) ? { is: 'found', path: only.path } : { is: 'wanted' };
  }

  /** A name may stand for thousands, and be asked for as often. */
  #ambiguous(name: string, found: ReadonlySet<NamedDocument>): Named {
    const files = this.#filesOf.get(name) ?? Array.from(found, (document) => document.file).sort();
    this.#filesOf.set(name, files);
    return { is: 'ambiguous', files };
  }
}

function byName(documents: Iterable<NamedDocument>): Map<string, Set<NamedDocument>> {
  const found = new Map<string, Set<NamedDocument>>();
  for (const document of documents)
    for (const name of namesOf(document)) {
      const known = found.get(name);
      if (known) known.add(document);
      else found.set(name, new Set([document]));
    }
  return found;
}

function namesOf({ file, path, title, slug }: NamedDocument): string[] {
  const bare = file.replace(/\.mdx?$/, '').replace(/\/index$/, '');
  const names = [
    title,
    slug,
    path,
    path.split('/').findLast((segment) => segment !== ''),
    file,
    bare,
    bare.slice(bare.lastIndexOf('/') + 1),
    `${bare.slice(bare.lastIndexOf('/') + 1)}${/\.mdx?$/.exec(file)?.[0] ?? ''}`,
  ];
  return names.flatMap((name) => (name === undefined ? [] : [normal(name)]));
}

function normal(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[‘’‚‹›]/g, "'")
    .replace(/[“”„«»]\u202F?/g, '"')
    .replace(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\/+|\/+$/g, '');
}
