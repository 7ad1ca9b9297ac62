import type { Element, ElementContent } from 'hast';
import type { Format, OpenedExport } from '../../format/format.ts';
import { rewrittenHtml } from '../../html/tree/mended.ts';
import {
  attributeOf,
  classesOf,
  element,
  elementsIn,
  hasClass,
  isElement,
  lineOf,
  linkTo,
  paragraph,
  text,
} from '../../html/tree/tree.ts';
import { readDate } from '../../item/dates.ts';
import type { ImportedDocument, ImportedItem, ImportNote } from '../../item/item.ts';
import { leftOut, orLeft } from '../../item/leftOut.ts';
import { mostCommon } from '../../item/mostCommon.ts';
import { Notes } from '../../item/notes.ts';
import { folderOf } from '../../item/oldPath.ts';
import { csvRows } from '../../source/csv.ts';
import { fieldsIn, isRecord, textIn } from '../../source/json.ts';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';

const listName = /(?:^|\/)posts\.csv$/;
const bodyName = /(?:^|\/)posts\/(\d+)(?:\.([^/]*))?\.html$/;

/** Substack's export: `posts.csv`, and in `posts` an HTML file for each. */
export const substack: Format = {
  name: 'substack',
  label: 'an export of Substack',
  looksLike: 'posts.csv beside posts/12345.title.html',
  recognises: async ({ names }) =>
    names.some((name) => listName.test(name)) && names.some((name) => bodyName.test(name)) ? 2 : 0,
  open: openSubstack,
};

type Row = Readonly<Record<string, string>>;

/** A post: its line in the list, and the file that holds its text. */
type Post = ReturnType<typeof postOf>[number];

async function openSubstack(source: Source): Promise<OpenedExport> {
  const list = source.names.find((name) => listName.test(name));
  if (list === undefined)
    throw new Error(
      `${source.name} has no posts.csv. Expected the whole archive that Settings, Exports gives.`,
    );
  const { text } = await readSourceText(source, list);
  const bodies = Map.groupBy(source.names, (name) => bodyName.exec(name)?.[1]);
  const posts = csvRows(text).flatMap((row) => postOf(row, bodies));
  const url = await addressIn(source, posts);
  return {
    async *items(): AsyncIterable<ImportedItem> {
      yield { is: 'site', url: url && `${url}/`, lists: [{ address: '/feed', feed: 'RSS' }] };
      for (const post of posts)
        yield await orLeft(post.file ?? list, 'post', () => itemOf(post, { source, list, url }));
    },
  };
}

/** `bodies`: names of files by the ids of the posts whose texts they are. */
function postOf(row: Row, bodies: ReadonlyMap<string | undefined, readonly string[]>) {
  const [, id, slug] = /^(\d+)\.?(.*)$/.exec(row['post_id'] ?? '') ?? [];
  if (id === undefined) return [];
  const file = bodies.get(id)?.[0];
  return [{ row, id, slug: slug || (bodyName.exec(file ?? '')?.[2] ?? ''), file }];
}

/** The export does not say where it was; the buttons to share a post, and links among posts, do. */
async function addressIn(source: Source, posts: readonly Post[]): Promise<string | undefined> {
  const slugs = new Set(posts.map(({ slug }) => slug));
  const origins: string[] = [];
  for (const { file } of posts) {
    if (file === undefined) continue;
    // What cannot be read is told when its turn comes.
    const { text } = await readSourceText(source, file).catch(() => ({ text: '' }));
    for (const [, origin = '', slug = ''] of text.matchAll(/(https:\/\/[\w.-]+)\/p\/([\w-]+)/g))
      if (slugs.has(slug)) origins.push(origin);
  }
  return mostCommon(origins)?.[0];
}

async function itemOf(
  { row, id, slug, file }: Post,
  { source, list, url }: { source: Source; list: string; url: string | undefined },
): Promise<ImportedItem> {
  const where = file ?? `${list}: ${row['post_id']}`;
  if (file === undefined)
    return leftOut(where, row['type'] || 'post', lacksText, row['is_published'] === 'true');
  const { text } = await readSourceText(source, file);
  const state = stateOf(row);
  const notes = new Notes(recordingNotes(row));
  return {
    is: 'document',
    kind: row['type'] === 'page' ? 'page' : 'entry',
    where,
    key: id,
    title: row['title'] || undefined,
    slug: slug || undefined,
    date: readDate(row['post_date'] ?? ''),
    fallbackDate: source.modified(file),
    summary: row['subtitle'] || undefined,
    state,
    addresses: state === 'draft' || slug === '' ? [] : [`/p/${slug}`],
    // As its feed has it: the address.
    feedId: state === 'draft' || url === undefined || slug === '' ? undefined : `${url}/p/${slug}`,
    body: { is: 'html', text: rewrittenHtml(text, notes, (node) => shown(node, notes)) },
    folder: folderOf(file),
    notes: notes.all,
  };
}

const lacksText = 'the archive has no file with its text';

