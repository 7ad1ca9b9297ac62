import { join } from 'node:path';
import { removeLeftovers } from '../files/unfinished.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { Fetching } from './format/files.ts';
import type { Format, OpenedExport } from './format/format.ts';
import { formatFor } from './format/recognise.ts';
import { formats } from './formats/formats.ts';
import { copied } from './item/copied.ts';
import type { ImportedItem } from './item/item.ts';
import { reasonIn } from './item/leftOut.ts';
import { withMeantSigns } from './item/misread.ts';
import { joinJournal } from './join/joinJournal.ts';
import { type ImportReport, missedLine, type ReportLine } from './report/report.ts';
import { openSource, toldSource } from './source/openSource.ts';
import type { Source } from './source/source.ts';
import { AddressBook } from './write/addressBook.ts';
import { factsOf } from './write/facts.ts';
import { knownPlaces } from './write/known.ts';
import { byQuery, oldAddress } from './write/oldAddress.ts';
import { withOwnKeys } from './write/ownKeys.ts';
import { Places } from './write/places.ts';
import { planDocuments } from './write/plan.ts';
import { ImportRecords } from './write/records.ts';
import { lackingRedirects, siteFiles } from './write/site/siteFiles.ts';
import { ownFragments, type Survey, surveyExport } from './write/survey.ts';
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
  const { places, tools } = planned(survey, work, records);
  const lines: ReportLine[] = [...leftLines(survey, source), ...shortLine(survey, tools, source)];
  lines.push(...(await writeSiteFiles(survey, tools, work)));
  let count = 0;
  for await (const item of itemsOf(opened)) {
    if (item.is !== 'document') continue;
    const place = places.get(item.key);
    if (!place)
      throw new Error(`${item.where} has the key ${item.key}, which the first pass did not see`);
    const { where } = item;
    const what = place.planned.kind;
    const line = await writeDocument(item, place, tools).catch((error) =>
      missedLine('failed', { where, what, why: reasonIn(error) }),
    );
    lines.push(copied(line));
    count += 1;
    wish.progress(`writing: ${count} of ${survey.documents.length}`);
  }
  if (!wish.dryRun) records.finish();
  return lines;
}

/** Where each document comes, by its key, and what all of them are written with. */
function planned(
  survey: Survey,
  { wish, source, format, target, opened }: Work,
  records: ImportRecords,
) {
  const { root, dryRun, now, fetching } = wish;
  // The file of an export has another name each time.
  const keyPrefix = `${format.name}/${survey.site.url ?? ''}/`;
  const facts = factsOf(survey, target);
  const known = knownPlaces(records, keyPrefix, target);
  const planning = { places: new Places(target), facts, now, known };
  const places = withTranslations(planDocuments(survey.documents, planning), facts.language);
  const was = survey.site.headingIds;
  const is = target.journal?.site.headingIds ?? was ?? 'scrollback';
  const commentPrefix = format.name;
  const book = new AddressBook(facts.oldSite, places, { headingIds: is, commentPrefix });
  const tools: WriteTools = {
    root,
    dryRun,
    keyPrefix,
    commentPrefix,
    records,
    book,
    media: { source, opened, site: book.site, fetching },
    matter: { ...facts, target, survey },
    anchors: { wanted: ownFragments(survey, facts.oldSite), was, is },
  };
  return { tools, places: new Map(places.map((one) => [one.surveyed.key, one])) };
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
function shortLine({ documents }: Survey, { book }: WriteTools, source: Source): ReportLine[] {
  const short = documents.flatMap(({ state, shortAddresses = [] }) =>
    state === 'published'
      ? shortAddresses.flatMap((one) => oldAddress(one, book.site) ?? []).slice(0, 1)
      : [],
  );
  const [first] = short.filter(({ query }) => query !== '');
  if (!first) return [];
  const why = `${short.length} such as ${first.path}${first.query}: ${byQuery}. Links to them among the entries lead on`;
  return [missedLine('left', { where: source.name, what: 'short address', why })];
}

async function writeSiteFiles(
  survey: Survey,
  { book, matter }: WriteTools,
  { wish, target, source }: Work,
): Promise<ReportLine[]> {
  const files = siteFiles(survey, target, { ...matter, book, sourceName: source.name });
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
