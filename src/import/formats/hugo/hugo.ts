import type { Format, OpenedExport } from '../../format/format.ts';
import { entryAddress } from '../../item/entryAddress.ts';
import type { ImportedItem, ImportedList, ImportedSite } from '../../item/item.ts';
import { leftOut, orLeft } from '../../item/leftOut.ts';
import { dataFiles } from '../../markdown/dataFiles.ts';
import { foreignMatter } from '../../markdown/foreignFile.ts';
import { textAt } from '../../markdown/frontMatter.ts';
import { fieldsOf, type MenuPage, menuOfPages } from '../../markdown/siteFacts.ts';
import { plainTitle } from '../../markdown/titles.ts';
import type { Source } from '../../source/source.ts';
import { headOf } from '../../source/text.ts';
import { type HugoConfig, isSettings, readConfig } from './config.ts';
import { HugoFiles, rootOf } from './files.ts';
import { keyOf, readDocument, readHandedDown } from './read.ts';

/** Hugo: `content` with front matter in TOML, YAML or JSON, page bundles and shortcodes; `static` for pictures. */
export const hugo: Format = {
  name: 'hugo',
  label: 'a Hugo site',
  looksLike: 'a folder with content and hugo.toml or config.toml (or .yaml, .json)',
  recognises: async (source) => {
    const root = rootOf(source.names);
    if (root === undefined) return 0;
    const own = source.names.filter((name) => name.startsWith(root));
    // Others have a file of that name, too.
    const isHugo = own.some((name) =>
      /^(?:hugo\.|config\.toml$|config\/_default\/)/.test(name.slice(root.length)),
    );
    if (isHugo) return 2;
    const hasSettings = own.some((name) => isSettings(name.slice(root.length)));
    const [first] = own.filter((name) => name.startsWith(`${root}content/`) && /\.md$/.test(name));
    const head = first === undefined ? '' : (await headOf(source, first)).toString('utf8');
    return hasSettings || /^\uFEFF?\+\+\+/.test(head) ? 2 : 0;
  },
  open: openHugo,
};

async function openHugo(source: Source): Promise<OpenedExport> {
  const root = rootOf(source.names);
  if (root === undefined)
    throw new Error(
      `${source.name} has no folder "content" with Markdown in it. Name the folder of the site.`,
    );
  const config = await readConfig(source, root);
  const files = new HugoFiles(source.names, root, config);
  const { isZola } = config;
  const handedDown = await readHandedDown(files.lists, { source, isZola });
  const tools = { source, files, config, handedDown };
  return {
    async *items(): AsyncIterable<ImportedItem> {
      yield config.site;
      yield* dataFiles(source, `${root}data/`);
      yield { is: 'site', lists: feedsOfSections(files, config) };
      yield await pageMenu(files, source);
      for (const file of files.documents)
        yield await orLeft(file.name, 'page', () => readDocument(file, tools));
      for (const { name, what, why } of files.left) yield leftOut(name, what, why);
    },
  };
}

/** The menu that pages make of themselves: `menu: main`, or a table of that name with weight and name. */
async function pageMenu(files: HugoFiles, source: Source): Promise<ImportedSite> {
  const pages: MenuPage[] = [];
  for (const file of files.documents) {
    const matter = await foreignMatter(source, file.name);
    const menus = matter.get('menu') ?? matter.get('menus');
    const main = fieldsOf(menus).get('main');
    if (![menus].flat().includes('main') && main === undefined) continue;
    const fields = fieldsOf(main);
    const label = textAt(fields, 'name') ?? plainTitle(textAt(matter, 'title'));
    const weight = fields.get('weight') ?? matter.get('weight');
    const place = new Map([['weight', weight]]);
    pages.push({ label, place, address: entryAddress(keyOf(file, files)) });
  }
  return menuOfPages(pages);
}

/** Each section has a feed, too; ours of everything has its entries among others. */
function feedsOfSections({ documents }: HugoFiles, { isZola, feed }: HugoConfig): ImportedList[] {
  const sections = new Set(documents.map(({ section }) => section));
  if (isZola) return [];
  return [...sections].map((one) => ({ address: `/${one}/${feed}`, feed: 'RSS' }));
}
