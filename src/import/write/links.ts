import { posix } from 'node:path';
import { decoded } from '#journal/address/contentPath.ts';
import { isLinkable } from '#journal/address/scheme.ts';
import type { FoundFile } from '../format/files.ts';
import { htmlText } from '../html/tree/htmlText.ts';
import { startTagAt } from '../html/tree/startTag.ts';
import { readEntryAddress, withoutEntryAddresses } from '../item/entryAddress.ts';
import { escapedWords } from '../item/escaped.ts';
import type { Notes } from '../item/notes.ts';
import { encodedPath } from '../item/oldPath.ts';
import {
  type Destination,
  destinationsIn,
  linkWords,
  type Reference,
  type Replacement,
  withReplacements,
  writtenDestination,
} from '../markdown/destinations.ts';
import type { AddressBook } from './addressBook.ts';
import {
  type FilesBeside,
  findFile,
  type MediaTools,
  sourceFileOf,
  wholeAddress,
} from './media.ts';
import type { PlannedDocument } from './plan.ts';
import { isHiddenFrom, withoutWay } from './unpublished.ts';

/** What the addresses of one document are read with. */
export interface LinkTools {
  readonly book: AddressBook;
  readonly media: MediaTools;
  readonly planned: Pick<PlannedDocument, 'file' | 'seenAs' | 'date'>;
  /** Folder of the source in which the document stands. */
  readonly folder: string;
  /** The document's own old address, by which relative ones are read. */
  readonly base: string | undefined;
  readonly beside: FilesBeside;
  readonly notes: Notes;
  /** Pictures are looked for at once, and put in their places in the order of the text. */
  readonly loading: Map<string, Promise<FoundFile>>;
}

/**
 * A body whose links among the imported documents lead to their files, and whose pictures and other files lie beside it.
 * A picture that could not be found is a link to where it was, and the report names it.
 */
export async function relinked(body: string, tools: LinkTools): Promise<string> {
  const replacements: Replacement[] = [];
  const destinations = destinationsIn(body);
  for (const { address } of destinations.filter(isPicture))
    if (!tools.loading.has(address))
      tools.loading.set(address, findFile(address, tools.folder, tools.media));
  for (const one of destinations) replacements.push(...(await replacementsFor(one, body, tools)));
  return withoutBareAddresses(withReplacements(body, replacements), tools);
}

/** An address of a document that stands where no link can be, as in running text, is the one that it has here. */
function withoutBareAddresses(text: string, { book, planned, notes }: LinkTools): string {
  return withoutEntryAddresses(text, ({ key, fragment }) => {
    const found = book.at(key);
    if (!found) {
      notes.left('link', `${key} is not in the export`);
      return key;
    }
    if (isHiddenFrom(planned, found)) {
      notes.left('address', 'it leads to what is not published');
      return '(not published)';
    }
    notes.changed('address in the text', 'the one that the entry has here');
    return found.path + book.fragmentOf(fragment, found);
  });
}

function isPicture({ is }: Destination): boolean {
  return is === 'image' || is === 'html image';
}

