import { withParagraphs } from '../../html/tree/autop.ts';
import { mended } from '../../html/tree/mended.ts';
import { plainText } from '../../html/tree/plainText.ts';
import { readDate } from '../../item/dates.ts';
import { decodedWhole } from '../../item/entryAddress.ts';
import type {
  ImportedComment,
  ImportedDocument,
  ImportedItem,
  ImportedState,
} from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { Notes } from '../../item/notes.ts';
import { childrenOf, childText, type XmlElement } from '../../xml/elements.ts';
import { type Attachments, metaOf, metasOf, termIdOf } from './attachments.ts';
import type { SharedBlocks } from './sharedBlocks.ts';
import { type ShortcodeTools, withFootnotesBlock, withoutShortcodes } from './shortcodes.ts';

/** What WordPress and its plugins keep for themselves. */
const machinery =
  /^(?:revision|nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-.*|wpcf7_.*|elementor_\w+|jp_\w+|jetpack_\w+|feedback|tablepress_table|mc4wp-form|scheduled-action|shop_\w+|product_variation|amp_\w+|is_search_form|ngg_\w+|nf_sub|wpforms\w*|spam.*|flamingo_\w+)$/;

/** What is known of a whole export. */
export interface ItemTools {
  readonly attachments: Attachments;
  readonly blocks: SharedBlocks;
  /** Whether a plugin made notes of what stands in double brackets. */
  readonly hasBracketNotes: boolean;
}

/** What an item of the channel becomes. */
export function* itemOf(item: XmlElement, file: string, tools: ItemTools): Iterable<ImportedItem> {
  const type = childText(item, 'wp:post_type') || 'post';
  const status = childText(item, 'wp:status');
  const where = `${file}: ${plainText(childText(item, 'title')) || `${type} ${childText(item, 'wp:post_id')}`}`;
  if (type === 'attachment') return;
  const why = whyLeft(type, status, tools.blocks.isShown(childText(item, 'wp:post_id')));
  if (why !== undefined) yield leftOut(where, type, why);
  else yield documentOf(item, { where, type, status }, tools);
}

function whyLeft(type: string, status: string, isShown: boolean): string | undefined {
  if (type === 'wp_block')
    return isShown ? 'its words come with the entries that show it' : 'it was not published';
  if (machinery.test(type)) return 'WordPress keeps it for itself';
  if (status === 'trash') return 'it was in the trash';
  return status === 'auto-draft' ? 'a draft that nobody began' : undefined;
}

/** What WordPress calls the category of what has none, in its translations. */
const noCategory =
  /^(?:uncategori[sz]ed|allgemein|non classé|sin categoría|sem categoria|senza categoria|geen categorie|bez kategorii|nezařazené|fără categorie|okategoriserade|ukategorisert|ikke kategoriseret|χωρίς κατηγορία|без рубрики|без категорії|غير مصنف|未分類|未分类|미분류)$/i;

function documentOf(
  item: XmlElement,
  { where, type, status }: Readonly<Record<'where' | 'type' | 'status', string>>,
  { attachments, blocks, hasBracketNotes }: ItemTools,
): ImportedDocument {
  const notes = new Notes();
  if (type !== 'post' && type !== 'page')
    notes.changed(`entry of the type "${type}"`, 'an article or a note');
  if (status === 'pending') notes.changed('entry that waited for review', 'it is a draft');
  const id = childText(item, 'wp:post_id');
  const link = childText(item, 'link');
  const content = blocks.filled(childText(item, 'content:encoded'), notes);
  const body = bodyOf(content, item, { entry: id, attachments, hasBracketNotes }, notes);
  const state = stateOf(status, childText(item, 'wp:post_password'));
  const categories = termsOf(item, 'category', 'post_tag').filter(
    (name) => !noCategory.test(name.normalize('NFC')),
  );
  return {
    is: 'document',
    kind: type === 'page' ? 'page' : 'entry',
    where,
    key: id || childText(item, 'guid') || link,
    title: plainText(childText(item, 'title')) || undefined,
    slug: decodedWhole(childText(item, 'wp:post_name')) || undefined,
    date: dateOf(item, 'wp:post_date', 'wp:post_date_gmt') ?? readDate(childText(item, 'pubDate')),
    updated: dateOf(item, 'wp:post_modified', 'wp:post_modified_gmt'),
    summary:
      plainText(childText(item, 'excerpt:encoded')) ||
      metaOf(item, '_yoast_wpseo_metadesc') ||
      undefined,
    tags: [...new Set(categories)],
    series: seriesOf(item),
    authors: authorsOf(item),
    language: languageOf(item),
    translationKey: termIdOf(item, 'post_translations'),
    state,
    addresses: state === 'draft' ? [] : [link, ...oldSlugs(item, link)].filter((one) => one !== ''),
    shortAddresses: [childText(item, 'guid'), `/?p=${id}`, `/?page_id=${id}`],
    feedId: type === 'page' ? undefined : childText(item, 'guid') || undefined,
    cover: coverOf(item, content, attachments),
    body: { is: 'html', text: body },
    comments: commentsOf(item, notes),
    notes: notes.all,
  };
}

