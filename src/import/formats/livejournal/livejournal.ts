import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedItem, ImportedList, ImportedSite } from '../../item/item.ts';
import type { Source } from '../../source/source.ts';
import { cutOff } from '../../xml/exportFiles.ts';
import { documentOf } from './document.ts';
import { commentsBeside, entriesIn, fieldOf, type JournalFiles, journalFiles } from './entries.ts';
import { GatheredPlaces, type JournalPlaces } from './places.ts';

/** LiveJournal, Dreamwidth and their kin: the XML of their own export, or what ljdump writes. */
export const livejournal: Format = {
  name: 'livejournal',
  label: 'an export of LiveJournal',
  looksLike: '.xml files with <livejournal>, or L-12 and C-12 of ljdump; Dreamwidth’s, too',
  recognises: async (source) => {
    const { months, entries } = await journalFiles(source);
    return months.length + entries.length > 0 ? 2 : 0;
  },
  open: async (source) => await openJournal(source),
};

async function openJournal(source: Source): Promise<OpenedExport> {
  const files = await journalFiles(source);
  if (files.months.length + files.entries.length === 0)
    throw new Error(
      `${source.name} has no export of LiveJournal in it. Expected .xml files of its page of export, or the folder that ljdump wrote.`,
    );
  const gathered = new GatheredPlaces();
  for await (const { part } of entriesIn(source, files))
    if (part.is === 'element') gathered.take(part.element);
  const places = gathered.settled();
  return { items: () => items(source, files, places) };
}

async function* items(
  source: Source,
  files: JournalFiles,
  places: JournalPlaces,
): AsyncIterable<ImportedItem> {
  yield siteOf(files, places);
  for await (const { part, file } of entriesIn(source, files)) {
    if (part.is === 'element') {
      const comments = await commentsBeside(source, file);
      yield documentOf(part.element, { file, places, comments });
    } else yield cutOff(part, file, (entry) => fieldOf(entry, 'subject'));
  }
}

/** What nobody can know of what is not in such an export is told. */
function siteOf({ months }: JournalFiles, places: JournalPlaces): ImportedSite {
  const what = 'comments, tags and old addresses';
  const how =
    'this export does not have them, but for addresses to which links among the entries lead; what ljdump writes has all of them';
  const notes = months.length === 0 ? [] : [{ became: 'left' as const, what, how }];
  const lists: ImportedList[] = [
    { address: '/data/rss', feed: 'RSS' },
    { address: '/data/atom', feed: 'Atom' },
    { address: '/tag/{name}' },
  ];
  return { is: 'site', url: places.site, notes, lists };
}
