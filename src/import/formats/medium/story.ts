import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { mended } from '../../html/tree/mended.ts';
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
} from '../../html/tree/tree.ts';
import type { Notes } from '../../item/notes.ts';

/** The address of the story of an id; undefined for one that is not in the export. */
export type StoryAddress = (id: string) => string | undefined;

/** The end of an address or a file name of a story. */
const idAtEnd = /(?:^|[-/_])([\da-f]{8,16})(?:\.html)?(?:[?#].*)?$/;

/** The id of the story that an address or a file name is of. */
export function storyId(address: string): string | undefined {
  return idAtEnd.exec(address)?.[1];
}

/**
 * Reads a story: its `id` is Medium's own name of it, such as `efefef12121212`. Undefined for a page that is none. Its body is
 * made HTML where that is asked for; `addressOf` gives the address of a story of the same export.
 */
export function readStory(html: string, notes: Notes) {
  const all = elementsIn(fromHtml(mended(html, notes)));
  const body = all.find((one) => attributeOf(one, 'dataField') === 'body');
  if (!body) return undefined;
  const named = (name: string) => all.find((one) => hasClass(one, name));
  const words = (name: string) => plainText(named(name));
  const canonical = attributeOf(named('p-canonical') ?? body, 'href') || undefined;
  const time = named('dt-published');
  const inBody = new Set(elementsIn(body));
  const number = all
    .filter((one) => isElement(one, 'a') && !inBody.has(one))
    .map((one) => /^https:\/\/medium\.com\/p\/([\da-f]+)$/.exec(attributeOf(one, 'href'))?.[1])
    .find((one) => one !== undefined);
  const author = named('p-author');
  const title = words('p-name');
  const subtitle = wholeSubtitle(words('p-summary'), body);
  const said = saidTwice(body, title, subtitle);
  return {
    id: number ?? (canonical === undefined ? undefined : storyId(canonical)),
    title: said.isResponse ? undefined : title,
    subtitle: said.isResponse || subtitle === title ? undefined : subtitle,
    published: time && attributeOf(time, 'dateTime'),
    canonical,
    tags: all
      .filter((one) => /\bp-tag\b/.test(classesOf(one)))
      .flatMap((one) => plainText(one) ?? []),
    author: author && { name: plainText(author) ?? '', url: attributeOf(author, 'href') },
    bodyWith: (addressOf: StoryAddress) => bodyHtml(body, said.parts, addressOf),
  };
}

function plainText(node: Element | undefined): string | undefined {
  return (node && lineOf(node)) || undefined;
}

/** The head has the beginning of a long one; the body, all of it. */
function wholeSubtitle(said: string | undefined, body: Element): string | undefined {
  if (said === undefined || !said.endsWith('…')) return said;
  const own = elementsIn(body).find((one) => /\bgraf--subtitle\b/.test(classesOf(one)));
  const whole = plainText(own);
  return whole?.startsWith(said.slice(0, -1).trim()) ? whole : said;
}

/**
 * What the head says already: title and subtitle at the front of the body. A response has no title of its own: Medium puts
 * its first words there.
 */
function saidTwice(body: Element, title: string | undefined, subtitle: string | undefined) {
  const grafs = elementsIn(body).filter((one) => /\bgraf\b/.test(classesOf(one)));
  const parts = new Set(
    grafs.slice(0, 4).filter((graf) => {
      const text = plainText(graf);
      if (!isElement(graf, 'h1', 'h2', 'h3', 'h4')) return false;
      return text !== undefined && (text === title || text === subtitle);
    }),
  );
  const [first] = grafs;
  const isResponse =
    parts.size === 0 &&
    title !== undefined &&
    isElement(first, 'p') &&
    (plainText(first) ?? '').startsWith(title.replace(/…$/, ''));
  return { parts, isResponse };
}

function bodyHtml(body: Element, left: ReadonlySet<Element>, addressOf: StoryAddress): string {
  let sections = 0;
  const change = (children: readonly ElementContent[]): ElementContent[] =>
    children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element') return [child];
      if (left.has(child)) return [];
      const classes = classesOf(child);
      // The line above the first section parts it from the head.
      if (isElement(child, 'div') && /\bsection-divider\b/.test(classes))
        return sections++ === 0 ? [] : [element('hr')];
      if (/\bsectionLayout--outsetRow\b/.test(classes)) return [pictureRow(child)];
      if (/\bgraf--mixtapeEmbed\b/.test(classes)) return linkCard(child);
      const changed = { ...child, children: change(child.children) };
      if (isElement(child, 'blockquote') && /\bgraf--pullquote\b/.test(classes))
        return [element('blockquote', { className: ['pullquote'] }, changed.children)];
      // Names of paragraphs are no targets that anybody linked to by hand, but for those of notes.
      return [isElement(child, 'a') ? ownLink(changed, addressOf) : changed];
    });
  const root: Root = { type: 'root', children: change(body.children) };
  return toHtml(root);
}

/** Pictures side by side are one figure. */
function pictureRow(row: Element): Element {
  const captions = elementsIn(row, 'figcaption');
  return element('figure', {}, [...elementsIn(row, 'img'), ...captions.slice(-1)]);
}

/** A card of a page elsewhere is a link with its title. */
function linkCard(card: Element): ElementContent[] {
  const link = elementsIn(card, 'a').find((one) => attributeOf(one, 'href') !== '');
  if (!link) return [];
  const title = elementsIn(link, 'strong')[0] ?? link;
  const href = attributeOf(link, 'href');
  return [paragraph(linkTo(href, plainText(title) ?? href))];
}

function ownLink(link: Element, addressOf: StoryAddress): Element {
  const href = attributeOf(link, 'href');
  const id = /^https?:\/\//.test(href) ? storyId(href) : undefined;
  const own = id === undefined ? undefined : addressOf(id);
  return own === undefined ? link : { ...link, properties: { ...link.properties, href: own } };
}
