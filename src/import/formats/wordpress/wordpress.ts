import { formatOf, type OpenedExport } from '../../format/format.ts';
import type { ImportedItem, ImportedSite } from '../../item/item.ts';
import type { Source } from '../../source/source.ts';
import { childText } from '../../xml/elements.ts';
import { cutOff, markedFiles, mendedEncodings, partsOf } from '../../xml/exportFiles.ts';
import { Attachments } from './attachments.ts';
import { BracketNotes } from './bracketNotes.ts';
import { type ItemTools, itemOf } from './document.ts';
import { SharedBlocks } from './sharedBlocks.ts';
import { type MenuLink, mainMenu, menuLink, OldLists, siteOf } from './site.ts';

/** WordPress: its export in XML (WXR), in one file or several, with or without the folder of uploads beside it. */
export const wordpress = formatOf({
  name: 'wordpress',
  label: 'a WordPress export',
  looksLike: 'an .xml file of Tools > Export (WXR)',
  find: (source) => markedFiles(source, /\.xml(?:\.txt)?$/i, /xmlns:wp\s*=|wordpress\.org\/export/),
  lacks: 'has no export of WordPress in it. Expected an .xml file of Tools > Export.',
  open: openWordpress,
});

async function openWordpress(source: Source, files: readonly string[]): Promise<OpenedExport> {
  const attachments = new Attachments(source);
  const blocks = new SharedBlocks();
  const brackets = new BracketNotes();
  for await (const { part } of partsOf(source, files, 'channel'))
    if (part.is === 'element' && part.element.name === 'item') {
      attachments.take(part.element);
      blocks.take(part.element);
      brackets.take(childText(part.element, 'content:encoded'));
    }
  const tools = { attachments, blocks, hasBracketNotes: brackets.areUsed };
  return {
    items: () => items(source, files, tools),
    fileOf: (address) => attachments.fileOf(address),
  };
}

async function* items(
  source: Source,
  files: readonly string[],
  tools: ItemTools,
): AsyncIterable<ImportedItem> {
  const menu: MenuLink[] = [];
  const lists = new OldLists();
  const channel: ImportedSite[] = [];
  yield* mendedEncodings(source, files);
  for await (const { part, file } of partsOf(source, files, 'channel')) {
    if (part.is === 'broken') {
      yield cutOff(part, file);
      continue;
    }
    lists.take(part.element);
    if (part.element.name !== 'item') {
      const said = siteOf(part.element);
      if (said) channel.push(said);
    } else {
      const link = menuLink(part.element, tools.attachments);
      if (link) menu.push(link);
      else yield* itemOf(part.element, file, tools);
    }
  }
  yield* channel;
  const main = mainMenu(menu.filter(({ address }) => address !== ''));
  yield { is: 'site', menu: main, lists: lists.all };
}
