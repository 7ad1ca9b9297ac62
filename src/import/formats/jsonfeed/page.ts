import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import {
  attributeOf,
  classesOf,
  elementsIn,
  type Holder,
  hasClass,
  lineOf,
} from '../../html/tree/tree.ts';
import { readDate } from '../../item/dates.ts';
import type { ImportedDocument, ImportedItem, ImportedSite } from '../../item/item.ts';
import { folderOf } from '../../item/oldPath.ts';
import type { Source } from '../../source/source.ts';
import { headOf, readSourceText } from '../../source/text.ts';
import { slugIn } from './post.ts';

/** The page of an archive that holds all its entries as microformats (h-feed); undefined where there is none. */
export async function pageIn(source: Source): Promise<string | undefined> {
  const likely = source.names.filter((name) => /^(?:[^/]+\/)?index\.html?$/i.test(name));
  for (const name of likely)
    if (hasEntries.test((await headOf(source, name, 200_000)).toString('utf8'))) return name;
  return undefined;
}

const hasEntries = /\bclass\s*=\s*["']?[^"'>]*\bh-(?:feed|entry)\b/i;

/** The site, and the entries, of such a page. */
export async function* itemsOfPage(source: Source, file: string): AsyncIterable<ImportedItem> {
  const root = fromHtml((await readSourceText(source, file)).text);
  const entries = entriesIn(root);
  yield siteOf(root, entries);
  for (const entry of entries) yield documentOf(entry, file);
}

/** Those that stand in no other: what somebody answers may be quoted as one. */
function entriesIn(holder: Holder): Element[] {
  return holder.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return hasClass(child, 'h-entry') ? [child] : entriesIn(child);
  });
}

/** The first property of a name that is not of something within. */
function property(holder: Holder, ...names: readonly string[]): Element | undefined {
  return propertiesIn(holder, names)[0];
}

function propertiesIn(holder: Holder, names: readonly string[]): Element[] {
  return holder.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    const own = names.some((name) => hasClass(child, name)) ? [child] : [];
    const isApart = /(?:^|\s)(?:h-[a-z]|e-content)/.test(classesOf(child));
    return [...own, ...(isApart ? [] : propertiesIn(child, names))];
  });
}

function wordsOf(element: Element | undefined): string | undefined {
  return (element && lineOf(element)) || undefined;
}

function addressOf(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  return attributeOf(element, 'href') || attributeOf(element, 'src') || wordsOf(element);
}

function dateOf(element: Element | undefined): string | undefined {
  return readDate((element && attributeOf(element, 'dateTime')) || wordsOf(element) || '');
}

function siteOf(root: Root, entries: readonly Element[]): ImportedSite {
  const all = elementsIn(root);
  const feed = all.find((one) => hasClass(one, 'h-feed')) ?? root;
  const card = all.find((one) => hasClass(one, 'h-card'));
  const name = card && (wordsOf(property(card, 'p-name')) ?? wordsOf(card));
  const url =
    card && (addressOf(property(card, 'u-url')) ?? (attributeOf(card, 'href') || undefined));
  const html = all.find(({ tagName }) => tagName === 'html');
  const first = entries
    .map((one) => addressOf(property(one, 'u-url')))
    .find((one) => one && URL.parse(one));
  return {
    is: 'site',
    title:
      wordsOf(property(feed, 'p-name')) ?? wordsOf(all.find(({ tagName }) => tagName === 'title')),
    tagline: wordsOf(property(feed, 'p-summary', 'p-note')),
    url: first && new URL('/', first).href,
    language: html && (attributeOf(html, 'lang') || undefined),
    authors: name === undefined ? [] : [{ key: name, name, url }],
    author: name,
  };
}

function documentOf(entry: Element, file: string): ImportedDocument {
  const url = addressOf(property(entry, 'u-url'));
  const id = addressOf(property(entry, 'u-uid')) ?? url;
  const content = property(entry, 'e-content');
  const name = wordsOf(property(entry, 'p-name'));
  const words = wordsOf(content) ?? '';
  // A name that is the words themselves is that of a note.
  const title = name !== undefined && words.startsWith(name.replace(/…$/, '')) ? undefined : name;
  const photos = propertiesIn(entry, ['u-photo']).filter(({ tagName }) => tagName === 'img');
  const date = dateOf(property(entry, 'dt-published'));
  return {
    is: 'document',
    kind: 'entry',
    where: `${file}: ${title ?? url ?? id ?? 'an entry without an address'}`,
    key: id ?? `${date ?? ''} ${words.slice(0, 80)}`,
    title,
    slug: url && slugIn(url),
    date,
    updated: dateOf(property(entry, 'dt-updated')),
    tags: propertiesIn(entry, ['p-category']).flatMap((one) => wordsOf(one) ?? []),
    inReplyTo: addressOf(property(entry, 'u-in-reply-to')),
    syndication: propertiesIn(entry, ['u-syndication']).flatMap((one) => addressOf(one) ?? []),
    state: 'published',
    addresses: url === undefined ? [] : [url],
    feedId: id,
    body: { is: 'html', text: toHtml([...(content?.children ?? entry.children), ...photos]) },
    folder: folderOf(file),
  };
}
