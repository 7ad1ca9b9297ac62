import { withParagraphs } from '../../html/tree/autop.ts';
import { mended } from '../../html/tree/mended.ts';
import { plainText } from '../../html/tree/plainText.ts';
import { readDate } from '../../item/dates.ts';
import type { ImportedComment } from '../../item/item.ts';
import type { Notes } from '../../item/notes.ts';
import { exportDate } from './dates.ts';
import { type ExportEntry, type Fields, fieldIn, fieldOf, type Section } from './entries.ts';

/** What stands before the words of a comment; the last ones are of those who took the format over. */
const keys = new Set('AUTHOR,EMAIL,URL,IP,DATE,TITLE,BLOG NAME,SECRET,PASS'.split(','));

/** The comments of an entry. Nobody's addresses are read, nor what was for the eyes of the owner alone. */
export function commentsOf({ sections }: ExportEntry, notes: Notes): ImportedComment[] {
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
