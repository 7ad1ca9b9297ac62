import { readDate } from '../../item/dates.ts';
import type { ImportedComment, ImportedDocument, ImportedState } from '../../item/item.ts';
import { childrenOf, childText, type XmlElement } from '../../xml/elements.ts';

/** What an entry of a Blogger feed is. */
export type EntryKind = 'post' | 'page' | 'comment' | 'settings' | 'other';

/** The kind of an entry: exports of old say it in a category, those of Takeout in an element. */
export function kindOf(entry: XmlElement): EntryKind {
  const said = childText(entry, 'blogger:type').toLowerCase();
  const term = childrenOf(entry, 'category')
    .map(({ attributes }) => /\/kind#(\w+)$|#kind.*#(\w+)$/.exec(attributes['term'] ?? ''))
    .find((found) => found !== null);
  const kind = said || (term?.[1] ?? term?.[2] ?? '');
  return kind === 'post' || kind === 'page' || kind === 'comment' || kind === 'settings'
    ? kind
    : 'other';
}

/** Id of the entry, such as `tag:blogger.com,1999:blog-1.post-2`. */
export function idOf(entry: XmlElement): string {
  return childText(entry, 'id');
}

/** Address of the page of an entry, or of a whole feed; whole, or from the root as Takeout has it. */
export function pageOf(entry: XmlElement): string | undefined {
  const file = childText(entry, 'blogger:filename');
  if (file !== '') return file;
  return childrenOf(entry, 'link').find(
    ({ attributes }) =>
      attributes['rel'] === 'alternate' && attributes['type'] !== 'application/atom+xml',
  )?.attributes['href'];
}

/** The entry that a comment stands below, by its id. */
export function parentOf(comment: XmlElement): string {
  const [above] = childrenOf(comment, 'thr:in-reply-to');
  return childText(comment, 'blogger:parent') || (above?.attributes['ref'] ?? '');
}

/** Why an entry that is there for its owner alone does not come; undefined for all others. */
export function goneReason(entry: XmlElement): string | undefined {
  const isGone = /TRASHED|SPAM|EMPTIED|DELETED/.test(childText(entry, 'blogger:status'));
  return isGone ? 'it was in the trash, or was spam' : undefined;
}

/** A post or a page. */
export function documentOf(
  entry: XmlElement,
  { file, comments }: { readonly file: string; readonly comments: readonly ImportedComment[] },
): ImportedDocument {
  const id = idOf(entry);
  const title = childText(entry, 'title');
  const page = pageOf(entry);
  const state = stateOf(entry);
  const name = childText(entry, 'author', 'name');
  const date = readDate(childText(entry, 'published'));
  return {
    is: 'document',
    kind: kindOf(entry) === 'page' ? 'page' : 'entry',
    where: `${file}: ${title || id}`,
    key: id,
    title: title || undefined,
    slug: page
      ?.split('/')
      .at(-1)
      ?.replace(/\.html$/, ''),
    date,
    updated: updatedOf(entry, date),
    summary: childText(entry, 'blogger:metaDescription') || undefined,
    tags: tagsOf(entry),
    authors: name === '' ? [] : [name],
    state,
    addresses: page === undefined || state !== 'published' ? [] : [page],
    feedId: state === 'published' ? id || undefined : undefined,
    body: { is: 'html', text: childText(entry, 'content') },
    comments,
  };
}

function stateOf(entry: XmlElement): ImportedState {
  const isDraft = childText(entry, 'app:control', 'app:draft') === 'yes';
  return isDraft || /DRAFT/.test(childText(entry, 'blogger:status')) ? 'draft' : 'published';
}

const dayLength = 86_400_000;

/** Blogger writes a new time whenever it saves: what was saved on the day is no news for readers. */
function updatedOf(entry: XmlElement, date: string | undefined): string | undefined {
  const updated = readDate(childText(entry, 'updated'));
  if (updated === undefined || date === undefined) return updated;
  return Date.parse(updated) - Date.parse(date) > dayLength ? updated : undefined;
}

function tagsOf(entry: XmlElement): string[] {
  return childrenOf(entry, 'category').flatMap(({ attributes }) => {
    const { scheme = '', term = '' } = attributes;
    return /#kind$/.test(scheme) || /\/kind#/.test(term) || term === '' ? [] : [term];
  });
}

/** A comment, without the addresses of who wrote it. */
export function commentOf(entry: XmlElement): ImportedComment {
  const related = childrenOf(entry, 'link').find(
    ({ attributes }) => attributes['rel'] === 'related',
  );
  const number = /\/(\d+)$/.exec(related?.attributes['href'] ?? '')?.[1];
  const parent = childText(entry, 'blogger:inReplyTo') || number;
  const url = childText(entry, 'author', 'uri');
  return {
    key: numberOf(idOf(entry)),
    parent: parent === undefined || parent === '' ? undefined : numberOf(parent),
    name: childText(entry, 'author', 'name') || 'Anonymous',
    // The profile that Blogger made for everybody is no page of theirs.
    url: url && !/\/\/(?:www\.)?blogger\.com\/profile\//.test(url) ? url : undefined,
    date: readDate(childText(entry, 'published')),
    body: { is: 'html', text: childText(entry, 'content') },
    status: statusOf(entry),
  };
}

/** What its writer took away has words of Blogger in the place of theirs. */
function statusOf(entry: XmlElement): ImportedComment['status'] {
  const isRemoved = childrenOf(entry, 'gd:extendedProperty').some(
    ({ attributes }) => attributes['name'] === 'blogger.contentRemoved',
  );
  if (isRemoved) return 'removed';
  return /PENDING/.test(childText(entry, 'blogger:status')) ? 'waiting' : 'shown';
}

function numberOf(id: string): string {
  return id.replace(/^.*[-.]/, '');
}
