import { formatOf, type OpenedExport } from '../../format/format.ts';
import type { ImportedItem, ImportedList, ImportedSite } from '../../item/item.ts';
import type { Source } from '../../source/source.ts';
import { cutOff } from '../../xml/exportFiles.ts';
import { documentOf } from './document.ts';
import { commentsBeside, entriesIn, fieldOf, type JournalFile, journalFiles } from './entries.ts';
import { GatheredPlaces, type JournalPlaces } from './places.ts';

/** LiveJournal, Dreamwidth and their kin: the XML of their own export, or what ljdump writes. */
export const livejournal = formatOf({
  name: 'livejournal',
  label: 'an export of LiveJournal',
  looksLike: '.xml files with <livejournal>, or L-12 and C-12 of ljdump; Dreamwidth’s, too',
  find: journalFiles,
  lacks:
    'has no export of LiveJournal in it. Expected .xml files of its page of export, or the folder that ljdump wrote.',
  open: openJournal,
});

async function openJournal(source: Source, files: readonly JournalFile[]): Promise<OpenedExport> {
  const gathered = new GatheredPlaces();
  for await (const { part } of entriesIn(source, files))
    if (part.is === 'element') gathered.take(part.element);
  const places = gathered.settled();
  return { items: () => items(source, files, places) };
}

async function* items(
  source: Source,
  files: readonly JournalFile[],
  places: JournalPlaces,
): AsyncIterable<ImportedItem> {
  yield siteOf(files, places);
  for await (const { part, file } of entriesIn(source, files)) {
    if (part.is === 'element') {
      const comments = await commentsBeside(source, file);
      yield documentOf(part.element, file, places, comments);
    } else yield cutOff(part, file, (entry) => fieldOf(entry, 'subject'));
  }
}

/** What nobody can know of what is not in such an export is told. */
function siteOf(files: readonly JournalFile[], places: JournalPlaces): ImportedSite {
  const what = 'comments, tags and old addresses';
  const how =
    'this export does not have them, but for addresses to which links among the entries lead; what ljdump writes has all of them';
  const hasMonths = files.some(({ isMonth }) => isMonth);
  const notes = hasMonths ? [{ became: 'left' as const, what, how }] : [];
  const lists: ImportedList[] = [
    { address: '/data/rss', feed: 'RSS' },
    { address: '/data/atom', feed: 'Atom' },
    { address: '/tag/{name}' },
  ];
  return { is: 'site', url: places.site, notes, lists };
}
