import { withParagraphs } from '../../html/tree/autop.ts';
import { htmlText } from '../../html/tree/htmlText.ts';
import { mended } from '../../html/tree/mended.ts';
import { entryAddress } from '../../item/entryAddress.ts';
import type { Notes } from '../../item/notes.ts';
import { type JournalPlaces, journalAddress } from './places.ts';

/**
 * The HTML of an entry without the tags that LiveJournal alone knows: names of its users are links to their journals, what
 * stood behind a cut is a part of the text, and links to entries of the same journal lead to these. Line ends are breaks, as
 * there, unless the entry says otherwise.
 */
export function plainHtml(
  event: string,
  { isFormatted, places }: { readonly isFormatted: boolean; readonly places: JournalPlaces },
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
  return `<a href="${journalAddress(name, host)}">${htmlText(name)}</a>`;
}
