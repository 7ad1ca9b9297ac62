import { paragraphsOf } from '../../html/tree/htmlText.ts';
import { readDate } from '../../item/dates.ts';
import type { ImportedDocument, ImportedItem, ImportedPicture } from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { Notes } from '../../item/notes.ts';
import { textIn } from '../../source/json.ts';
import { withoutCards } from './cards.ts';
import { type GhostData, joined, type Row, rowsWith } from './data.ts';
import { authorKey } from './site.ts';

/** A post or a page of Ghost. */
export function documentOf(post: Row, data: GhostData, file: string): ImportedItem {
  const id = textIn(post, 'id');
  const slug = textIn(post, 'slug');
  const where = `${file}: ${slug ?? id ?? 'a post without slug and id'}`;
  const html = textIn(post, 'html') ?? textIn(post, 'plaintext');
  const isEmpty = textIn(post, 'lexical') === undefined && textIn(post, 'mobiledoc') === undefined;
  if (html === undefined && !isEmpty) return leftOut(where, 'post', lacksHtml, true);
  const isPage = post['type'] === 'page' || post['page'] === 1 || post['page'] === true;
  const notes = new Notes();
  return {
    ...factsOf(post, data, notes),
    is: 'document',
    kind: isPage ? 'page' : 'entry',
    where,
    key: textIn(post, 'uuid') ?? id ?? slug ?? where,
    body:
      textIn(post, 'html') === undefined
        ? { is: 'html', text: paragraphsOf(html ?? '') }
        : { is: 'html', text: withoutCards((html ?? '').replaceAll('__GHOST_URL__', ''), notes) },
    notes: notes.all,
  };
}

const lacksHtml =
  'it has no "html", only the form of the editor: open and save it in Ghost, and export again';

function factsOf(post: Row, data: GhostData, notes: Notes) {
  const id = textIn(post, 'id');
  const slug = textIn(post, 'slug');
  const state = stateOf(post);
  const tags = joined(
    data.postsTags,
    { key: 'post_id', id },
    { key: 'tag_id', rows: data.tags },
  ).flatMap((tag) => textIn(tag, 'name') ?? []);
  // Ghost shows tags that begin so to nobody.
  const internal = tags.filter((tag) => tag.startsWith('#'));
  notes.left('internal tag', 'only Ghost itself saw it', internal.length);
  return {
    title: titleOf(post),
    slug,
    date: dateIn(post, 'published_at') ?? dateIn(post, 'created_at'),
    updated: dateIn(post, 'updated_at'),
    summary: textIn(post, 'custom_excerpt'),
    tags: tags.filter((tag) => !internal.includes(tag)),
    authors: authorsOf(post, data),
    language: textIn(post, 'locale'),
    state,
    addresses: slug === undefined || state === 'draft' ? [] : [`/${slug}/`],
    // As Ghost's feed has it.
    feedId: state === 'published' ? id : undefined,
    canonical: textIn(post, 'canonical_url'),
    cover: coverOf(post, data),
  };
}

/** What Ghost calls a post whose writer did not. */
function titleOf(post: Row): string | undefined {
  const title = textIn(post, 'title');
  return title === '(Untitled)' ? undefined : title;
}

/** Times are in UTC, with an offset or without (as MySQL has them). */
function dateIn(post: Row, name: string): string | undefined {
  const read = readDate(textIn(post, name) ?? '');
  return read !== undefined && /T[\d:]+$/.test(read) ? `${read}Z` : read;
}

function stateOf(post: Row): ImportedDocument['state'] {
  if (post['status'] === 'draft') return 'draft';
  // A letter to subscribers, which never was on the site.
  if (post['status'] === 'sent') return 'private';
  return (textIn(post, 'visibility') ?? 'public') === 'public' ? 'published' : 'private';
}

function authorsOf(post: Row, data: GhostData): string[] {
  const id = textIn(post, 'id');
  const linked = joined(
    data.postsAuthors,
    { key: 'post_id', id },
    { key: 'author_id', rows: data.users },
  ).flatMap((user) => authorKey(user) ?? []);
  const [old] = rowsWith(data.users, 'id', textIn(post, 'author_id'));
  return linked.length > 0 ? linked : [authorKey(old) ?? []].flat();
}

function coverOf(post: Row, data: GhostData): ImportedPicture | undefined {
  const address = textIn(post, 'feature_image') ?? textIn(post, 'image');
  if (address === undefined) return undefined;
  const [meta] = rowsWith(data.postsMeta, 'post_id', textIn(post, 'id'));
  return {
    address: address.replace('__GHOST_URL__', ''),
    alt: textIn(meta, 'feature_image_alt'),
    caption: textIn(meta, 'feature_image_caption')?.replace(/<[^>]*>/g, ''),
  };
}
