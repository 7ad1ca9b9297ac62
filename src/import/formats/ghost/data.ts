/** A row of one of Ghost's tables, as it is in the export. */
export type Row = Readonly<Record<string, unknown>>;

/** The tables of Ghost that an import needs. */
export interface GhostData {
  readonly posts: readonly Row[];
  readonly tags: readonly Row[];
  readonly postsTags: readonly Row[];
  readonly users: readonly Row[];
  readonly postsAuthors: readonly Row[];
  readonly postsMeta: readonly Row[];
  readonly settings: readonly Row[];
}

/** The tables in a JSON file; undefined for one that is not Ghost's. */
export function ghostData(json: unknown): GhostData | undefined {
  const [first] = rowsOf(fieldOf(json, 'db'));
  // Old exports have no list around it.
  const data = fieldOf(first ?? json, 'data');
  if (!Array.isArray(fieldOf(data, 'posts'))) return undefined;
  const table = (name: string) => rowsOf(fieldOf(data, name));
  return {
    posts: table('posts'),
    tags: table('tags'),
    postsTags: table('posts_tags'),
    users: table('users'),
    postsAuthors: table('posts_authors'),
    postsMeta: table('posts_meta'),
    settings: table('settings'),
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function rowsOf(value: unknown): Row[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((one) => (isRow(one) ? [one] : []));
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

/** A text of a row; undefined where there is none, or only blanks. */
export function textIn(row: Row | undefined, name: string): string | undefined {
  const value = row?.[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** The rows of a table that belong to a row of another, in their own order. */
export function joined(
  links: readonly Row[],
  own: { readonly key: string; readonly id: string | undefined },
  far: { readonly key: string; readonly rows: readonly Row[] },
): Row[] {
  return links
    .filter((link) => own.id !== undefined && textIn(link, own.key) === own.id)
    .sort((a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0))
    .map((link) => far.rows.find((row) => textIn(row, 'id') === textIn(link, far.key)))
    .filter((row) => row !== undefined);
}
