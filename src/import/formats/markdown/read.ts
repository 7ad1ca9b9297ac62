import type { ImportedDocument, ImportedItem, ImportedState } from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { nameWords } from '../../item/nameWords.ts';
import { Notes } from '../../item/notes.ts';
import { folderOf } from '../../item/oldPath.ts';
import { keepingCode } from '../../markdown/code.ts';
import { readMatter } from '../../markdown/document.ts';
import { readForeignFile } from '../../markdown/foreignFile.ts';
import { type ForeignMatter, listAt, textAt } from '../../markdown/frontMatter.ts';
import { withoutLiquid } from '../../markdown/liquid.ts';
import { htmlMatter, keptSource } from '../../markdown/otherLanguage.ts';
import { plainMarkdown } from '../../markdown/plainMarkdown.ts';
import { headingTitle } from '../../markdown/titles.ts';
import type { Source } from '../../source/source.ts';
import { bearFacts, bundleName, fromBear } from './bear.ts';
import type { EleventyFolder } from './eleventy.ts';
import { hashtagLines, hashtagsIn } from './hashtags.ts';
import type { Made, Maker } from './maker.ts';
import { fromObsidian } from './obsidian.ts';
import type { FileNames, Vault } from './vault.ts';

/** What is known of all files of a folder. */
export interface FolderFacts {
  /** When git first saw each. */
  readonly dates: ReadonlyMap<string, string>;
  readonly eleventy: EleventyFolder;
  /** The generator that is set up there, other than Eleventy. */
  readonly maker: Maker | undefined;
  readonly files: FileNames;
  /** Those of the files that are documents. */
  readonly texts: ReadonlySet<string>;
  readonly vault: Vault;
}

/** Reads one file. @throws where it cannot be read, in words for people. */
export async function readDocument(
  name: string,
  source: Source,
  folderFacts: FolderFacts,
): Promise<ImportedItem> {
  const notes = new Notes();
  const { maker, eleventy } = folderFacts;
  const { matter, written, body } = await readText(name, source, maker, notes);
  const bear = await bearFacts(name, source);
  const why = bear?.isTrashed ? 'it was in the trash' : maker?.whyLeft?.(name);
  if (why !== undefined) return leftOut(name, 'file', why);
  if (isHtml(name) && !matter.has('title'))
    return leftOut(name, 'file', 'a page of HTML without a title');
  if (eleventy.isAtTop(name) && /(?:^|\/)(?:index|404)\.\w+$/i.test(name))
    return leftOut(name, 'page', 'Scrollback makes that page itself');
  const shared = readMatter(matter, /\s*,\s*/, notes);
  const { title, rest } = titled(body, matter, shared.title, slugOf(name, source));
  const { text, tags } = wordsOf(name, rest, { source, matter, bear, folderFacts, notes });
  const folder = folderOf(name);
  const day = shared.date ?? dayIn(name);
  const date = day ?? bear?.date ?? folderFacts.dates.get(name);
  const made = maker?.madeOf({ name, matter, title, date }) ?? {};
  const isPageHere = made.isPage ?? isPage(name, matter, day, folderFacts);
  return {
    is: 'document',
    kind: isPageHere ? 'page' : 'entry',
    where: name,
    key: name,
    ...shared,
    title,
    slug: shared.slug ?? made.slug ?? slugOf(name, source),
    date,
    updated: shared.updated ?? bear?.updated,
    fallbackDate: source.modified(name),
    tags: tagsOf(shared.tags ?? [], tags, name).filter((tag) => !made.hiddenTags?.includes(tag)),
    language: shared.language ?? made.language,
    translationKey: shared.translationKey ?? made.translationKey,
    state: made.state ?? stateOf(name, matter, shared.state, folderFacts),
    addresses: addressesOf(matter, made, eleventy.addressOf(name)),
    body: isHtml(name)
      ? { is: 'html', text: body }
      : { is: 'markdown', text: plainMarkdown(text, notes) },
    folder,
    ...keptSource(name, written, notes),
    notes: notes.all,
  } satisfies ImportedDocument;
}

function isHtml(name: string): boolean {
  return /\.html?$/i.test(name);
}

/** What stands above a text, or beside it, the text as it was written, and with addresses in the forms that all have. */
async function readText(name: string, source: Source, maker: Maker | undefined, notes: Notes) {
  const file = await readForeignFile(source, name, notes);
  const { matter, body } = isHtml(name) && !file.hasMatter ? htmlMatter(file.body) : file;
  const withPlain = maker?.withPlainAddresses ?? ((text: string) => text.replace(pelicanMark, ''));
  const plain = withPlain(body);
  return {
    matter: (await maker?.matterBeside?.(name)) ?? matter,
    written: body,
    body: isHtml(name) || plain === body ? plain : keepingCode(body, withPlain),
  };
}

/** A text in plain Markdown, and the tags in it. */
function wordsOf(
  name: string,
  rest: string,
  { source, matter, bear, folderFacts, notes }: WordTools,
) {
  const hashtags = hashtagLines(rest);
  const folder = folderOf(name);
  const { ids, isOne } = folderFacts.vault;
  const plain = bear ? fromBear(hashtags.body, { folder, source, ids }, notes) : hashtags.body;
  const isTagged = bear !== undefined || isOne;
  const named = fromObsidian(plain, { ...folderFacts, own: name, folder }, notes);
  // Editors of notes have no tags between braces: there they are words.
  const hasLiquid = folderFacts.eleventy.isOne || !isTagged;
  const inText = isTagged ? hashtagsIn(hashtags.body, bear !== undefined) : [];
  return {
    text: hasLiquid && !isPlain(matter) ? withoutTags(named, source, notes) : named,
    tags: [...hashtags.tags, ...inText],
  };
}

