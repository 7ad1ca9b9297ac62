import { freeName, isReservedName } from '../address/reservedName.ts';
import { addFaults, compareText, type Fault, formatFault } from '../fault/fault.ts';
import { garbledFaults } from '../file/garbledFaults.ts';
import { parseYaml } from '../file/yaml.ts';
import { redirectsSchema } from '../schema/redirectsSchema.ts';
import { type SeriesMatter, seriesSchema } from '../schema/seriesSchema.ts';
import { type Site, siteSchema } from '../schema/siteSchema.ts';
import { identifier } from '../schema/text.ts';
import { salvage, validate } from '../schema/validate.ts';
import { readBlogroll } from './blogGroups.ts';
import { commentFaults, type EntryComments, isCommentsFile, readComments } from './comments.ts';
import { copiedEntries, copyFault } from './conflictCopy.ts';
import { faultsIn } from './draft.ts';
import { type Entry, entryKind, type ReadEntry, readEntry } from './entry.ts';
import { type ContentFile, compareEntries, type Journal } from './journal.ts';
import { knownFaultsFile, readKnownFaults } from './knownFaults.ts';
import { misplaced } from './misplaced.ts';
import { readOwnWords, wordsFile } from './ownWords.ts';
import { isPageFile, type Page, readPage } from './page.ts';
import { pathFaults } from './paths.ts';
import { peopleFile, readAuthors, readPeople } from './readPeople.ts';
import { referenceFaults, siteAuthorFaults } from './references.ts';
import { partFaults } from './seriesPlaces.ts';
import { saysAddresses } from './siteAddress.ts';
import { sisterFaults, translationFaults } from './translations.ts';

/** A journal and what is wrong with it. Files that could not be read are missing from the journal and named in `unread`. */
export interface AssembledJournal {
  /** Undefined only where site.yaml could not be read. */
  readonly journal: Journal | undefined;
  readonly faults: readonly Fault[];
  /** Files, and folders, that exist and could not be read: nobody may conclude that their entries were deleted. */
  readonly unread: readonly string[];
  /**
   * What can be read of the rest where site.yaml cannot, for whoever looks for all faults at once, and whether it is known
   * where everything is.
   */
  readonly salvaged?: { readonly journal: Journal; readonly hasAddresses: boolean };
}

/** Reads an entry as `readEntry` does, which takes all of a text; whoever knows what it says need not. */
export type EntryReader = (text: ContentFile, site: Site, day?: string) => ReadEntry;

/** How a journal is assembled, by whoever has more than the texts, or wants more than a sound journal. */
interface Assembly {
  /** Whoever looks at the same journal again and again parses only what changed. */
  readonly entryOf?: EntryReader;
  readonly commentsOf?: typeof readComments;
  /** What reading the folder found beside the texts: see `ContentFolder`. */
  readonly outside?: Pick<AssembledJournal, 'faults' | 'unread'>;
  /**
   * For whoever looks for all faults at once, and stops at any: what can be read of a file with faults is in the journal
   * too, and what has no date has this one.
   */
  readonly salvageDay?: string;
}

/** Assembles a journal out of its files. All faults are collected; none is thrown. */
export function assembleJournal(
  files: readonly ContentFile[],
  assembly: Assembly = {},
): AssembledJournal {
  const { outside = { faults: [], unread: [] }, salvageDay } = assembly;
  const { site, faults } = readSite(files, outside.unread);
  const told = [...outside.faults, ...faults];
  if (site) {
    const { journal, faults, unread } = assemble(files, site, assembly, told);
    return { journal, faults: [...faults, ...besideDrafts(journal)], unread };
  }
  const yaml = parseYaml(files.find(({ file }) => file === siteFile)?.source ?? '', siteFile);
  const standIn = salvageDay && salvage(siteSchema, yaml, { title: '?', url: noAddress });
  if (standIn) {
    const { journal, ...rest } = assemble(files, standIn, assembly, told);
    const hasAddresses = saysAddresses(yaml);
    const between = hasAddresses ? besideDrafts(journal) : [];
    return {
      ...rest,
      faults: [...rest.faults, ...between],
      journal: undefined,
      salvaged: { journal, hasAddresses },
    };
  }
  const unread = files.flatMap(({ file }) => (entryKind(file) ? [file] : []));
  return { journal: undefined, faults: told, unread: [...outside.unread, ...unread] };
}

