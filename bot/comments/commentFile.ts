import { join } from 'node:path';
import { Document, isMap, isScalar, isSeq, parseDocument, Scalar, type YAMLMap } from 'yaml';
import { commentsFile, type EntryComments, readComments } from '#journal/comments.ts';
import { formatFault } from '#journal/fault.ts';
import { formatMoment } from '#journal/moment.ts';
import type { MessagePlace } from '../drafts/draftStore.ts';
import { changeFile, readIfThere } from '../files.ts';
import type { Lock } from '../lock.ts';
import type { HeldComment } from './heldComment.ts';

/** Thrown where the file of an entry's comments is wrong, or written in a way that cannot be added to. */
export class CommentFileError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'CommentFileError';
  }
}

/** What became of a comment's newer text: written, or left out because the owner changed the old one by hand. */
export type WriteOutcome = 'written' | 'changed-by-hand';

/** The id of a comment in its file. */
export function commentIdOf({ chatId, messageId }: MessagePlace): string {
  return `tg-${groupNumber(chatId)}-${messageId}`;
}

/** Where members of the group find a comment. */
export function commentAddress({ chatId, messageId }: MessagePlace): string {
  return `https://t.me/c/${groupNumber(chatId)}/${messageId}`;
}

/** Supergroups have -100 before their own number. */
function groupNumber(chatId: number): number {
  return chatId < -1_000_000_000_000 ? -chatId - 1_000_000_000_000 : Math.abs(chatId);
}

/** The files of comments, as the bot changes them: one comment at a time, everything else as its owner wrote it. */
export class CommentFiles {
  readonly #contentFolder: string;
  readonly #lock: Lock;

  constructor(contentFolder: string, lock: Lock) {
    this.#contentFolder = contentFolder;
    this.#lock = lock;
  }

  /** Absolute path of the file of an entry's comments. */
  path(entryId: string): string {
    return join(this.#contentFolder, commentsFile(entryId));
  }

  /** Whether readers see a comment, by its file. @throws {CommentFileError} where that cannot be read. */
  async standing(entryId: string, comment: HeldComment): Promise<'absent' | 'shown' | 'hidden'> {
    const source = await readIfThere(this.path(entryId));
    if (source === undefined) return 'absent';
    const id = commentIdOf(comment);
    const kept = read(commentsFile(entryId), source).comments.find((one) => one.id === id);
    if (!kept) return 'absent';
    return kept.status === 'shown' ? 'shown' : 'hidden';
  }

  /**
   * Puts a comment into its entry's file, or its newer text in place of the older one, as a comment that readers see.
   * When this resolves it is on disk. `replies`: comments of the file that answer it.
   *
   * @throws {CommentFileError} where the file cannot be read or added to.
   */
  show(
    entryId: string,
    comment: HeldComment,
    timeZone: string,
    replies: readonly HeldComment[],
  ): Promise<WriteOutcome> {
    return this.#change(entryId, (list) => {
      const known = mapOf(list, commentIdOf(comment));
      const outcome = known ? renew(known, comment, timeZone) : 'written';
      known?.delete('status');
      if (!known) list.add(newMap(list, comment, timeZone));
      for (const reply of replies) {
        const map = mapOf(list, commentIdOf(reply));
        if (map && !map.has('replyTo')) map.set('replyTo', commentIdOf(comment));
      }
      return outcome;
    });
  }

  /** Hides a comment from readers. @returns whether it is in the file. */
  async hide(entryId: string, comment: HeldComment): Promise<boolean> {
    return this.#change(entryId, (list) => {
      const map = mapOf(list, commentIdOf(comment));
      map?.set('status', 'removed');
      return map !== undefined;
    });
  }

  #change<T>(entryId: string, change: Change<T>): Promise<T> {
    const file = commentsFile(entryId);
    return this.#lock.run(async () => {
      let outcome: { readonly is: T } | undefined;
      await changeFile(this.path(entryId), (source) => {
        const changed = changedText(file, entryId, source, change);
        outcome = { is: changed.outcome };
        return changed.text;
      });
      if (!outcome) throw new Error(`${file} was not looked at`);
      return outcome.is;
    });
  }
}

