import { plainText } from '../../html/tree/plainText.ts';
import { readDate } from '../../item/dates.ts';
import type { ImportedComment, ImportedDocument } from '../../item/item.ts';
import { Notes } from '../../item/notes.ts';
import { childText, type XmlElement } from '../../xml/elements.ts';
import { fieldOf } from './entries.ts';
import { plainHtml } from './markup.ts';
import type { JournalPlaces } from './places.ts';

/** What is known of an entry beside what it says. */
export interface EntryFacts {
  readonly file: string;
  readonly places: JournalPlaces;
  readonly comments: readonly XmlElement[];
}

/** An entry as a document: an article where it has a subject, else a note. */
export function documentOf(
  entry: XmlElement,
  { file, places, comments }: EntryFacts,
): ImportedDocument {
  const notes = new Notes();
  const said = (name: string) => fieldOf(entry, name);
  const id = said('itemid');
  const title = plainText(said('subject'));
  const state = /^(?:|public)$/.test(said('security')) ? 'published' : 'private';
  const address = places.addressOf(Number(id));
  for (const name of ['current_music', 'current_mood', 'current_location'])
    if (said(name) !== '') notes.left(name.replace('_', ' '), 'Scrollback has no such field');
  if (/^(?:usemask|friends)$/.test(said('security')))
    notes.changed('entry for friends alone', 'it is a draft');
  const isFormatted = said('opt_preformatted') === '1';
  return {
    is: 'document',
    kind: 'entry',
    where: `${file}: ${title || said('eventtime') || id}`,
    key: id || `${title} ${said('eventtime')}`,
    title: title || undefined,
    date: readDate(said('eventtime')) ?? readDate(said('logtime')),
    tags: said('taglist')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    state,
    addresses: state === 'published' && address !== undefined ? [address] : [],
    feedId: state === 'published' ? address : undefined,
    body: { is: 'html', text: plainHtml(said('event'), { isFormatted, places }, notes) },
    comments: comments.flatMap((comment) => commentOf(comment, places, notes)),
    notes: notes.all,
  };
}

/** A comment; those that were taken away, or for spam, do not come. */
function commentOf(comment: XmlElement, places: JournalPlaces, notes: Notes): ImportedComment | [] {
  const state = childText(comment, 'state');
  const parent = childText(comment, 'parentid');
  const subject = childText(comment, 'subject');
  const body = childText(comment, 'body');
  const isGone = state === 'D' || body === '';
  if (isGone || state === 'B') {
    notes.left('comment', isGone ? 'it was taken away there' : 'it was taken for spam there');
    return [];
  }
  const heading = subject === '' ? '' : `<p><b>${subject}</b></p>\n\n`;
  return {
    key: childText(comment, 'id'),
    parent: parent === '' || parent === '0' ? undefined : parent,
    name: plainText(childText(comment, 'user')) || 'Anonymous',
    date: readDate(childText(comment, 'date')),
    body: { is: 'html', text: heading + plainHtml(body, { isFormatted: false, places }, notes) },
    // Frozen ones can be read. Whatever else there may be, not everybody could see.
    status: /^[AF]?$/.test(state) ? 'shown' : 'waiting',
  };
}
