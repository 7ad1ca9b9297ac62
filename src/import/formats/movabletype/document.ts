import { withParagraphs } from '../../html/tree/autop.ts';
import { mended } from '../../html/tree/mended.ts';
import { plainText } from '../../html/tree/plainText.ts';
import { readDate } from '../../item/dates.ts';
import type { ImportedComment, ImportedDocument, ImportedState } from '../../item/item.ts';
import { Notes } from '../../item/notes.ts';
import { folderOf } from '../../item/oldPath.ts';
import { keptSource } from '../../markdown/otherLanguage.ts';
import { plainMarkdown } from '../../markdown/plainMarkdown.ts';
import {
  type ExportEntry,
  exportDate,
  type Fields,
  fieldIn,
  fieldOf,
  fieldsOf,
  type Section,
  textOf,
} from './entries.ts';

/** An entry of the export of a file as a document; `address`: where it was. */
export function documentOf(
  entry: ExportEntry,
  file: string,
  where: string,
  address: string | undefined,
): ImportedDocument {
  const { fields } = entry;
  const notes = new Notes();
  const basename = fieldOf(fields, 'BASENAME');
  const title = plainText(fieldOf(fields, 'TITLE'));
  const author = fieldOf(fields, 'AUTHOR');
  const written = fieldOf(fields, 'DATE');
  const date = exportDate(written) ?? readDate(written);
  if (date === undefined && written !== '') notes.left(`DATE: ${written}`, 'it is no date');
  const state = stateOf(fieldOf(fields, 'STATUS'), date, notes);
  const { kept, ...body } = bodyOf(entry, notes);
  return {
    is: 'document',
    kind: 'entry',
    where,
    key: fieldOf(fields, 'UNIQUE URL') || `${basename || title} ${written}`,
    title: title || undefined,
    slug: slugOf(basename || (address ?? '')),
    date,
    summary: plainText(textOf(entry, 'EXCERPT')) || undefined,
    tags: tagsOf(entry, notes),
    authors: author === '' ? [] : [author],
    state,
    addresses: address === undefined || state === 'draft' ? [] : [address],
    body,
    folder: folderOf(file),
    ...kept,
    comments: commentsOf(entry, notes),
    notes: notes.all,
  };
}

/** What waited for a day that nobody can tell any more waits on. */
function stateOf(status: string, date: string | undefined, notes: Notes): ImportedState {
  const isPublished =
    date === undefined ? /^(?:publish(?:ed)?|)$/i : /^(?:publish(?:ed)?|future|)$/i;
  if (isPublished.test(status)) return 'published';
  if (!/^draft$/i.test(status)) notes.changed(`status "${status}"`, 'it is a draft');
  return 'draft';
}

/** Some write what stands behind the domain there: `2019/08/01/123456`. */
function slugOf(basename: string): string | undefined {
  return /([^/]+?)(?:\.html?)?\/?$/.exec(basename)?.[1];
}

/** What is written in two fields is one text; in which language, the name of a filter says. */
function bodyOf(
  entry: ExportEntry,
  notes: Notes,
): ImportedDocument['body'] & { readonly kept?: ReturnType<typeof keptSource> } {
  const parts = [textOf(entry, 'BODY'), textOf(entry, 'EXTENDED BODY')];
  const text = parts.filter((part) => part !== '').join('\n\n');
  const filter = fieldOf(entry.fields, 'CONVERT BREAKS').toLowerCase();
  if (filter.startsWith('textile'))
    return { is: 'markdown', text: '', kept: keptSource('entry.textile', text, notes) };
  if (filter.startsWith('markdown')) return { is: 'markdown', text: plainMarkdown(text, notes) };
  const isPlain =
    /^(?:1|__default__)$/.test(filter) || (filter === '' && !/<(?:p|br|div)\b/i.test(text));
  const html = mended(text, notes);
  return { is: 'html', text: isPlain ? withParagraphs(html) : html };
}

/** Categories, tags, and keywords where these are a list. */
function tagsOf(entry: ExportEntry, notes: Notes): string[] {
  const { fields } = entry;
  const categories = ['PRIMARY CATEGORY', 'CATEGORY'].flatMap((key) => fieldsOf(fields, key));
  const keywords = textOf(entry, 'KEYWORDS').replace(/\s+/g, ' ');
  const isList = /[,;、]/.test(keywords) || !/\s/.test(keywords);
  if (!isList) notes.left('keywords', `${keywords}: nobody can tell where one of them ends`);
  const own = [...fieldsOf(fields, 'TAGS'), ...(isList ? [keywords] : [])].flatMap(listIn);
  const all = [...categories, ...own].map((tag) => plainText(tag));
  return [...new Set(all.filter((tag) => tag !== ''))];
}

/** `one,"two, or so",three`. */
function listIn(text: string): string[] {
  const found = [...text.matchAll(/"([^"]*)"|([^,;、]+)/g)];
  return found.map(([, quoted, plain = '']) => (quoted ?? plain).trim());
}

/** What stands before the words of a comment; the last ones are of those who took the format over. */
const keys = new Set('AUTHOR,EMAIL,URL,IP,DATE,TITLE,BLOG NAME,SECRET,PASS'.split(','));

/** The comments of an entry. Nobody's addresses are read, nor what was for the eyes of the owner alone. */
function commentsOf({ sections }: ExportEntry, notes: Notes): ImportedComment[] {
  const pings = sections.filter(({ name }) => name === 'PING').length;
  notes.left('trackback', 'a notice of another site, not words of a reader', pings);
  const comments = sections.filter(({ name }) => name === 'COMMENT');
  return comments.flatMap((section, index) => {
    const { fields, text } = splitComment(section);
    if (!/^(?:0|false|no|)$/i.test(fieldOf(fields, 'SECRET'))) {
      notes.left('comment', 'its writer showed it to the owner alone');
      return [];
    }
    return [commentOf(fields, text, index, notes)];
  });
}

/** Whatever stands before the last of the keys is no word of the reader: an address among it must not be published. */
function splitComment({ lines }: Section): { readonly fields: Fields; readonly text: string } {
  const fields: (readonly [string, string])[] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const found = fieldIn(line);
    // A reader may begin with such a word.
    const isOver = found ? fields.some(([key]) => key === found[0]) : line.trim() !== '';
    if (isOver) break;
    if (!found) continue;
    fields.push(found);
    if (keys.has(found[0])) start = index + 1;
  }
  return { fields, text: lines.slice(start).join('\n').trim() };
}

function commentOf(fields: Fields, text: string, index: number, notes: Notes): ImportedComment {
  const date = fieldOf(fields, 'DATE');
  return {
    key: String(index + 1),
    name: plainText(fieldOf(fields, 'AUTHOR')),
    url: fieldOf(fields, 'URL') || undefined,
    date: exportDate(date) ?? readDate(date),
    body: { is: 'html', text: withParagraphs(mended(text, notes)) },
    status: 'shown',
  };
}