function stateOf(row: Row): ImportedDocument['state'] {
  if (row['is_published'] !== 'true') return 'draft';
  return /^(?:|everyone)$/.test(row['audience'] ?? '') ? 'published' : 'private';
}

function recordingNotes(row: Row): ImportNote[] {
  const address = row['podcast_url'] ?? '';
  const how = `${address}: save it and put it beside the entry`;
  return address === '' ? [] : [{ became: 'left', what: 'recording', how }];
}

const asking =
  /\b(?:subscription-widget|subscribe-widget|button-wrapper|captioned-button-wrap|digest-post-embed|paywall-jump|poll-embed|hide-text|image-link-expand|header-anchor-parent|install-substack-app-embed)\b/;

/** An element of a body without what asks readers to subscribe and share, with pictures and embeds as plain HTML. */
function shown(node: Element, notes: Notes): readonly ElementContent[] {
  const classes = classesOf(node);
  if (asking.test(classes)) {
    const hasButton = elementsIn(node).some((one) => /\bbutton\b/.test(classesOf(one)));
    return isElement(node, 'p') && !hasButton ? [node] : [];
  }
  if (/\bcaptioned-image-container\b/.test(classes)) return pictures(node);
  if (/\blatex-rendered\b/.test(classes)) return formula(node);
  if (/\bimage-gallery-embed\b/.test(classes)) return gallery(node);
  if (/\b(?:youtube|vimeo)-wrap\b/.test(classes)) return video(node);
  if (/\bfile-embed-wrapper\b/.test(classes)) return file(node);
  if (/\bnative-(?:video|audio)-embed\b/.test(classes))
    notes.left('recording', 'the export does not have it: save it and put it beside the entry');
  if (/\btweet\b|\btwitter-embed\b|\bembedded-post\b|\bbluesky-wrap\b/.test(classes))
    return embedded(node);
  return [node];
}

/** What Substack knows of an embedded thing, as it keeps it in an attribute. */
function factsOf(node: Element) {
  return fieldsIn(attributeOf(node, 'dataAttrs'));
}

/** The picture itself in place of the smaller copies of it. */
function pictures(node: Element): ElementContent[] {
  const [caption] = elementsIn(node, 'figcaption');
  const shown = elementsIn(node, 'img').map((one) => {
    const facts = factsOf(one);
    const src = textIn(facts, 'src') ?? attributeOf(one, 'src');
    const alt = textIn(facts, 'alt') ?? (attributeOf(one, 'alt') || undefined);
    return element('img', alt === undefined ? { src } : { src, alt });
  });
  return shown.length === 0
    ? []
    : [element('figure', {}, [...shown, ...(caption ? [caption] : [])])];
}

/** A formula of which only the attributes say what it is, as MathML that does. */
function formula(node: Element): ElementContent[] {
  const tex = textIn(factsOf(node), 'persistentExpression');
  if (tex === undefined) return [node];
  const said = element('annotation', { encoding: 'application/x-tex' }, [text(tex)]);
  return [paragraph(element('math', {}, [element('semantics', {}, [said])]))];
}

function gallery(node: Element): ElementContent[] {
  const { gallery: facts } = factsOf(node);
  const images = isRecord(facts) && Array.isArray(facts['images']) ? facts['images'] : [];
  const shown = images.filter(isRecord).flatMap((one) => {
    const src = textIn(one, 'src');
    return src === undefined ? [] : [element('img', { src })];
  });
  return shown.length === 0 ? pictures(node) : [element('figure', {}, shown)];
}

function video(node: Element): ElementContent[] {
  const id = textIn(factsOf(node), 'videoId');
  if (id === undefined) return [node];
  const isVimeo = /\bvimeo-wrap\b/.test(classesOf(node));
  const href = isVimeo ? `https://vimeo.com/${id}` : `https://www.youtube.com/watch?v=${id}`;
  return [paragraph(linkTo(href, href))];
}

/** A file to be had, by its title: the box has two buttons that lead to it, and the picture of a sheet. */
function file(node: Element): ElementContent[] {
  const address = attributeOf(elementsIn(node, 'a')[0] ?? node, 'href');
  const title = elementsIn(node).find((one) => hasClass(one, 'file-embed-details-h1'));
  return address === ''
    ? [node]
    : [paragraph(linkTo(address, (title && lineOf(title)) || address))];
}

function embedded(node: Element): ElementContent[] {
  const facts = factsOf(node);
  const link = elementsIn(node, 'a').find((one) => attributeOf(one, 'href') !== '');
  const address =
    textIn(facts, 'url') ?? textIn(facts, 'canonical_url') ?? (link && attributeOf(link, 'href'));
  const words = textIn(facts, 'full_text');
  if (address === undefined) return [node];
  if (words === undefined) return [paragraph(linkTo(address, textIn(facts, 'title') ?? address))];
  const name = textIn(facts, 'name') ?? textIn(facts, 'username') ?? address;
  const source = paragraph(text('— '), linkTo(address, name));
  return [element('blockquote', {}, [paragraph(text(words)), source])];
}
