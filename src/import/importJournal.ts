import { join } from 'node:path';
import { removeLeftovers } from '../files/unfinished.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { Format, OpenedExport } from './format/format.ts';
import type { Fetching } from './format/foundFile.ts';
import { formatFor } from './format/recognise.ts';
import { formats } from './formats/formats.ts';
import { copied } from './item/copied.ts';
import type { ImportedItem } from './item/item.ts';
import { reasonIn } from './item/leftOut.ts';
import { withMeantSigns } from './item/misread.ts';
import { joinJournal } from './join/joinJournal.ts';
import { type ImportReport, missedLine, type ReportLine } from './report/report.ts';
import { openSource } from './source/openSource.ts';
import type { Source } from './source/source.ts';
import { toldSource } from './source/toldSource.ts';
import { AddressBook } from './write/addressBook.ts';
import { factsOf, type SiteFacts } from './write/facts.ts';
import { type KnownPlace, knownPlaces } from './write/known.ts';
import { byQuery, oldAddress } from './write/oldAddress.ts';
import { withOwnKeys } from './write/ownKeys.ts';
import { Places } from './write/places.ts';
import { type PlannedDocument, planDocuments } from './write/plan.ts';
import { ImportRecords } from './write/records.ts';
import { lackingRedirects, siteFiles } from './write/site/siteFiles.ts';
import { ownFragments, type Survey, type Surveyed, surveyExport } from './write/survey.ts';
import { readTarget, type Target } from './write/target.ts';
import { withTranslations } from './write/translations.ts';
import { type WriteTools, writeDocument } from './write/writeDocument.ts';

/** What a person wants imported, and how. */
export interface ImportWish {
  /** The folder or file to import. */
  readonly path: string;
  /** Absolute path of the content folder. */
  readonly root: string;
  /** The same as the person named it. */
  readonly shownRoot: string;
  /** Name of the format; undefined where it is to be recognised. */
  readonly from: string | undefined;
  readonly dryRun: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Undefined where nothing is to be downloaded. */
  readonly fetching: Fetching | undefined;
  /** Told what is being done, again and again. */
  readonly progress: (words: string) => void;
}

/**
 * Imports an export into a content folder, in two passes: the first finds names for all documents, the second writes them
 * one by one, so that an export may be larger than the memory.
 *
 * @throws where nothing can be imported at all, in words for people. What is wrong with one document is in the report.
 */
export async function importJournal(wish: ImportWish): Promise<ImportReport> {
  let isOpened = false;
  const source = toldSource(await openSource(wish.path), (words) => {
    // Later, entries are counted.
    if (!isOpened) wish.progress(`looking at ${words}`);
  });
  try {
    const { format, others } = await formatFor(source, formats, wish.from);
    const target = await readTarget(wish.root, wish.shownRoot);
    const opened = await format.open(source);
    isOpened = true;
    const lines = await imported({ wish, source, format, target, opened });
    return {
      label: format.label,
      source: source.name,
      folder: wish.shownRoot,
      dryRun: wish.dryRun,
      lines: [...otherLines(others, source), ...lines],
    };
  } finally {
    source.close();
  }
}

/** What else lies in the source, which one import does not read. */
function otherLines(others: readonly Format[], source: Source): ReportLine[] {
  return others.map(({ name, label }) => {
    const why = `it looks like ${label}, too: "--from ${name}" imports that`;
    return missedLine('left', { where: source.name, what: 'other export', why });
  });
}

interface Work {
  readonly wish: ImportWish;
  readonly source: Source;
  readonly format: Format;
  readonly target: Target;
  readonly opened: OpenedExport;
}

async function imported(work: Work): Promise<ReportLine[]> {
  const { wish, source, target, opened } = work;
  const records = new ImportRecords(wish.root);
  if (!wish.dryRun && records.areThere) removeLeftovers(wish.root, performance.timeOrigin);
  if (opened.contentFolder !== undefined) {
    const { dryRun, progress } = wish;
    return await joinJournal(source, opened.contentFolder, { target, dryRun, records, progress });
  }
  const survey = await surveyExport(itemsOf(opened), (count) =>
    wish.progress(`reading ${source.name}: ${count}`),
  );
  return await written(survey, work, records);
}

/** The items of an export, in words as they were meant, and with keys of their own. */
function itemsOf(opened: OpenedExport): AsyncIterable<ImportedItem> {
  async function* meant() {
    for await (const item of opened.items()) yield withMeantSigns(item);
  }
  return withOwnKeys(meant());
}

