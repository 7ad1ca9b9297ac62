import { entryAddress } from '../../item/entryAddress.ts';
import type { ImportedDocument, ImportedItem } from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { Notes } from '../../item/notes.ts';
import { folderOf, lastSegment, oldAddress, rooted } from '../../item/oldPath.ts';
import { readMatter } from '../../markdown/document.ts';
import { foreignMatter, readForeignFile } from '../../markdown/foreignFile.ts';
import { type ForeignMatter, listAt, textAt } from '../../markdown/frontMatter.ts';
import { keptSource } from '../../markdown/otherLanguage.ts';
import { plainMarkdown } from '../../markdown/plainMarkdown.ts';
import { fieldsOf } from '../../markdown/siteFacts.ts';
import type { Source } from '../../source/source.ts';
import { type AddressFacts, hugoAddress } from './address.ts';
import type { HugoConfig } from './config.ts';
import type { HugoFile, HugoFiles } from './files.ts';
import { asHugo, withoutShortcodes } from './shortcodes.ts';

interface HugoTools {
  readonly source: Source;
  readonly files: HugoFiles;
  readonly config: HugoConfig;
  readonly handedDown: HandedDown;
}

/** How other documents name this one. */
export function keyOf({ name }: HugoFile, { root }: Pick<HugoFiles, 'root'>): string {
  return name.slice(root.length);
}

/** Reads one page. @throws where it cannot be read, in words for people. */
export async function readDocument(file: HugoFile, tools: HugoTools): Promise<ImportedItem> {
  const { source, files, config, handedDown } = tools;
  const notes = new Notes();
  const { matter: own, body } = await readForeignFile(source, file.name, notes);
  const matter = new Map([...handedTo(file.name, handedDown), ...own]);
  if (textAt(matter, 'headless') === 'true')
    return leftOut(file.name, 'page', 'it is material for other pages ("headless")');
  const shared = readMatter(matter, /\s*,\s*/, notes);
  const date = shared.date ?? /^(\d{4}-\d\d-\d\d)(?:[-_]|$)/.exec(file.slug)?.[1];
  const said = withoutShortcodes(
    config.isZola ? asHugo(body) : body,
    { isHtml: file.isHtml, addressOf: (one) => addressOf(one, file, files) },
    notes,
  );
  const { title, slug } = shared;
  const facts = { title, slug, day: (date ?? '').slice(0, 10) };
  const address = pageAddress(file, matter, facts, config);
  const state = stateOf(shared.state, matter, notes);
  return {
    is: 'document',
    kind: file.section === '' ? 'page' : 'entry',
    where: file.name,
    key: keyOf(file, files),
    ...shared,
    slug: shared.slug ?? (lastSegment(address.replace(/\/$|\.html?$/, '')) || file.slug),
    date,
    fallbackDate: source.modified(file.name),
    language: shared.language ?? file.language,
    // Files of one name in several languages say the same.
    translationKey: shared.translationKey ?? (config.languages.size > 0 ? file.path : undefined),
    state,
    addresses: state === 'draft' ? [] : addressesOf(address, matter, config),
    // As Hugo's own feed has it: the address.
    feedId:
      shared.feedId ??
      (state === 'draft' || config.url === undefined ? undefined : config.url + address),
    body: file.isHtml
      ? { is: 'html', text: said }
      : { is: 'markdown', text: plainMarkdown(said, notes) },
    folder: folderOf(file.name),
    ...keptSource(file.name, body, notes),
    notes: notes.all,
  } satisfies ImportedDocument;
}

/** Those of Zola begin where the site does, with a slash or without. */
function addressesOf(address: string, matter: ForeignMatter, config: HugoConfig): string[] {
  const old = listAt(matter, ['aliases', 'alias'], undefined);
  return [address, ...old].map((one) =>
    oldAddress(config.isZola ? rooted(one) : one, config.base, address),
  );
}

/** Where a page was, by its own word or by its file. Zola has another word for that, and takes the date off a name. */
function pageAddress(
  file: HugoFile,
  matter: ForeignMatter,
  facts: AddressFacts,
  config: HugoConfig,
): string {
  if (!config.isZola) return rooted(textAt(matter, 'url') ?? hugoAddress(file, facts, config));
  const slug = facts.slug ?? file.slug.replace(/^\d{4}-\d\d-\d\d[-_](?=.)/, '');
  return rooted(textAt(matter, 'path') ?? hugoAddress(file, { ...facts, slug }, config));
}

function addressOf(reference: string, from: HugoFile, files: HugoFiles): string | undefined {
  const [path = '', fragment] = reference.split('#');
  const found = files.find(path, from);
  return found && entryAddress(keyOf(found, files), fragment === undefined ? '' : `#${fragment}`);
}

/** A page that has run out was not to be read any more, and one that is not rendered, or in no list, never was by all. */
function stateOf(state: ImportedDocument['state'], matter: ForeignMatter, notes: Notes) {
  const build = fieldsOf(matter.get('build'));
  const said = [build.get('render'), build.get('list'), matter.get('render')].map(String);
  if (state === 'published' && said.some((one) => /^(?:never|link|local|false)$/i.test(one)))
    return 'private';
  const end = textAt(matter, 'expirydate', 'unpublishdate');
  if (end === undefined || state !== 'published') return state;
  notes.changed('page with an end', `it is a draft: it was to be read until ${end}`);
  return 'draft';
}

/** What list pages say for the pages below them, by the folder of the list page in the source, with a final `/`. */
type HandedDown = ReadonlyMap<string, ForeignMatter>;

/** Of all that can be handed down, what decides who reads a page. */
const handed = new Set(['draft', 'build']);

/**
 * Reads what list pages hand down to all pages below them: the `cascade` of Hugo, and that a section of Zola is a draft,
 * which has no pages then.
 */
export async function readHandedDown(
  lists: readonly string[],
  { source, isZola }: { source: Source; isZola: boolean },
): Promise<HandedDown> {
  const all = new Map<string, ForeignMatter>();
  for (const name of lists) {
    const matter = await foreignMatter(source, name);
    const said = isZola ? [matter] : cascades(matter);
    const fields = said.flatMap((one) => [...one].filter(([key]) => handed.has(key)));
    const folder = folderOf(name);
    if (fields.length > 0) all.set(folder, new Map([...(all.get(folder) ?? []), ...fields]));
  }
  return all;
}

/** One, or several, each of which may say for which pages it is: one for pages of some paths is taken for all of them. */
function cascades(matter: ForeignMatter): ForeignMatter[] {
  const all = [matter.get('cascade')].flat().map(fieldsOf);
  return all.filter((one) => {
    const kind = fieldsOf(one.get('target')).get('kind');
    return kind === undefined || /page/i.test(String(kind));
  });
}

/** What a page has from above where it does not say so itself, by its path in the source: the nearest says it. */
function handedTo(path: string, all: HandedDown): ForeignMatter {
  const folders = ['', ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index + 1))];
  return new Map(folders.flatMap((folder) => [...(all.get(folder) ?? [])]));
}
