import { feedFormats } from '#journal/public/feedFormats.ts';
import type { FeedPart } from './feedBytes.ts';
import type { FeedView } from './feedView.ts';
import { type FeedItem, lastChange, type Person } from './item.ts';
import { itemBody } from './itemBody.ts';
import { element, elementParts, textElement } from './xml.ts';

const [, format] = feedFormats;

/** A feed as Atom (RFC 4287) with whole entries. */
export async function atomFeed({
  id,
  title,
  language,
  description,
  descriptionLanguage,
  address,
  self,
  authors,
  journal,
  items,
}: FeedView): Promise<FeedPart[]> {
  const namespaces = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language };
  const head = [
    textElement('id', id),
    textElement('title', title),
    textElement('subtitle', description, { 'xml:lang': descriptionLanguage }),
    element('link', { rel: 'self', type: format.type, href: self[format.file] }),
    element('link', { rel: 'alternate', type: 'text/html', href: address }),
    // Required of a feed without entries too, and a feed that never changed has no better moment.
    textElement('updated', dateTime(lastChange(items) ?? 0)),
    // Required as long as one entry has none. A journal that nobody signs speaks for itself.
    ...(authors.length > 0 ? authors : [{ name: journal.title, url: undefined }]).map(author),
  ].join('');
  const entries = await Promise.all(items.map((item) => atomEntry(journal, item)));
  const parts = elementParts('feed', namespaces, [head, ...entries.flat()]);
  return ['<?xml version="1.0" encoding="UTF-8"?>\n', ...parts, '\n'];
}

async function atomEntry(journal: FeedView['journal'], item: FeedItem): Promise<FeedPart[]> {
  const head = [
    textElement('id', iri(item.id, journal.id)),
    // Required, and an untitled note has none: readers take an empty one for what it is.
    textElement('title', item.title ?? ''),
    element('link', { rel: 'alternate', type: 'text/html', href: item.address }),
    item.inReplyTo === undefined ? '' : element('link', { rel: 'related', href: item.inReplyTo }),
    ...item.recordings.map(({ address, type, bytes }) =>
      element('link', { rel: 'enclosure', type, length: String(bytes), href: address }),
    ),
    textElement('published', dateTime(item.published)),
    textElement('updated', dateTime(item.updated ?? item.published)),
    ...item.authors.map(author),
    ...item.tags.map((tag) => element('category', { term: tag })),
    item.summary === '' ? '' : textElement('summary', item.summary),
  ].join('');
  const { atom } = await itemBody(item);
  const content = elementParts('content', { type: 'html' }, [atom]);
  return ['\n', ...elementParts('entry', { 'xml:lang': item.lang }, [head, ...content])];
}

function author({ name, url }: Person): string {
  const uri = url === undefined ? '' : textElement('uri', url);
  return element('author', {}, textElement('name', name) + uri);
}

/** Atom demands an IRI. An id that is none (`post-123`, as some other program called it) is put below the journal's. */
function iri(id: string, journal: string): string {
  return /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(id)
    ? id
    : `${journal}#${encodeURIComponent(id)}`;
}

function dateTime(at: number): string {
  return new Date(at).toISOString();
}
