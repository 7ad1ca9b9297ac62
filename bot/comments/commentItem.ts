import { Document, isMap, isScalar, isSeq, parseDocument, Scalar, type YAMLMap } from 'yaml';
import { formatMoment } from '#journal/schema/moment.ts';
import type { MessagePlace } from '../drafts/draftStore.ts';
import type { HeldComment } from './heldComment.ts';

/** What became of a comment's newer text: written, or left out because the owner changed the old one by hand. */
export type WriteOutcome = 'written' | 'changed-by-hand';

/** The id of a comment in its file. */
export function commentIdOf({ chatId, messageId }: MessagePlace): string {
  return `tg-${groupNumber(chatId)}-${messageId}`;
}

/** Supergroups have -100 before their own number. */
export function groupNumber(chatId: number): number {
  return chatId < -1_000_000_000_000 ? -chatId - 1_000_000_000_000 : Math.abs(chatId);
}

/** A comment as an item of YAML. `answered`: the id of the one that it answers, if that is in the file. */
export function newItem(
  comment: HeldComment,
  timeZone: string,
  answered: string | undefined,
): YAMLMap {
  const map = new Document({}, { schema: 'failsafe' }).createNode({
    id: commentIdOf(comment),
    name: comment.name,
    ...(comment.url !== undefined && { url: comment.url }),
    date: formatMoment(comment.date * 1000, timeZone),
    ...updatedOf(comment, timeZone),
    ...(answered !== undefined && { replyTo: answered }),
  }) as YAMLMap;
  map.set('text', textNode(comment.text));
  return map;
}

/** Puts the newer text of a comment in place of the one that the bot wrote. */
export function renewItem(map: YAMLMap, comment: HeldComment, timeZone: string): WriteOutcome {
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

/** An item as the lines of a list that is set in by two spaces. */
export function linesOf(item: YAMLMap): string {
  const document = new Document({ comments: [] }, { schema: 'failsafe' });
  document.set('comments', document.createNode([item]));
  return document.toString({ lineWidth: 0 }).replace(/^comments:\n/, '');
}

/** The item that such lines are; undefined where they are something else. */
export function itemIn(lines: string): YAMLMap | undefined {
  const document = parseDocument(`comments:\n${lines}`, { schema: 'failsafe' });
  const list = document.get('comments', true);
  const [item, ...others] = isSeq(list) ? list.items : [];
  return document.errors.length === 0 && isMap(item) && others.length === 0
    ? (item as YAMLMap)
    : undefined;
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