async function written(survey: Survey, work: Work, records: ImportRecords): Promise<ReportLine[]> {
  const { wish, source, opened } = work;
  // The file of an export has another name each time.
  const keyPrefix = `${work.format.name}/${survey.site.url ?? ''}/`;
  const facts = factsOf(survey, work.target);
  const known = knownPlaces(records, keyPrefix, work.target);
  const planned = placesFor(survey, facts, { ...work, known });
  const headingIds = work.target.journal?.site.headingIds ?? survey.site.headingIds ?? 'scrollback';
  const commentPrefix = work.format.name;
  const book = new AddressBook(facts.oldSite, [...planned.values()], { headingIds, commentPrefix });
  const anchors = {
    wanted: ownFragments(survey, facts.oldSite),
    was: survey.site.headingIds,
    is: headingIds,
  };
  const tools = { ...toolsFor(survey, { book, facts }, work), keyPrefix, records, anchors };
  const lines: ReportLine[] = [...leftLines(survey, source), ...shortLine(survey, book, source)];
  lines.push(...(await writeSiteFiles(survey, { book, facts }, work)));
  let count = 0;
  for await (const item of itemsOf(opened)) {
    if (item.is !== 'document') continue;
    const place = planned.get(item.key);
    if (!place)
      throw new Error(`${item.where} has the key ${item.key}, which the first pass did not see`);
    const line = await writeDocument(item, place, tools).catch((error) => failed(place, error));
    lines.push(copied(line));
    count += 1;
    wish.progress(`writing: ${count} of ${survey.documents.length}`);
  }
  if (!wish.dryRun) tools.records.finish();
  return lines;
}

type Place = { readonly surveyed: Surveyed; readonly planned: PlannedDocument };

function placesFor(
  survey: Survey,
  facts: SiteFacts,
  { wish, target, known }: Work & { readonly known: KnownPlace },
): Map<string, Place> {
  const places = new Places(target);
  const planning = { places, facts, now: wish.now, known };
  const { documents } = survey;
  const planned = withTranslations(documents, planDocuments(documents, planning), facts.language);
  const all = new Map<string, Place>();
  for (const [index, surveyed] of documents.entries()) {
    const one = planned[index];
    if (one) all.set(surveyed.key, { surveyed, planned: one });
  }
  return all;
}

/** What is known of all documents. */
interface Known {
  readonly book: AddressBook;
  readonly facts: SiteFacts;
}

function toolsFor(
  survey: Survey,
  { book, facts }: Known,
  work: Work,
): Omit<WriteTools, 'keyPrefix' | 'records' | 'anchors'> {
  const { wish, source, format, target, opened } = work;
  return {
    root: wish.root,
    dryRun: wish.dryRun,
    commentPrefix: format.name,
    book,
    media: { source, opened, site: book.site, fetching: wish.fetching },
    matter: { ...facts, target, survey },
  };
}

function leftLines({ left, site }: Survey, source: Source): ReportLine[] {
  const what = 'file';
  return [
    ...[...source.damaged].map(([where, why]) => missedLine('failed', { where, what, why })),
    ...source.refused.map(({ name, why }) => missedLine('left', { where: name, what, why })),
    ...left.map((one) => missedLine(one.failed ? 'failed' : 'left', one)),
    ...(site.notes ?? []).map((note) =>
      missedLine('left', { where: source.name, what: note.what, why: note.how }),
    ),
  ];
}

/** What is told of addresses such as `/?p=12`, which most entries of some exports have beside their own. */
function shortLine({ documents }: Survey, { site }: AddressBook, source: Source): ReportLine[] {
  const short = documents.flatMap(({ state, shortAddresses = [] }) =>
    state === 'published'
      ? shortAddresses.flatMap((one) => oldAddress(one, site) ?? []).slice(0, 1)
      : [],
  );
  const [first] = short.filter(({ query }) => query !== '');
  if (!first) return [];
  const why = `${short.length} such as ${first.path}${first.query}: ${byQuery}. Links to them among the entries lead on`;
  return [missedLine('left', { where: source.name, what: 'short address', why })];
}

async function writeSiteFiles(
  survey: Survey,
  { book, facts }: Known,
  { wish, target, source }: Work,
): Promise<ReportLine[]> {
  const files = siteFiles(survey, target, { ...facts, book, sourceName: source.name });
  const lines: ReportLine[] = [];
  for (const { file, text, words } of files) {
    if (!wish.dryRun) await writeWhole(join(wish.root, file), text);
    const note = { became: 'changed' as const, what: 'file', how: words, count: 1 };
    lines.push({ outcome: 'written', where: source.name, what: 'site file', file, notes: [note] });
  }
  const why = lackingRedirects(survey, target, book);
  const what = 'old addresses of feeds';
  if (why !== undefined) lines.push(missedLine('left', { where: source.name, what, why }));
  return lines;
}

function failed({ surveyed, planned }: Place, error: unknown): ReportLine {
  const { where } = surveyed;
  return missedLine('failed', { where, what: planned.kind, why: reasonIn(error) });
}