interface WordTools {
  readonly source: Source;
  readonly matter: ForeignMatter;
  readonly bear: Awaited<ReturnType<typeof bearFacts>>;
  readonly folderFacts: FolderFacts;
  readonly notes: Notes;
}

/** Eleventy can be told to take a text for Markdown and nothing else. */
function isPlain(matter: ForeignMatter): boolean {
  return /^(?:md|false)$/i.test(textAt(matter, 'templateengineoverride') ?? '');
}

function withoutTags(body: string, source: Source, notes: Notes): string {
  const hasDocument = (path: string) => source.has(path);
  return withoutLiquid(body, { isHtml: false, postOf: () => undefined, hasDocument }, notes);
}

/** What is in a folder for drafts is one, and so is what Eleventy makes no page of for its folder. */
function stateOf(
  name: string,
  matter: ForeignMatter,
  state: ImportedState,
  { eleventy }: FolderFacts,
): ImportedState {
  if (/(?:^|\/)_?drafts?\//i.test(name)) return 'draft';
  const saysSo = ['permalink', 'draft', 'eleventyexcludefromcollections'].some((key) =>
    matter.has(key),
  );
  return state === 'published' && !saysSo && eleventy.isHidden(name) ? 'private' : state;
}

/** What Pelican has before the address of a file of its own: `[a]({filename}a.md)`. */
const pelicanMark =
  /(?<=\]\(|\]:[ \t]*|\b(?:href|src)=["']?)(?:\{(?:filename|static|attach)\}|\|(?:filename|static|attach)\|)/g;

/** What Eleventy has at its top without a date is a page such as "about", unless a collection has it. */
function isPage(
  name: string,
  matter: ForeignMatter,
  date: string | undefined,
  { eleventy }: FolderFacts,
): boolean {
  if (/(?:^|\/)pages\//.test(name)) return true;
  const tags = listAt(matter, ['tags', 'tag'], /\s*,\s*/);
  return date === undefined && eleventy.isAtTop(name) && !tags.some((tag) => collection.test(tag));
}

/** Eleventy's collections are tags, too. */
const collection = /^(?:posts?|all)$/i;

const leadingHeading = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/;

/** A title of its own, else the heading with which the text begins, else the name of the file if that has words. */
function titled(body: string, matter: ForeignMatter, own: string | undefined, slug: string) {
  if (own !== undefined) return { title: own, rest: withoutTitle(body, own) };
  if (matter.has('title')) return { title: undefined, rest: body };
  const [head, heading] =
    leadingHeading.exec(body) ?? /^\s*(\S[^\n]*)\n=+[ \t]*(?:\n|$)/.exec(body) ?? [];
  if (head !== undefined && heading !== undefined)
    return { title: headingTitle(heading), rest: body.slice(head.length) };
  const words = nameWords(slug);
  return { title: /\p{L}{3}/u.test(words) ? words : undefined, rest: body };
}

/** A title that stands above its text, too, would be read twice. */
function withoutTitle(body: string, title: string): string {
  const [head, heading = ''] = leadingHeading.exec(body) ?? [];
  return head !== undefined && headingTitle(heading) === title ? body.slice(head.length) : body;
}

function slugOf(name: string, source: Source): string {
  const last =
    bundleName(name, source) ??
    name
      .replace(/\/(?:index|README)\.\w+$/, '')
      .replace(/^.*\//, '')
      .replace(/\.\w+$/, '');
  return last
    .replace(/^\d{4}-\d\d-\d\d[-_ ]?(?=.)/, '')
    .replace(compactDay, '')
    .replace(/^[-_ ]+(?=.)/, '');
}

/** `2020-01-02-a.md`, `2020/01/02/a.md`, `2020/01/a.md` say no more than a day. */
function dayIn(name: string): string | undefined {
  const [, year, month, day] =
    /(?:^|\/)(\d{4})[-/](\d\d)[-/](\d\d)(?=[-_ /.])/.exec(name) ??
    compactDay.exec(name.replace(/^.*\//, '')) ??
    [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

/** `20200102-a.md`, `202001021530 a.md`: as slip boxes have it. */
const compactDay = /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?(?=[-_ .])/;

const usualFolders =
  /^(?:posts?|blog|articles?|notes?|content|src|pages?|journal|entries|writing|drafts?|_posts|docs|\d+|index)$/i;

/** Without tags of its own, a text has that of its folder; one that is `index.md` has its folder for itself. */
function tagsOf(own: readonly string[], inText: readonly string[], name: string): string[] {
  const tags = [...own.filter((tag) => !collection.test(tag)), ...inText];
  if (tags.length > 0) return [...new Set(tags)];
  const last = name
    .replace(/\/index\.\w+$/, '')
    .split('/')
    .slice(0, -1)
    .filter((one) => one !== '' && !/\.textbundle$/.test(one))
    .at(-1);
  return last === undefined || usualFolders.test(last) ? [] : [last];
}

function addressesOf(matter: ForeignMatter, made: Made, byPlace: string | undefined): string[] {
  const own = made.address ?? textAt(matter, 'permalink', 'url', 'path');
  const usable = own !== undefined && /^(?:\/|https?:)/.test(own) && !/[{}]/.test(own) ? [own] : [];
  if (byPlace !== undefined && !matter.has('permalink')) usable.push(byPlace);
  const old = listAt(matter, ['aliases', 'redirectfrom', 'alias'], undefined);
  return [...usable, ...old.filter((one) => /^(?:\/|https?:)/.test(one))];
}
