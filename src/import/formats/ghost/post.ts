import type { Element, ElementContent } from 'hast';
import { paragraphsOf } from '../../html/tree/htmlText.ts';
import { rewrittenHtml } from '../../html/tree/mended.ts';
import {
  attributeOf,
  element,
  elementsIn,
  hasClass,
  lineOf,
  linkTo,
  markdownText,
  paragraph,
} from '../../html/tree/tree.ts';
import { readDate } from '../../item/dates.ts';
import type { ImportedDocument, ImportedItem, ImportedPicture } from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { Notes } from '../../item/notes.ts';
import { type Fields, textIn } from '../../source/json.ts';
import { authorKey, type GhostTables, joined, rowsWith } from './data.ts';

/** A post or a page of Ghost. */
export function documentOf(post: Fields, table: GhostTables, file: string): ImportedItem {
  const id = textIn(post, 'id');
  const slug = textIn(post, 'slug');
  const where = `${file}: ${slug ?? id ?? 'a post without slug and id'}`;
  const html = textIn(post, 'html') ?? textIn(post, 'plaintext');
  const isEmpty = textIn(post, 'lexical') === undefined && textIn(post, 'mobiledoc') === undefined;
  if (html === undefined && !isEmpty) return leftOut(where, 'post', lacksHtml, true);
  const isPage = post['type'] === 'page' || post['page'] === 1 || post['page'] === true;
  const notes = new Notes();
  return {
    ...factsOf(post, table, notes),
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

function factsOf(post: Fields, table: GhostTables, notes: Notes) {
  const id = textIn(post, 'id');
  const slug = textIn(post, 'slug');
  const state = stateOf(post);
  const linked = joined(table('posts_tags'), id, 'tag_id', table('tags'));
  const tags = linked.flatMap((tag) => textIn(tag, 'name') ?? []);
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
    authors: authorsOf(post, table),
    language: textIn(post, 'locale'),
    state,
    addresses: slug === undefined || state === 'draft' ? [] : [`/${slug}/`],
    // As Ghost's feed has it.
    feedId: state === 'published' ? id : undefined,
    canonical: textIn(post, 'canonical_url'),
    cover: coverOf(post, table),
  };
}

/** What Ghost calls a post whose writer did not. */
function titleOf(post: Fields): string | undefined {
  const title = textIn(post, 'title');
  return title === '(Untitled)' ? undefined : title;
}

/** Times are in UTC, with an offset or without (as MySQL has them). */
function dateIn(post: Fields, name: string): string | undefined {
  const read = readDate(textIn(post, name) ?? '');
  return read !== undefined && /T[\d:]+$/.test(read) ? `${read}Z` : read;
}

function stateOf(post: Fields): ImportedDocument['state'] {
  if (post['status'] === 'draft') return 'draft';
  // A letter to subscribers, which never was on the site.
  if (post['status'] === 'sent') return 'private';
  return (textIn(post, 'visibility') ?? 'public') === 'public' ? 'published' : 'private';
}

function authorsOf(post: Fields, table: GhostTables): string[] {
  const id = textIn(post, 'id');
  const users = joined(table('posts_authors'), id, 'author_id', table('users'));
  const linked = users.flatMap((user) => authorKey(user) ?? []);
  const [old] = rowsWith(table('users'), 'id', textIn(post, 'author_id'));
  return linked.length > 0 ? linked : [authorKey(old) ?? []].flat();
}

function coverOf(post: Fields, table: GhostTables): ImportedPicture | undefined {
  const address = textIn(post, 'feature_image') ?? textIn(post, 'image');
  if (address === undefined) return undefined;
  const [meta] = rowsWith(table('posts_meta'), 'post_id', textIn(post, 'id'));
  return {
    address: address.replace('__GHOST_URL__', ''),
    alt: textIn(meta, 'feature_image_alt'),
    caption: textIn(meta, 'feature_image_caption')?.replace(/<[^>]*>/g, ''),
  };
}

/**
 * A body of Ghost with its cards as plain HTML: bookmarks, buttons and files as links, callouts as quotations of that kind,
 * toggles as folded text.
 */
function withoutCards(html: string, notes: Notes): string {
  return rewrittenHtml(html, notes, (node) => {
    const [, change] = Object.entries(cards).find(([name]) => hasClass(node, name)) ?? [];
    return change?.(node) ?? [node];
  });
}

const cards: Readonly<Record<string, (card: Element) => readonly ElementContent[]>> = {
  'kg-bookmark-card': (card) => linked(card, 'kg-bookmark-title'),
  'kg-file-card': (card) => linked(card, 'kg-file-card-title'),
  'kg-button-card': (card) => linked(card, 'kg-btn'),
  'kg-callout-card': callout,
  'kg-toggle-card': toggle,
  'kg-header-card': (card) => elementsIn(card, 'h1', 'h2', 'h3', 'p'),
  // They ask readers for something that this site does not have.
  'kg-signup-card': () => [],
  'kg-cta-card': (card) => card.children,
  'kg-video-card': player,
  'kg-audio-card': player,
};

/** A card that leads somewhere, as a link with its title. */
function linked(card: Element, titleClass: string): readonly ElementContent[] {
  const link = elementsIn(card, 'a').find((one) => attributeOf(one, 'href') !== '');
  if (!link) return card.children;
  const href = attributeOf(link, 'href');
  const shown = linkTo(href, lineOf(partOf(card, titleClass) ?? link) || href);
  const [caption] = elementsIn(card, 'figcaption');
  return [paragraph(shown, ...(caption ? [element('br'), ...caption.children] : []))];
}

/** The recording of a player by its title, and what stands below it: the clock of a player is no words. */
function player(card: Element): readonly ElementContent[] {
  const [recording] = elementsIn(card, 'video', 'audio');
  const [caption] = elementsIn(card, 'figcaption');
  const title = partOf(card, 'kg-audio-title');
  if (!recording) return card.children;
  const named = { ...recording.properties, ...(title && { title: lineOf(title) }) };
  const below = caption ? [paragraph(...caption.children)] : [];
  return [element(recording.tagName, named), ...below];
}

function partOf(card: Element, name: string): Element | undefined {
  return elementsIn(card).find((one) => hasClass(one, name));
}

function callout(card: Element): readonly ElementContent[] {
  const words = partOf(card, 'kg-callout-text') ?? card;
  const head = paragraph(markdownText('[!NOTE]'));
  return [element('blockquote', {}, [head, paragraph(...words.children)])];
}

function toggle(card: Element): readonly ElementContent[] {
  const heading = partOf(card, 'kg-toggle-heading-text');
  const content = partOf(card, 'kg-toggle-content');
  const summary = element('summary', {}, heading?.children);
  return [element('details', {}, [summary, ...(content?.children ?? [])])];
}
