import { formatOf, type OpenedExport } from '../../format/format.ts';
import type { ImportedItem, ImportedSite } from '../../item/item.ts';
import { leftOut } from '../../item/leftOut.ts';
import { likelySite } from '../../item/likelySite.ts';
import { textStream } from '../../source/decode.ts';
import type { Source } from '../../source/source.ts';
import { asciiHead, namesThat } from '../../source/text.ts';
import { addressBy, type LikelyPlaces, LinkedPlaces } from './addresses.ts';
import { documentOf } from './document.ts';
import { type ExportEntry, entriesIn, fieldOf } from './entries.ts';

/** Movable Type's own format, which TypePad gives, too, and so do many that took it over. */
export const movabletype = formatOf({
  name: 'movabletype',
  label: 'an export of Movable Type',
  looksLike: 'a text file with AUTHOR:, TITLE: and BODY: between lines of hyphens, of TypePad, too',
  find: exportFiles,
  lacks:
    'has no export of Movable Type in it. Expected a text file that begins with lines such as "AUTHOR: Ana" and "TITLE: Words".',
  open: openExport,
});

async function exportFiles(source: Source): Promise<string[]> {
  const likely = source.names.filter((name) =>
    /(?:^|\/)[^./]+$|\.(?:txt|mt|export|log|dat)$/i.test(name),
  );
  return await namesThat(likely, async (name) => looksSo.test(await asciiHead(source, name)));
}

/** A head of an entry, and a part behind it; a mark of the encoding may stand before. */
const looksSo =
  /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*(?:[A-Z]+(?: [A-Z]+)*:[^\r\n]*[\r\n]\s*){2,}-----[ \t]*[\r\n]+(?:BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):[ \t]*[\r\n]/;

async function openExport(source: Source, files: readonly string[]): Promise<OpenedExport> {
  const places = new LinkedPlaces();
  const urls: string[] = [];
  for (const file of files)
    for await (const entry of entriesIn((await textStream(source, file)).pieces)) {
      places.take(entry);
      const url = fieldOf(entry.fields, 'UNIQUE URL');
      if (url !== '') urls.push(url);
    }
  const likely = urls.length === 0 ? places.likely() : undefined;
  return { items: () => items(source, files, { likely, urls }) };
}

interface Places {
  readonly likely: LikelyPlaces | undefined;
  /** Addresses that the export says. */
  readonly urls: readonly string[];
}

async function* items(
  source: Source,
  files: readonly string[],
  places: Places,
): AsyncIterable<ImportedItem> {
  yield siteOf(places);
  for (const file of files) {
    const { pieces, encoding } = await textStream(source, file);
    if (encoding !== 'utf-8') yield leftOut(file, 'encoding', `it is ${encoding}; it was read so`);
    for await (const entry of entriesIn(pieces)) yield itemOf(entry, file, places);
  }
}

function siteOf({ likely, urls }: Places): ImportedSite {
  const url = urls.length > 0 ? likelySite(urls) : likely?.site;
  const how = likely
    ? `the export does not say where its entries were; links among them lead to ${likely.entries} of them at ${likely.pattern}, which all have as aliases. If that is wrong, take these out`
    : 'the export does not say where its entries were, nor do links among them: put them under "aliases"';
  const notes = urls.length > 0 ? [] : [{ became: 'left' as const, what: 'old addresses', how }];
  const feeds = ['/index.xml', '/rss.xml', '/index.rdf'];
  return { is: 'site', url, notes, lists: feeds.map((address) => ({ address, feed: 'RSS' })) };
}

function itemOf(entry: ExportEntry, file: string, { likely }: Places): ImportedItem {
  const { fields } = entry;
  const [title, basename, date] = ['TITLE', 'BASENAME', 'DATE'].map((key) => fieldOf(fields, key));
  const where = `${file}: ${title || basename || date || 'an entry without a title'}`;
  if (entry.isCut) return leftOut(where, 'entry', cut, true);
  if (fieldOf(fields, 'NO ENTRY') === '1')
    return leftOut(where, 'comments', 'they are of an entry that is not there');
  const address = fieldOf(fields, 'UNIQUE URL') || (likely && addressBy(likely.pattern, entry));
  return documentOf(entry, file, where, address);
}

const cut = 'the file ends in the middle of it: it was cut off. Export it anew, and import that';
