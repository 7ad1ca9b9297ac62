import type { Fault } from '../fault/fault.ts';
import { limitFaults } from '../fault/limits.ts';
import { suggest } from '../fault/suggestion.ts';
import { readOrRefuse } from '../fault/unreadable.ts';
import { parseYaml, type YamlText } from '../file/yaml.ts';
import { yamlLine } from '../file/yamlEdit.ts';
import { type CommentMatter, commentsSchema } from '../schema/commentsSchema.ts';
import { validate } from '../schema/validate.ts';
import type { Entry } from './entry.ts';

/** Everything that is kept about one entry, the hidden comments among it. */
export interface EntryComments {
  /** Path of the file from the content folder. */
  readonly file: string;
  /** Id of the entry, as the file gives it. */
  readonly entry: string;
  /** In the order of the file. */
  readonly comments: readonly CommentMatter[];
  /** 1-based line of the key `entry`. */
  readonly entryLine: number;
}

/** What became of one file of comments: they, or the reasons why not. */
export type ReadComments =
  | { readonly comments: EntryComments; readonly faults: readonly [] }
  | { readonly comments: undefined; readonly faults: readonly Fault[] };

/**
 * The file of an entry's comments, from the content folder: `/2026/hello/` has `comments/2026/hello.yaml`. An id that
 * is no such path, or that some file system would not take as one, is written as quoted-printable: `Tag 1` has
 * `comments/==54ag=201.yaml`. No two ids share a file, not even where case does not count.
 */
export function commentsFile(entryId: string): string {
  if (isPlainPath(entryId)) return `comments${entryId.slice(0, -1)}.yaml`;
  const encoded = [...Buffer.from(entryId)].map(quotedByte).join('');
  // A name has at most 255 bytes: what is longer goes on in a folder.
  return `comments/=${encoded.match(/.{1,200}/g)?.join('/')}.yaml`;
}

function quotedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[a-z0-9-]/.test(character) ? character : `=${byte.toString(16).padStart(2, '0')}`;
}