function bodyOf(content: string, item: XmlElement, tools: ShortcodeTools, notes: Notes): string {
  const withNotes = withFootnotesBlock(
    withLanguages(tools.attachments.withoutPages(content)),
    metaOf(item, 'footnotes'),
  );
  const said = mended(withoutShortcodes(withNotes, tools, notes), notes);
  const whole = said
    .replace(/\s*<!--\s*nextpage\s*-->\s*/g, '\n\n')
    .replace(/<!--\s*(?:more|noteaser)\b[\s\S]*?-->/g, '');
  return /<!--\s*wp:/.test(content) ? whole : withParagraphs(whole);
}

/** Code with the language that only the comment of its block says. */
function withLanguages(content: string): string {
  return content.replace(
    /(<!--\s*wp:[\w/-]+\s+\{[^\n]*?"language":"([\w+#-]+)"[^\n]*?-->\s*<pre)\b/g,
    '$1 data-lang="$2"',
  );
}

function stateOf(status: string, password: string): ImportedState {
  if (password !== '') return 'password';
  if (status === 'private') return 'private';
  return status === 'publish' || status === 'future' || status === '' ? 'published' : 'draft';
}

/** The clock of the site with its offset from Greenwich, where the export has both. */
function dateOf(item: XmlElement, localKey: string, utcKey: string): string | undefined {
  const local = readDate(childText(item, localKey));
  const utc = readDate(childText(item, utcKey));
  if (local === undefined || utc === undefined) return local ?? (utc && `${utc}Z`);
  const minutes = Math.round((Date.parse(`${local}Z`) - Date.parse(`${utc}Z`)) / 60_000);
  if (!Number.isFinite(minutes) || Math.abs(minutes) > 14 * 60) return `${utc}Z`;
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

function termsOf(item: XmlElement, ...domains: readonly string[]): string[] {
  return childrenOf(item, 'category')
    .filter(({ attributes }) => domains.includes(attributes['domain'] ?? 'category'))
    .map(({ text }) => plainText(text))
    .filter((name) => name !== '');
}

/** Organize Series and its kin keep series as a taxonomy, and the part as a field. */
function seriesOf(item: XmlElement): ImportedDocument['series'] {
  const [title] = termsOf(item, 'series', 'post_series', 'collection');
  if (title === undefined) return undefined;
  const field = childrenOf(item, 'wp:postmeta').find((meta) =>
    /^_?series_part(?:_\d+)?$/.test(childText(meta, 'wp:meta_key')),
  );
  const part = field ? Number(childText(field, 'wp:meta_value')) : Number.NaN;
  return { title, part: Number.isInteger(part) && part > 0 ? part : undefined };
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/**
 * The language of an entry, which Polylang keeps as a term. Terms of others that are called so name languages of programs as
 * well (`php`, `go`, and `lua`, which is one that people speak, too).
 */
function languageOf(item: XmlElement): string | undefined {
  const tag = termIdOf(item, 'language') ?? '';
  const [, language = ''] = /^([a-z]{2,3})(?:-|$)/.exec(tag) ?? [];
  if (language === '' || languages.of(language) === undefined) return undefined;
  return language.length === 2 || termIdOf(item, 'post_translations') ? tag : undefined;
}

/** Co-Authors Plus keeps those who wrote together as a taxonomy. */
function authorsOf(item: XmlElement): string[] {
  const together = childrenOf(item, 'category')
    .filter(({ attributes }) => attributes['domain'] === 'author')
    // The text is the name with which they log in, by which the export lists them.
    .map(
      ({ attributes, text }) => text.trim() || (attributes['nicename'] ?? '').replace(/^cap-/, ''),
    )
    .filter((name) => name !== '');
  const creator = childText(item, 'dc:creator');
  return together.length > 0 ? together : creator === '' ? [] : [creator];
}

/** Addresses that an entry had before its last segment was changed. */
function oldSlugs(item: XmlElement, link: string): string[] {
  if (!/\/[^/]+\/?$/.test(link) || link.includes('?')) return [];
  return metasOf(item, '_wp_old_slug').map((slug) => link.replace(/[^/]+(\/?)$/, `${slug}$1`));
}

function coverOf(item: XmlElement, content: string, attachments: Attachments) {
  const picture = attachments.find(metaOf(item, '_thumbnail_id'));
  if (!picture || picture.address === '') return undefined;
  // Many show the same picture at the head of the text: once is enough.
  const name = picture.address.replace(/^.*\//, '').replace(/\.\w+$/, '');
  if (name !== '' && content.slice(0, 1500).includes(name)) return undefined;
  return {
    address: picture.address,
    alt: picture.alt || undefined,
    caption: plainText(picture.caption) || undefined,
  };
}

/** The comments of an item, without what is spam and without what machines wrote. Nobody's addresses are read. */
function commentsOf(item: XmlElement, notes: Notes): ImportedComment[] {
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