type Change<T> = (list: CommentList) => T;

/** A file with one change; the same text, or still none, where the change changes nothing. */
function changedText<T>(
  file: string,
  entryId: string,
  source: string | undefined,
  change: Change<T>,
): { readonly text: string | undefined; readonly outcome: T } {
  if (source !== undefined) read(file, source);
  const document =
    source === undefined
      ? new Document({ entry: entryId, comments: [] }, { schema: 'failsafe' })
      : parseDocument(source, { schema: 'failsafe' });
  const list = document.get('comments', true);
  if (!isSeq(list)) throw new CommentFileError(`${file}: "comments" is no list`);
  list.flow = false;
  const before = JSON.stringify(document.toJS());
  const outcome = change(new CommentList(document, list.items));
  if (JSON.stringify(document.toJS()) === before) return { text: source, outcome };
  const text = document.toString({ lineWidth: 0 });
  read(file, text);
  return { text, outcome };
}

/** The list of comments in a YAML document. */
class CommentList {
  readonly document: Document;
  readonly items: unknown[];

  constructor(document: Document, items: unknown[]) {
    this.document = document;
    this.items = items;
  }

  add(comment: YAMLMap): void {
    this.items.push(comment);
  }
}

function newMap(list: CommentList, comment: HeldComment, timeZone: string): YAMLMap {
  const answered =
    comment.replyTo === undefined
      ? undefined
      : commentIdOf({ chatId: comment.chatId, messageId: comment.replyTo });
  const map = list.document.createNode({
    id: commentIdOf(comment),
    name: comment.name,
    ...(comment.url !== undefined && { url: comment.url }),
    date: formatMoment(comment.date * 1000, timeZone),
    ...updatedOf(comment, timeZone),
    ...(answered !== undefined && mapOf(list, answered) && { replyTo: answered }),
  }) as YAMLMap;
  map.set('text', textNode(comment.text));
  return map;
}

function renew(map: YAMLMap, comment: HeldComment, timeZone: string): WriteOutcome {
  const there = String(map.get('text') ?? '').trim();
  if (there === comment.text.trim()) return 'written';
  const { writtenText } = comment;
  if (writtenText !== undefined && there !== writtenText.trim())
    return writtenText === comment.text ? 'written' : 'changed-by-hand';
  map.set('text', textNode(comment.text));
  for (const [key, value] of Object.entries(updatedOf(comment, timeZone)))
    setAfterDate(map, key, value);
  return 'written';
}

function setAfterDate(map: YAMLMap, key: string, value: string): void {
  if (map.has(key)) map.set(key, value);
  else {
    map.set(key, value);
    const pair = map.items.pop();
    const date = map.items.findIndex((item) => isScalar(item.key) && item.key.value === 'date');
    if (pair) map.items.splice(date + 1, 0, pair);
  }
}

function updatedOf({ date, version }: HeldComment, timeZone: string): { updated?: string } {
  return version > date ? { updated: formatMoment(version * 1000, timeZone) } : {};
}

/** Lines as they are where they can be; quoted where they could not be told from YAML. */
function textNode(text: string): Scalar {
  const node = new Scalar(text);
  // The block style cannot hold what looks like an end of it.
  const fitsBlock = /\n/.test(text) && !/^\s|\s$|[^\S\n]\n|\t/.test(text);
  if (fitsBlock) node.type = 'BLOCK_LITERAL';
  else if (/\n|\t/.test(text)) node.type = 'QUOTE_DOUBLE';
  return node;
}

function mapOf({ items }: CommentList, id: string): YAMLMap | undefined {
  return items.find((item): item is YAMLMap => isMap(item) && String(item.get('id')) === id);
}

/** @throws {CommentFileError} */
function read(file: string, source: string): EntryComments {
  const { comments, faults } = readComments(file, source);
  if (comments) return comments;
  throw new CommentFileError(faults.map((fault) => formatFault(fault)).join('\n'));
}