// Without a dot in it: `a.yaml` cannot be a file and the folder of `a.yaml/b.yaml` at once.
function isPlainPath(id: string): boolean {
  return (
    /^(?:\/[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)+\/$/u.test(id) &&
    id === id.toLowerCase().normalize('NFC') &&
    id.split('/').every((segment) => Buffer.byteLength(segment) <= 200)
  );
}

/** Whether a file of the content folder holds comments. */
export function isCommentsFile(file: string): boolean {
  return /^comments\/.*\.ya?ml$/.test(file);
}

/** Reads the comments of one entry from the text of their file. */
export function readComments(file: string, source: string): ReadComments {
  return readOrRefuse(
    { file, text: () => source },
    () => readWhole(file, source),
    (fault): ReadComments => ({ comments: undefined, faults: [fault] }),
  );
}

function readWhole(file: string, source: string): ReadComments {
  const yaml = parseYaml(source, file);
  const { value, faults } = validate(commentsSchema, yaml, file);
  if (value === undefined) return { comments: undefined, faults };
  const wrong = [
    ...doubledIds(value.comments, file, yaml),
    ...unknownReplies(value.comments, file, yaml),
    ...ringsOfReplies(value.comments, file, yaml),
    ...value.comments.flatMap(({ text }, index) =>
      limitFaults(text, file, yaml.lineOf(['comments', index, 'text'])).slice(0, 1),
    ),
  ];
  if (wrong.length > 0) return { comments: undefined, faults: wrong };
  return { comments: { file, ...value, entryLine: yaml.lineOf(['entry']) }, faults: [] };
}

/**
 * Comments of an entry that is not there, and comments in a file in which nobody looks for them. With `unread` entries
 * an unknown one may be among those.
 */
export function commentFaults(
  comments: readonly EntryComments[],
  entries: readonly Entry[],
  unread: readonly string[],
): Fault[] {
  if (comments.length === 0) return [];
  const ids = new Set(entries.map((entry) => entry.id));
  const known = { ids: [...ids], byPath: entriesByPath(entries) };
  return comments.flatMap((kept): Fault | [] => {
    if (ids.has(kept.entry)) return misnamed(kept);
    return unread.length > 0 ? [] : unknownEntry(kept, known);
  });
}

function misnamed({ file, entry, entryLine }: EntryComments): Fault | [] {
  if (file === commentsFile(entry)) return [];
  return {
    file,
    line: entryLine,
    kind: 'comment-file',
    what: `comments on "${entry}" in another file than its own`,
    expected: commentsFile(entry),
    cure: 'rename the file; if there is one of that name already, move the comments into it',
  };
}

/** Entries by each of their paths; the first of several has it. */
function entriesByPath(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(
    entries
      .toReversed()
      .flatMap((entry) => [entry.path, ...entry.aliases].map((path) => [path, entry])),
  );
}

function unknownEntry(
  { file, entry, entryLine }: EntryComments,
  { ids, byPath }: { ids: readonly string[]; byPath: ReadonlyMap<string, Entry> },
): Fault {
  const there = byPath.get(entry);
  return {
    file,
    line: entryLine,
    kind: 'comment-entry',
    what: `comments on "${entry}", which is the id of no entry`,
    expected: 'the id of an entry',
    cure: there
      ? `write "${yamlLine('entry', there.id)}", the id of ${there.file}`
      : suggest(entry, ids, 'bring that entry back, or remove this file'),
  };
}

function doubledIds(comments: readonly CommentMatter[], file: string, yaml: YamlText): Fault[] {
  const first = new Map<string, number>();
  const lineOf = (index: number) => yaml.lineOf(['comments', index, 'id']);
  return comments.flatMap(({ id }, index) => {
    const other = first.get(id);
    if (other === undefined) {
      first.set(id, index);
      return [];
    }
    return {
      file,
      line: lineOf(index),
      kind: 'comment-id',
      what: `the comment id "${id}", which line ${lineOf(other)} has already`,
      expected: 'an id of its own',
      cure: 'remove one of the two, or change its id',
    };
  });
}

function unknownReplies(comments: readonly CommentMatter[], file: string, yaml: YamlText): Fault[] {
  const ids = new Set(comments.map(({ id }) => id));
  const known = [...ids];
  return comments.flatMap(({ replyTo }, index) => {
    if (replyTo === undefined || ids.has(replyTo)) return [];
    return {
      file,
      line: yaml.lineOf(['comments', index, 'replyTo']),
      kind: 'comment-reply',
      what: `an answer to the comment "${replyTo}", which is not in this file`,
      expected: 'the id of another comment of this file',
      cure: suggest(replyTo, known, 'correct "replyTo", or remove that line'),
    };
  });
}

/** Comments that answer each other round and round, or themselves. */
function ringsOfReplies(comments: readonly CommentMatter[], file: string, yaml: YamlText): Fault[] {
  const parents = new Map(comments.map(({ id, replyTo }) => [id, replyTo]));
  const settled = new Set<string>();
  const ids = comments.map(({ id }) => id);
  return comments.flatMap((comment) => {
    const walked = new Set<string>();
    let at: string | undefined = comment.id;
    while (at !== undefined && !settled.has(at) && !walked.has(at)) {
      walked.add(at);
      at = parents.get(at);
    }
    const isRing = at !== undefined && walked.has(at) && !settled.has(at);
    for (const id of walked) settled.add(id);
    if (!isRing || at === undefined) return [];
    const all = [...walked];
    const ring = [...all.slice(all.indexOf(at)), at];
    return {
      file,
      line: yaml.lineOf(['comments', ids.indexOf(at), 'replyTo']),
      kind: 'comment-reply',
      what: `comments that answer each other in a ring (${ring.join(' -> ')})`,
      expected: 'answers that lead to a comment without "replyTo"',
      cure: 'correct "replyTo" of one of them',
    };
  });
}