async function replacementsFor(one: Destination, body: string, tools: LinkTools) {
  if (/^#|^$/.test(one.address)) return [];
  if (isPicture(one)) return await picture(one, body, tools);
  const found = documentAt(one.address, tools);
  if (!found) return [listOf(one, tools) ?? (await otherLink(one, body, tools)) ?? []].flat();
  const { planned, fragment } = found;
  if (isHiddenFrom(tools.planned, planned)) return withoutWay(one, body, planned, tools.notes);
  const isOwn = planned.file === tools.planned.file && fragment !== '';
  // The way from one file to another, for whoever reads the files themselves.
  return [rewritten(one, (isOwn ? '' : wayTo(planned.file, tools.planned.file)) + fragment)];
}

/** A link to what the old journal listed by a tag or a category leads to the page of that. */
function listOf(one: Destination, { book, notes }: LinkTools): Replacement | undefined {
  const page = book.tagPage(one.address);
  if (page === undefined) return undefined;
  notes.changed('link to a category or a tag', 'the page of that tag');
  return rewritten(one, encodeURI(page));
}

async function otherLink(one: Destination, body: string, tools: LinkTools) {
  if (readEntryAddress(one.address))
    return one.is === 'link' ? { ...one.whole, text: linkWords(one, body) } : undefined;
  if (one.is === 'link' && !isLinkable(one.address)) return wordsAlone(one, body, tools);
  return (await fileLink(one, tools)) ?? missingFile(one, body, tools);
}

/** A link that leads where no link may: `javascript:`, `file:`, a scheme with a slip in it. */
function wordsAlone(one: Destination, body: string, { notes }: LinkTools): Replacement {
  notes.left(
    'address of a link',
    `${one.address.slice(0, 60)}: no page may have it; its words stand alone`,
  );
  return { ...one.whole, text: linkWords(one, body) };
}

/** The document that an address leads to. */
function documentAt(address: string, { book, notes, folder, base }: LinkTools) {
  const found = book.find(address) ?? book.findFrom(address, folder, base);
  if (found) return found;
  const named = readEntryAddress(address);
  if (named) notes.left('link', `${named.key} is not in the export`);
  return undefined;
}

/** The address of a file of the content folder, seen from another. */
export function wayTo(file: string, from: string): string {
  return encodedPath(posix.relative(posix.dirname(from), file));
}

/** What stands in the place of an address of a text, by what has it. */
export function rewritten(one: Destination, address: string): Replacement {
  const { start, end } = one;
  if (one.is === 'autolink')
    return { start, end, text: `[${one.address}](${writtenDestination(address)})` };
  if (one.is === 'html link' || one.is === 'html image')
    return { start, end, text: `"${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"` };
  return { start, end, text: writtenDestination(address) };
}

async function picture(one: Destination, body: string, tools: LinkTools) {
  const found = await tools.loading.get(one.address);
  if (!found) return [];
  if (found.is === 'found') {
    const name = tools.beside.add(found.name, found.bytes);
    tools.notes.changed('picture', 'it lies beside the entry');
    return [rewritten(one, encodeURIComponent(name))];
  }
  const shown = readEntryAddress(one.address)?.key ?? one.address;
  tools.notes.left('picture', `${shown.slice(0, mostShown)}: ${found.why}`);
  if (one.is === 'html image') return missingHtml(one, body, tools);
  if (one.references) return missingByLabel(one, one.references, tools);
  return one.whole.start === one.start ? [] : [missing(one, tools)];
}

/** Characters of an address that a report shows: a picture may stand in its own. */
const mostShown = 300;

/** A mark that a search finds again. */
const missingMark = 'missing picture';

function missing(one: Destination, { media }: LinkTools): Replacement {
  const { start, end } = one.whole;
  const words = `${escapedWords(wordsFor(one))} (${missingMark})`;
  const whole = wholeAddress(one.address, media.site);
  if (one.isInLink || whole === undefined) return { start, end, text: words };
  return { start, end, text: `[${words}](${writtenDestination(whole)})` };
}

/** The words of each place that shows it; what defines it stays where links go by it, too. */
function missingByLabel(one: Destination, references: readonly Reference[], tools: LinkTools) {
  const marked = references
    .filter(({ is }) => is === 'image')
    .map(({ whole, alt, isInLink }) => missing({ ...one, whole, alt, isInLink }, tools));
  return marked.length < references.length ? marked : [...marked, { ...one.whole, text: '' }];
}

/** What a picture shows, else what it was called. */
function wordsFor({ alt, address }: Destination): string {
  const named = readEntryAddress(address)?.key ?? address;
  const name = address.startsWith('data:') ? '' : (named.split('/').at(-1) ?? '');
  return (alt?.trim() || decoded(name) || address.slice(0, 60)).replace(/\s+/g, ' ');
}

/** The same for an `<img>` in a piece of HTML; other elements that name a picture stay. */
function missingHtml(one: Destination, body: string, { media }: LinkTools): Replacement[] {
  const before = body.slice(one.whole.start, one.start);
  const start = one.whole.start + before.toLowerCase().lastIndexOf('<img');
  const { end } = startTagAt(body, start);
  const tag = body.slice(start, end);
  if (!/^<img\b/i.test(tag) || end < one.end || end > one.whole.end) return [];
  const alt = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  const words = `${htmlText(wordsFor({ ...one, alt: alt?.[1] ?? alt?.[2] ?? '' }))} (${missingMark})`;
  const whole = wholeAddress(one.address, media.site);
  const isInLink = /<a\b(?:(?!<\/a)[\s\S])*$/i.test(body.slice(one.whole.start, start));
  const text =
    isInLink || one.isInLink || whole === undefined
      ? words
      : `<a href="${htmlText(whole)}">${words}</a>`;
  return [{ start, end, text }];
}

const fileName =
  /^(?![a-z][a-z0-9+.-]*:|[/#?])[^?#]*\.(?:pdf|zip|docx?|xlsx?|pptx?|od[tsp]|mp[34]|m4[av]|og[gv]|opus|webm|txt|csv|epub|jpe?g|png|gif|webp|avif|svg)$/i;

/** A link to a file beside the document that the export does not have, and that nobody can find on the web. */
function missingFile(one: Destination, body: string, tools: LinkTools): Replacement | undefined {
  const { media, folder, notes } = tools;
  if (one.is !== 'link' || !fileName.test(one.address) || media.site.url) return undefined;
  if (sourceFileOf(one.address, folder, media) !== undefined) return undefined;
  notes.left('file', `${one.address}: the export does not have it`);
  return { ...one.whole, text: `${linkWords(one, body)} (missing file)` };
}

/** A link to a file that the export has: it comes along. */
async function fileLink(one: Destination, tools: LinkTools): Promise<Replacement | undefined> {
  const { media, folder, planned, beside, notes } = tools;
  const name = sourceFileOf(one.address, folder, media);
  if (
    name === undefined ||
    /\.(?:html?|md|markdown|mdx)$/i.test(name) ||
    !planned.file.endsWith('/index.md')
  )
    return undefined;
  const found = await findFile(one.address, folder, media);
  if (found.is === 'missing') return undefined;
  notes.changed('file', 'it lies beside the entry');
  return rewritten(one, encodeURIComponent(beside.add(found.name, found.bytes)));
}
