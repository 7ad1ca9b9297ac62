import { withParagraphs } from '../../html/tree/autop.ts';
import { htmlLink } from '../../html/tree/htmlText.ts';
import { mended } from '../../html/tree/mended.ts';
import { plainText } from '../../html/tree/plainText.ts';
import { readDate } from '../../item/dates.ts';
import { entryAddress } from '../../item/entryAddress.ts';
import type { ImportedComment, ImportedDocument } from '../../item/item.ts';
import { Notes } from '../../item/notes.ts';
import { childText, type XmlElement } from '../../xml/elements.ts';
import { fieldOf } from './entries.ts';
import { type JournalPlaces, journalAddress } from './places.ts';

/** An entry as a document: an article where it has a subject, else a note. */
export function documentOf(
  entry: XmlElement,
  file: string,
  places: JournalPlaces,
  comments: readonly XmlElement[],
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
    body: { is: 'html', text: plainHtml(said('event'), isFormatted, places, notes) },
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
    body: { is: 'html', text: heading + plainHtml(body, false, places, notes) },
    // Frozen ones can be read. Whatever else there may be, not everybody could see.
    status: /^[AF]?$/.test(state) ? 'shown' : 'waiting',
  };
}

/**
 * The HTML of an entry without the tags that LiveJournal alone knows: names of its users are links to their journals, what
 * stood behind a cut is a part of the text, and links to entries of the same journal lead to these. Line ends are breaks, as
 * there, unless the entry says otherwise.
 */
function plainHtml(
  event: string,
  isFormatted: boolean,
  places: JournalPlaces,
  notes: Notes,
): string {
  const isRaw = isFormatted || /<lj-raw\b/i.test(event);
  const said = withoutTags(event, places, notes).replace(
    /(<a\b[^<>]*?\shref\s*=\s*)(["']?)(https?:[^\s"'<>]+)\2/gi,
    (link: string, start: string, _quote: string, address: string) => {
      const id = places.idOf(address);
      return id === undefined ? link : `${start}"${entryAddress(String(id))}"`;
    },
  );
  const html = mended(said, notes);
  return isRaw ? html : withParagraphs(html);
}

function withoutTags(event: string, places: JournalPlaces, notes: Notes): string {
  return event
    .replace(
      /<lj\s+(user|comm|community|site)\s*=\s*["']?([\w-]+)["']?(?:\s[^<>]*)?\/?>(?:<\/lj>)?/gi,
      (_, _kind, name: string) => userLink(name, places),
    )
    .replace(/<lj-(?:poll|pq|pi)(?:-\d+)?\b[^<>]*\/?>/gi, () => {
      notes.left('poll', 'the export does not have its questions');
      return '';
    })
    .replace(/<lj-(?:like|repost|map|cut-expand)\b[^<>]*\/?>/gi, '')
    .replace(/<lj-embed\b[^<>]*?\/>/gi, () => {
      notes.left('embedded frame', 'the export does not say what it showed');
      return '';
    })
    .replace(/<\/?lj(?:-[a-z]+)*\b[^<>]*>/gi, '')
    .replace(
      /<span class=["']ljuser["'][^<>]*>[\s\S]*?<b>([\w-]+)<\/b>[\s\S]*?<\/span>/gi,
      (_, name) => userLink(String(name), places),
    );
}

function userLink(name: string, { host }: JournalPlaces): string {
  return htmlLink(journalAddress(name, host), name);
}
