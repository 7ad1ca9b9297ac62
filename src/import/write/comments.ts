import { stringify } from 'yaml';
import { isStrangersLink, schemeOf } from '#journal/address/scheme.ts';
import { commentsFile } from '#journal/content/comments.ts';
import { commentsSchema } from '#journal/schema/commentsSchema.ts';
import { placesOf } from '#journal/text/inline/nodesIn.ts';
import { parseMarkdown } from '#journal/text/markdown.ts';
import type { ImportedComment } from '../item/item.ts';
import type { Notes } from '../item/notes.ts';
import { publicName, withoutAddresses } from '../item/publicName.ts';
import {
  destinationsIn,
  linkWords,
  type Replacement,
  withReplacements,
  writtenDestination,
} from '../markdown/destinations.ts';
import { freeName } from './facts.ts';
import { writtenDate } from './moments.ts';

/** What comments are written with. `prefix` is the export's, so that the bot's own ids are never met. */
export interface CommentTools {
  readonly entryId: string;
  readonly prefix: string;
  readonly timeZone: string;
  /** Of a comment that has no date: when its entry was published. */
  readonly fallback: number;
  /** Where the journal was. */
  readonly site: string | undefined;
  markdownOf(body: ImportedComment['body'], notes: Notes): string;
}

/**
 * The file of an entry's comments, in the form that `content/comments/` has, and how many are in it. What nobody may know of
 * those who wrote them is not among it.
 */
export function writtenComments(
  comments: readonly ImportedComment[],
  tools: CommentTools,
  notes: Notes,
) {
  const taken = new Set<string>();
  // An answer means, of several comments that have its key, the first; one without a key has no answers.
  const idOfKey = new Map<string, string>();
  const dated = comments.map((comment, index) => {
    const id = freeName(commentId(tools.prefix, comment.key, index), taken);
    taken.add(id);
    if (comment.key !== '' && !idOfKey.has(comment.key)) idOfKey.set(comment.key, id);
    const date = comment.date && writtenDate(comment.date, tools.timeZone);
    return { comment, id, at: date ? date.at : tools.fallback };
  });
  const written = dated
    .sort((a, b) => a.at - b.at)
    .map((one) => {
      const replyTo = idOfKey.get(one.comment.parent ?? '');
      return writtenComment({ ...one, replyTo }, tools, notes);
    })
    .filter((one) => one.text !== '');
  const kept = new Set(written.map(({ id }) => id));
  const sound = written.map(({ replyTo, ...one }) =>
    replyTo !== undefined && kept.has(replyTo) ? { ...one, replyTo } : one,
  );
  if (sound.length < comments.length)
    notes.left('comment', 'nothing is left of its text', comments.length - sound.length);
  if (sound.length === 0) return undefined;
  const text = stringify({ entry: tools.entryId, comments: sound }, { lineWidth: 0 });
  commentsSchema.parse({ entry: tools.entryId, comments: sound });
  return { file: commentsFile(tools.entryId), text, count: sound.length };
}

/** The id that a comment has by the key that its export knows it by, or by its place where that says nothing. */
export function commentId(prefix: string, key: string, index = 0): string {
  const plain = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${prefix}-${plain === '' ? index + 1 : plain}`;
}

/** What somebody called themselves, or "?" where they had an address for a name. */
function nameOf(name: string, notes: Notes): string {
  if (withoutAddresses(name) !== name)
    notes.changed(
      'address in the name of a comment',
      'it is not published: the rest of the name, or "?"',
    );
  return publicName(name) || '?';
}

/**
 * The Markdown of a comment that was HTML, without the HTML and the tables that an entry would have of it: comments show
 * these as signs.
 */
function withoutForms(text: string): string {
  const places = (given: string, type: 'html' | 'table', become: (source: string) => string) =>
    withReplacements(
      given,
      placesOf(parseMarkdown(given), type).map(({ start, end }) => ({
        start,
        end,
        text: become(given.slice(start, end)),
      })),
    );
  const untagged = places(text, 'html', (tag) =>
    /^<br/i.test(tag) ? ' ' : tag === '<sup>' ? '^' : '',
  );
  return places(untagged, 'table', rowsOf);
}

/** The rows of a table as lines of a paragraph, which goes on in what it stands in without signs at their beginning. */
function rowsOf(table: string): string {
  const [head = '', , ...body] = table.split('\n').map((row) => row.replace(/^[\s>]+/, ''));
  const rows = [head, ...body];
  const cells = rows.map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));
  const lines = cells.map((row) => row.filter((cell) => cell !== '').join(' | '));
  // A table without a head has an empty one in Markdown.
  return lines.filter((line) => line !== '').join('\\\n');
}

/** A page, without the name and password of somebody in its address. */
function isPublicAddress(address: string): boolean {
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
  return url !== null && url.username === '' && url.password === '';
}

/** A text of somebody else leads to pages and to people: `javascript:` and its like are the words of the link alone. */
function withSafeLinks(text: string, site: string | undefined, notes: Notes): string {
  const changes = destinationsIn(text).flatMap((one): Replacement[] => {
    const { address, is, whole, start, end } = one;
    if (isStrangersLink(address)) return [];
    // One without a scheme leads to a page of the old site.
    const page = schemeOf(address) === undefined ? URL.parse(address, site)?.href : undefined;
    if (page !== undefined) return [{ start, end, text: writtenDestination(page) }];
    notes.left('address of a link in a comment', 'it leads to no page: its words stand alone');
    const hasWords = is === 'link' || (is === 'image' && !one.references);
    return [{ ...whole, text: hasWords ? linkWords(one, text) : '' }];
  });
  return withReplacements(text, changes);
}

function markdownOf(body: ImportedComment['body'], tools: CommentTools, notes: Notes): string {
  const text = tools.markdownOf(body, notes);
  return body.is === 'html' ? withoutForms(text) : text;
}

interface Placed {
  readonly comment: ImportedComment;
  readonly id: string;
  /** The id of the one that it answers. */
  readonly replyTo: string | undefined;
  readonly at: number;
}

function writtenComment({ comment, id, replyTo, at }: Placed, tools: CommentTools, notes: Notes) {
  const url = comment.url?.trim();
  return {
    id,
    name: nameOf(comment.name, notes),
    ...(url !== undefined && isPublicAddress(url) && { url }),
    date: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
    text: withSafeLinks(markdownOf(comment.body, tools, notes), tools.site, notes)
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
    ...(replyTo !== undefined && replyTo !== id && { replyTo }),
    ...(comment.status !== 'shown' && { status: comment.status }),
  };
}