const siteFile = 'site.yaml';
const redirectsFile = 'redirects.yaml';
const noAddress = 'https://journal.invalid';

function assemble(
  files: readonly ContentFile[],
  site: Site,
  assembly: Assembly,
  told: readonly Fault[],
): AssembledJournal & { readonly journal: Journal } {
  const byName = new Map(files.map((file) => [file.file, file]));
  const faults: Fault[] = [...told];
  const { entries, pages, comments, unread } = readDocuments(files, site, assembly, faults);
  const copies = copiedEntries(entries);
  const certain = new Set(copies.flatMap(({ entry, isCertain }) => (isCertain ? [entry] : [])));
  unread.push(...[...certain].map(({ file }) => file));
  const own = readOwnWords(byName.get(wordsFile)?.source ?? '', site.language);
  addFaults(faults, own.faults);
  const journal: Journal = {
    site,
    authors: readAuthors(byName.get('authors.yaml'), faults),
    entries: entries.filter((entry) => !certain.has(entry)).sort(compareEntries),
    pages: pages.sort((a, b) => compareText(a.file, b.file)),
    series: readSeries(files, faults),
    blogroll: blogrollOf(byName.get('blogroll.yaml'), faults),
    moved: movedBy(byName.get(redirectsFile), faults),
    comments,
    words: own.words,
  };
  faults.push(
    ...copies.map(({ copy, isCertain }) => ({ ...copyFault(copy), warning: !isCertain })),
    ...misplaced(files),
    ...garbled(files, told),
    ...readPeople(byName.get(peopleFile)?.source ?? '').faults,
    ...readKnownFaults(byName.get(knownFaultsFile)?.source ?? '').faults,
    ...siteAuthorFaults(site, journal.authors, byName.get(siteFile)),
    ...namingFaults(journal, seriesNamed([...byName.keys(), ...unread])).filter(
      ({ kind }) => kind !== 'series-gap' || !maybeParts(unread, entries),
    ),
    ...commentFaults(comments, journal.entries, unread),
  );
  return { journal, faults: ofDrafts(faults, [...entries, ...pages]), unread };
}

/** Entries, pages and comments, each read by itself; what is wrong with one goes to `faults`. */
function readDocuments(
  files: readonly ContentFile[],
  site: Site,
  { entryOf = entryIn, commentsOf = readComments, outside, salvageDay }: Assembly,
  faults: Fault[],
) {
  const entries: Entry[] = [];
  const pages: Page[] = [];
  const comments: EntryComments[] = [];
  const unread: string[] = [...(outside?.unread ?? [])];
  for (const text of files) {
    const { file } = text;
    if (entryKind(file)) {
      const read = entryOf(text, site, salvageDay);
      addFaults(faults, read.faults);
      if (read.entry) entries.push(read.entry);
      if (read.faults.length > 0) unread.push(file);
    } else if (isPageFile(file)) {
      const read = readPage(file, text.source, site, salvageDay !== undefined);
      addFaults(faults, read.faults);
      if (read.page) pages.push(read.page);
    } else if (isCommentsFile(file)) {
      const read = commentsOf(file, text.source);
      addFaults(faults, read.faults);
      if (read.comments) comments.push(read.comments);
    }
  }
  return { entries, pages, comments, unread };
}

function entryIn({ file, source }: ContentFile, site: Site, day?: string): ReadEntry {
  return readEntry(file, source, site, day);
}

/** What is lost in texts that are not read in another encoding anyway. */
function garbled(files: readonly ContentFile[], told: readonly Fault[]): Fault[] {
  const foreign = new Set(told.flatMap(({ file, kind }) => (kind === 'encoding' ? [file] : [])));
  return files.flatMap((text) => {
    const { file, isSound } = text;
    if (isSound || foreign.has(file) || file === knownFaultsFile) return [];
    return faultsIn(text.source, garbledFaults(text.source, file));
  });
}

/** What is wrong between the entries and pages of a journal, each of which may be sound by itself. */
export function faultsBetween(journal: Journal): Fault[] {
  return [
    ...ofDrafts(namingFaults(journal), [...journal.entries, ...journal.pages]),
    ...besideDrafts(journal),
  ];
}

