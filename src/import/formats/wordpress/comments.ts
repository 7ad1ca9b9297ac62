import { withParagraphs } from '../../html/tree/autop.ts';
import { mended } from '../../html/tree/mended.ts';
import { plainText } from '../../html/tree/plainText.ts';
import { readDate } from '../../item/dates.ts';
import type { ImportedComment } from '../../item/item.ts';
import type { Notes } from '../../item/notes.ts';
import { childrenOf, childText, type XmlElement } from '../../xml/elements.ts';

/** The comments of an item, without what is spam and without what machines wrote. Nobody's addresses are read. */
export function commentsOf(item: XmlElement, notes: Notes): ImportedComment[] {
  return childrenOf(item, 'wp:comment').flatMap((comment) => {
    const approved = childText(comment, 'wp:comment_approved');
    const type = childText(comment, 'wp:comment_type');
    if (type === 'pingback' || type === 'trackback')
      notes.left(type, 'a notice of another site, not words of a reader');
    else if (/^(?:spam|trash|post-trashed)$/.test(approved))
      notes.left('comment', 'it was spam or in the trash');
    else if (type === '' || type === 'comment') return [commentOf(comment, approved, notes)];
    else notes.left(`comment of the type "${type}"`, 'a plugin wrote it');
    return [];
  });
}

function commentOf(comment: XmlElement, approved: string, notes: Notes): ImportedComment {
  const utc = readDate(childText(comment, 'wp:comment_date_gmt'));
  const parent = childText(comment, 'wp:comment_parent');
  return {
    key: childText(comment, 'wp:comment_id'),
    parent: parent === '' || parent === '0' ? undefined : parent,
    name: plainText(childText(comment, 'wp:comment_author')),
    url: childText(comment, 'wp:comment_author_url') || undefined,
    date: utc === undefined ? readDate(childText(comment, 'wp:comment_date')) : `${utc}Z`,
    body: {
      is: 'html',
      text: withParagraphs(mended(childText(comment, 'wp:comment_content'), notes)),
    },
    status: approved === '0' ? 'waiting' : 'shown',
  };
}
