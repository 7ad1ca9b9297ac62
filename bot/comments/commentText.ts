import { Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { type EntryComments, readComments } from '#journal/content/comments.ts';
import { formatFault } from '#journal/fault/fault.ts';
import { parseYaml } from '#journal/file/yaml.ts';
import { commentsSchema } from '#journal/schema/commentsSchema.ts';
import { validate } from '#journal/schema/validate.ts';
import { tailOf } from '../content/lineEnds.ts';
import {
  commentIdOf,
  itemIn,
  linesOf,
  newItem,
  renewItem,
  type WriteOutcome,
} from './commentItem.ts';
import type { HeldComment } from './heldComment.ts';

/** Thrown where the file of an entry's comments is wrong, or written in a way that cannot be added to. */
export class CommentFileError extends Error {
  override readonly name = 'CommentFileError';
}

/** Something that is done to a file of comments. */
export type CommentChange<T> = (text: CommentText) => T;

/** How an item begins in a file that the bot may change line by line. */
const itemStart = '\n  - id: ';

/**
 * The text of a file of comments. What it says is read once, whole. After that its items are added and changed as lines
 * of their own, and only those lines are read again: with thousands of comments, one more costs what the first did.
 */
export class CommentText {
  readonly #file: string;
  readonly #entryId: string;
  #source: string | undefined;
  readonly #hidden: Map<string, boolean>;
  #isByLine: boolean;

  /** @throws {CommentFileError} where the file cannot be read. */
  constructor(
    file: string,
    entryId: string,
    source: string | undefined,
    known?: { readonly hidden: ReadonlyMap<string, boolean>; readonly isByLine: boolean },
  ) {
    this.#file = file;
    this.#entryId = entryId;
    this.#source = source;
    if (known) {
      this.#hidden = new Map(known.hidden);
      this.#isByLine = known.isByLine;
      return;
    }
    const comments = source === undefined ? [] : read(file, source).comments;
    this.#hidden = new Map(comments.map(({ id, status }) => [id, status !== 'shown']));
    this.#isByLine = source !== undefined && isListByLine(source, [...this.#hidden.keys()]);
  }

  /** As it is; undefined where there is no such file and nothing was put into it. */
  get source(): string | undefined {
    return this.#source;
  }

  copy(): CommentText {
    const known = { hidden: this.#hidden, isByLine: this.#isByLine };
    return new CommentText(this.#file, this.#entryId, this.#source, known);
  }

  standing(id: string): 'absent' | 'shown' | 'hidden' {
    const isHidden = this.#hidden.get(id);
    return isHidden === undefined ? 'absent' : isHidden ? 'hidden' : 'shown';
  }

  /** Puts a comment in, or its newer text in place of the older one, as one that readers see. */
  show(comment: HeldComment, timeZone: string): WriteOutcome {
    const id = commentIdOf(comment);
    if (!this.#hidden.has(id)) {
      this.#add(newItem(comment, timeZone, this.#answeredBy(comment)));
      this.#hidden.set(id, false);
      return 'written';
    }
    let outcome: WriteOutcome = 'written';
    this.#edit(id, (item) => {
      outcome = renewItem(item, comment, timeZone);
      item.delete('status');
    });
    this.#hidden.set(id, false);
    return outcome;
  }

  /** Says of a comment that is in the file what it answers, if it does not say so yet. */
  answers(reply: HeldComment, comment: HeldComment): void {
    const id = commentIdOf(reply);
    if (!this.#hidden.has(id)) return;
    this.#edit(id, (item) => {
      if (!item.has('replyTo')) item.set('replyTo', commentIdOf(comment));
    });
  }

  /** Hides a comment from readers. @returns whether it is in the file. */
  hide(comment: HeldComment): boolean {
    const id = commentIdOf(comment);
    if (!this.#hidden.has(id)) return false;
    this.#edit(id, (item) => item.set('status', 'removed'));
    this.#hidden.set(id, true);
    return true;
  }

  #answeredBy({ chatId, replyTo }: HeldComment): string | undefined {
    if (replyTo === undefined) return undefined;
    const id = commentIdOf({ chatId, messageId: replyTo });
    return this.#hidden.has(id) ? id : undefined;
  }

  #add(item: YAMLMap): void {
    if (this.#source === undefined || !this.#isByLine || tailOf(this.#source).length > 1)
      return this.#rewrite((items) => void items.push(item));
    const lines = linesOf(item);
    this.#check(lines);
    this.#source = this.#source.endsWith('\n')
      ? `${this.#source}${lines}`
      : `${this.#source}\n${lines.slice(0, -1)}`;
  }

  #edit(id: string, change: (item: YAMLMap) => void): void {
    const source = this.#source ?? '';
    const start = this.#isByLine ? source.indexOf(`${itemStart}${id}\n`) + 1 : 0;
    const next = source.indexOf(itemStart, start) + 1;
    const end = next === 0 ? source.length : next;
    const lines = source.slice(start, end);
    const item = start === 0 ? undefined : itemIn(lines);
    // What the owner wrote in his own way stays as far as a document can keep it.
    if (!item || linesOf(item) !== lines)
      return this.#rewrite((items) => void items.filter((one) => idOf(one) === id).forEach(change));
    change(item);
    const changed = linesOf(item);
    if (changed === lines) return;
    this.#check(changed);
    this.#source = `${source.slice(0, start)}${changed}${source.slice(end)}`;
  }

  /** @throws {CommentFileError} where lines are not what the site takes for a comment. */
  #check(lines: string): void {
    const yaml = parseYaml(`entry: e\ncomments:\n${lines}`, this.#file);
    const { faults } = validate(commentsSchema, yaml, this.#file);
    if (faults.length > 0)
      throw new CommentFileError(faults.map((fault) => formatFault(fault)).join('\n'));
  }

  /** The way for files that were written by hand, and for the first comment. */
  #rewrite(change: (items: YAMLMap[]) => void): void {
    const document =
      this.#source === undefined
        ? new Document({ entry: this.#entryId, comments: [] }, { schema: 'failsafe' })
        : parseDocument(this.#source, { schema: 'failsafe' });
    const list = document.get('comments', true);
    if (!isSeq(list)) throw new CommentFileError(`${this.#file}: "comments" is no list`);
    list.flow = false;
    const before = JSON.stringify(document.toJS());
    const items = list.items.filter((item): item is YAMLMap => isMap(item));
    const known = items.length;
    change(items);
    list.items.push(...items.slice(known));
    if (JSON.stringify(document.toJS()) === before) return;
    const plain = document.toString({ lineWidth: 0 });
    const text =
      this.#source === undefined ? plain : plain.replace(/\n+$/, '') + tailOf(this.#source);
    const { comments } = read(this.#file, text);
    this.#source = text;
    this.#isByLine = isListByLine(
      text,
      comments.map(({ id }) => id),
    );
  }
}

function idOf(item: YAMLMap): string {
  return String(item.get('id'));
}

/** Whether a file ends with its list, whose items begin with their ids, each on a line of its own. */
function isListByLine(source: string, ids: readonly string[]): boolean {
  // Of YAML, unlike of a pattern's `^`, U+2028 ends no line.
  const lines = source.split('\n');
  const starts = lines.flatMap((line) => /^ {2}- id: (\S+)$/.exec(line)?.[1] ?? []);
  const lastKey = lines.findLast((line) => /^[^\s#]/.test(line));
  return (
    ids.length > 0 &&
    lastKey?.trimEnd() === 'comments:' &&
    starts.length === ids.length &&
    ids.every((id, index) => id === starts[index])
  );
}

/** @throws {CommentFileError} */
function read(file: string, source: string): EntryComments {
  const { comments, faults } = readComments(file, source);
  if (comments) return comments;
  throw new CommentFileError(faults.map((fault) => formatFault(fault)).join('\n'));
}
