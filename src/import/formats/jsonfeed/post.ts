import { htmlLink, htmlText, paragraphsOf } from '../../html/tree/htmlText.ts';
import { readDate } from '../../item/dates.ts';
import { escapedWords } from '../../item/escaped.ts';
import type { ImportedAuthor, ImportedDocument, ImportedSite } from '../../item/item.ts';
import { Notes } from '../../item/notes.ts';
import { folderOf } from '../../item/oldPath.ts';
import { writtenDestination } from '../../markdown/destinations.ts';
import { type Fields, isRecord, textIn } from '../../source/json.ts';

/** What a feed says of the whole journal. */
export function siteOf(feed: Fields): ImportedSite {
  const authors = authorsOf(feed);
  const address = textIn(feed, 'feed_url');
  return {
    is: 'site',
    url: textIn(feed, 'home_page_url'),
    title: textIn(feed, 'title'),
    tagline: textIn(feed, 'description'),
    language: textIn(feed, 'language'),
    lists: address === undefined ? [] : [{ address, feed: 'JSON Feed' }],
    authors,
    author: authors[0]?.key,
  };
}

/** An entry of the feed of a file; `hasMarkdown`: its `content_text` is Markdown. */
export function documentOf(item: Fields, file: string, hasMarkdown: boolean): ImportedDocument {
  const notes = new Notes();
  const [id, url, title] = ['id', 'url', 'title'].map((name) => textIn(item, name));
  const where = `${file}: ${title ?? url ?? id ?? 'an entry without id and url'}`;
  const external = textIn(item, 'external_url');
  const body = bodyOf(item, hasMarkdown);
  if (external !== undefined && !body.text.includes(external))
    notes.left('address that it is about', `${external}: put it into the text`);
  return {
    is: 'document',
    kind: 'entry',
    where,
    key: id ?? url ?? `${where} ${textIn(item, 'date_published') ?? ''}`,
    title,
    slug: url && slugIn(url),
    date: readDate(textIn(item, 'date_published') ?? ''),
    updated: readDate(textIn(item, 'date_modified') ?? ''),
    summary: textIn(item, 'summary'),
    tags: stringsIn(item['tags']),
    authors: authorsOf(item).map(({ key }) => key),
    language: textIn(item, 'language'),
    state: 'published',
    addresses: url === undefined ? [] : [url],
    feedId: id,
    cover: coverOf(item, body.text),
    body,
    folder: folderOf(file),
    notes: notes.all,
  };
}

/** The last segment of an address, without its ending. */
export function slugIn(url: string): string | undefined {
  const last = /([^/?#]+?)(?:\.html?)?\/?(?:[?#].*)?$/.exec(url)?.[1];
  return last !== undefined && URL.parse(url)?.host !== last ? last : undefined;
}

function stringsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => (typeof one === 'string' ? [one] : []));
}

/** Of version 1.1 there are several, of version 1 there was one. */
function authorsOf(fields: Fields): ImportedAuthor[] {
  const { authors, author } = fields;
  return [Array.isArray(authors) ? authors : [], author]
    .flat()
    .filter(isRecord)
    .flatMap((one) => {
      const name = textIn(one, 'name');
      return name === undefined ? [] : [{ key: name, name, url: textIn(one, 'url') }];
    })
    .filter(({ key }, index, all) => all.findIndex((other) => other.key === key) === index);
}

function bodyOf(item: Fields, hasMarkdown: boolean): ImportedDocument['body'] {
  const html = textIn(item, 'content_html');
  const text = textIn(item, 'content_text') ?? '';
  const files = attachmentsOf(item).filter(({ url }) => !(html ?? text).includes(url));
  return html === undefined && hasMarkdown
    ? { is: 'markdown', text: [text, ...files.map(inMarkdown)].join('\n\n') }
    : { is: 'html', text: [html ?? paragraphsOf(text), ...files.map(inHtml)].join('\n') };
}

type Attachment = ReturnType<typeof attachmentsOf>[number];

function inHtml({ url, title, isPicture }: Attachment): string {
  const alt = title === undefined ? '' : ` alt="${htmlText(title)}"`;
  if (isPicture) return `<p><img src="${htmlText(url)}"${alt}></p>`;
  return `<p>${htmlLink(url, title ?? nameIn(url))}</p>`;
}

function inMarkdown({ url, title, isPicture }: Attachment): string {
  const words = escapedWords(title ?? (isPicture ? '' : nameIn(url)));
  return `${isPicture ? '!' : ''}[${words}](${writtenDestination(url)})`;
}

function nameIn(url: string): string {
  return url.replace(/^.*\//, '');
}

function attachmentsOf({ attachments }: Fields) {
  return (Array.isArray(attachments) ? attachments : []).filter(isRecord).flatMap((one) => {
    const url = textIn(one, 'url');
    const isPicture = /^image\//.test(textIn(one, 'mime_type') ?? '');
    return url === undefined ? [] : [{ url, title: textIn(one, 'title'), isPicture }];
  });
}

/** Many name a picture that stands in the text: once is enough. */
function coverOf(item: Fields, body: string): ImportedDocument['cover'] {
  const address = textIn(item, 'image') ?? textIn(item, 'banner_image');
  if (address === undefined || body.includes(address.replace(/^.*\//, ''))) return undefined;
  return { address };
}
