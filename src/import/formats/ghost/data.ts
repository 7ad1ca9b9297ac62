import { oncePer, oncePerText } from '#journal/once/once.ts';
import type { LeftOut } from '../../item/item.ts';
import { brokenItem, leftOut } from '../../item/leftOut.ts';
import { textStream } from '../../source/decode.ts';
import { type Fields, isRecord, textIn } from '../../source/json.ts';
import { type BrokenPart, type JsonPart, jsonParts } from '../../source/jsonParts.ts';
import type { Source } from '../../source/source.ts';

/** The rows of a table of Ghost by its name; none of the posts, which may be larger than the memory. */
export type GhostTables = Awaited<ReturnType<typeof ghostTables>>['table'];

// Old exports have no list around it.
const around = /^(?:|db|db\.\*|(?:db\.\*\.)?data)$/;
const ofTable = /^(?:db\.\*\.)?data\.(\w+)(\.\*)?$/;
const names = ['posts', 'tags', 'posts_tags', 'users', 'posts_authors', 'posts_meta', 'settings'];

/** The table of which a part of an export is a row; undefined for all others. */
function tableOf(path: string): { readonly name: string; readonly isRow: boolean } | undefined {
  const [, name, row] = ofTable.exec(path) ?? [];
  return name !== undefined && names.includes(name)
    ? { name, isRow: row !== undefined }
    : undefined;
}

/** Rows of the tables for which `isWanted`; other tables of Ghost may hold what nobody is to have. */
async function* tableParts(
  source: Source,
  file: string,
  isWanted: (table: string) => boolean,
): AsyncIterable<JsonPart> {
  const { pieces } = await textStream(source, file);
  yield* jsonParts(pieces, (path) => {
    const table = tableOf(path);
    if (!table) return around.test(path) ? 'enter' : 'pass';
    if (!table.isRow) return 'enter';
    return isWanted(table.name) ? 'take' : 'pass';
  });
}

/** Whether a file has the table of posts where Ghost has it. */
export async function hasPosts(source: Source, file: string): Promise<boolean> {
  for await (const part of tableParts(source, file, () => false))
    if (part.is === 'begins' && tableOf(part.path)?.name === 'posts') return true;
  return false;
}

/** All tables but the posts, and what is to be told of them. */
export async function ghostTables(source: Source, file: string) {
  const tables = new Map<string, Fields[]>();
  const left: LeftOut[] = [];
  let isCut = false;
  for await (const part of tableParts(source, file, (name) => name !== 'posts')) {
    const { name = '', isRow = false } = tableOf(part.path) ?? {};
    if (part.is === 'begins' && !isRow) tables.set(name, []);
    if (part.is === 'value' && isRecord(part.value)) tables.get(name)?.push(part.value);
    // Broken posts are told where they are read.
    if (part.is === 'broken' && (part.isCut || name === 'posts')) isCut ||= part.isCut;
    else if (part.is === 'broken') left.push(brokenItem(part, file, `row of ${name}`));
  }
  const table = (name: string): readonly Fields[] => tables.get(name) ?? [];
  return { table, left: [...left, ...(isCut ? lostTables(tables, file) : [])] };
}

/** Of a file that was cut off, the tables that were to come. */
function lostTables(tables: ReadonlyMap<string, unknown>, where: string): LeftOut[] {
  const lost = names.filter((name) => !tables.has(name));
  if (lost.length === 0) return [];
  const why = `the file ends before ${lost.join(', ')}: what they say of the posts, such as tags and authors, is not imported`;
  return [leftOut(where, 'table', why, true)];
}

/** The posts of an export, one by one. */
export async function* ghostPosts(
  source: Source,
  file: string,
): AsyncIterable<Fields | BrokenPart> {
  for await (const part of tableParts(source, file, (name) => name === 'posts')) {
    if (part.is === 'value' && isRecord(part.value)) yield part.value;
    if (part.is === 'broken' && (part.isCut || tableOf(part.path)?.name === 'posts')) yield part;
  }
}

const rowsByKey = oncePer((rows: readonly Fields[]) =>
  oncePerText((key) => Map.groupBy(rows, (row) => textIn(row, key))),
);

/** The rows of a table that have this value under a key, in their order. Each table is gone through once, for all posts. */
export function rowsWith(rows: readonly Fields[], key: string, value: string | undefined) {
  return rowsByKey(rows)(key).get(value) ?? [];
}

/** The rows of a table to which `links` lead from a post, by a key that these have, in their own order. */
export function joined(
  links: readonly Fields[],
  post: string | undefined,
  key: string,
  rows: readonly Fields[],
): Fields[] {
  if (post === undefined) return [];
  return rowsWith(links, 'post_id', post)
    .toSorted((a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0))
    .flatMap((link) => rowsWith(rows, 'id', textIn(link, key)).slice(0, 1));
}

/** How documents name a user. */
export function authorKey(user: Fields | undefined): string | undefined {
  return textIn(user, 'slug') ?? textIn(user, 'name');
}