/** What is wrong with what entries name, drafts among it; of `series` there are files at least. */
function namingFaults(journal: Journal, series: readonly string[] = []): Fault[] {
  return [
    ...referenceFaults(journal, series),
    ...translationFaults(journal),
    ...partFaults(journal.entries),
  ];
}

/** Whether one of the entries that could not be read may be the part of a series that is missed: nothing says whose it is. */
function maybeParts(unread: readonly string[], entries: readonly Entry[]): boolean {
  const placed = new Set(entries.flatMap(({ file, series }) => (series ? file : [])));
  return unread.some((file) => entryKind(file) && !placed.has(file));
}

/** What two entries or pages cannot both have. */
function sharingFaults(journal: Journal): Fault[] {
  return [...pathFaults(journal), ...sisterFaults(journal)];
}

/** With the faults of drafts marked as such. */
function ofDrafts(faults: readonly Fault[], documents: readonly (Entry | Page)[]): Fault[] {
  const drafts = new Set(documents.filter(({ draft }) => draft).map(({ file }) => file));
  return faults.map((fault) => (drafts.has(fault.file) ? { ...fault, draft: true } : fault));
}

/** What only a draft brings about stops nothing, whichever of the files it shows in. */
function besideDrafts(journal: Journal): Fault[] {
  const isShown = ({ draft }: Entry | Page) => !draft;
  const entries = journal.entries.filter(isShown);
  const pages = journal.pages.filter(isShown);
  const stopping = sharingFaults({ ...journal, entries, pages });
  if (entries.length + pages.length === journal.entries.length + journal.pages.length)
    return stopping;
  const known = new Set(stopping.map((fault) => formatFault(fault)));
  const others = sharingFaults(journal).filter((fault) => !known.has(formatFault(fault)));
  return [...stopping, ...others.map((fault) => ({ ...fault, draft: true }))];
}

function readSite(
  files: readonly ContentFile[],
  unread: readonly string[],
): { site: Site | undefined; faults: readonly Fault[] } {
  if (unread.includes(siteFile)) return { site: undefined, faults: [] };
  const source = files.find(({ file }) => file === siteFile)?.source;
  if (source === undefined) return { site: undefined, faults: [noSite] };
  const { value, faults } = validate(siteSchema, parseYaml(source, siteFile), siteFile);
  return { site: value, faults };
}

const noSite: Fault = {
  file: siteFile,
  line: 1,
  kind: 'no-settings',
  what: 'no such file',
  expected: 'the journal’s title and url in it',
  cure: 'write site.yaml with the lines "title: …" and "url: https://…", or name another folder with JOURNAL_CONTENT',
};

function blogrollOf(file: ContentFile | undefined, faults: Fault[]): Journal['blogroll'] {
  if (!file) return undefined;
  const read = readBlogroll(file.file, file.source);
  addFaults(faults, read.faults);
  return read.groups;
}

function movedBy(file: ContentFile | undefined, faults: Fault[]): Journal['moved'] {
  if (!file) return {};
  const read = validate(redirectsSchema, parseYaml(file.source, file.file), file.file);
  addFaults(faults, read.faults);
  return read.value ?? {};
}

/** The ids of those files that are series, sound or not. */
function seriesNamed(files: readonly string[]): string[] {
  return files.flatMap((file) => /^series\/([^/]+)\.ya?ml$/.exec(file)?.[1] ?? []);
}

/** Series files by id; what is wrong with them is added to `faults`. */
export function readSeries(
  files: readonly ContentFile[],
  faults: Fault[],
): Map<string, SeriesMatter> {
  const series = new Map<string, SeriesMatter>();
  for (const text of files) {
    const { file } = text;
    const [id] = seriesNamed([file]);
    if (id === undefined) continue;
    if (!identifier.safeParse(id).success) {
      faults.push({
        file,
        line: 1,
        kind: 'bad-name',
        what: `the series id ${JSON.stringify(id)}`,
        expected: isReservedName(id) ? freeName : 'a file name of letters, digits, - and _',
        cure: 'rename the file',
      });
      continue;
    }
    const checked = validate(seriesSchema, parseYaml(text.source, file), file);
    addFaults(faults, checked.faults);
    if (checked.value) series.set(id, checked.value);
  }
  return series;
}
