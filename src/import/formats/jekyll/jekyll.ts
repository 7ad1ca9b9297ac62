import { feedTemplates } from '../../format/feedTemplates.ts';
import type { Format, OpenedExport } from '../../format/format.ts';
import { entryAddress } from '../../item/entryAddress.ts';
import type { ImportedItem, ImportedLink, ImportedSite } from '../../item/item.ts';
import { leftOut, orLeft } from '../../item/leftOut.ts';
import { dataFiles } from '../../markdown/dataFiles.ts';
import { foreignMatter } from '../../markdown/foreignFile.ts';
import { textAt } from '../../markdown/frontMatter.ts';
import { plainTitle } from '../../markdown/titles.ts';
import type { Source } from '../../source/source.ts';
import { likelyPermalink } from './address.ts';
import { readConfig } from './config.ts';
import { JekyllFiles, rootOf } from './files.ts';
import { readDocument } from './read.ts';

/** Jekyll: `_posts`, `_drafts`, and pages with front matter. */
export const jekyll: Format = {
  name: 'jekyll',
  label: 'a Jekyll folder',
  looksLike: 'a folder with _posts or _drafts',
  recognises: async ({ names }: Source) => {
    if (names.some((name) => /(?:^|\/)_posts\/(?:.*\/)?\d{4}-\d\d?-\d\d?-[^/]+$/.test(name)))
      return 2;
    return names.some((name) => /(?:^|\/)_(?:posts|drafts)\//.test(name)) ? 1 : 0;
  },
  open: openJekyll,
};

async function openJekyll(source: Source): Promise<OpenedExport> {
  const root = rootOf(source.names);
  const settings = await readConfig(source, root);
  const files = new JekyllFiles(source, root, settings);
  const likely = settings.isThere ? undefined : await likelyPermalink(source, files.documents);
  const config = { ...settings, permalink: likely?.pattern ?? settings.permalink };
  return {
    async *items(): AsyncIterable<ImportedItem> {
      yield config.site;
      yield* dataFiles(source, `${root}_data/`);
      const feeds = await feedTemplates(source, root);
      yield feeds.site;
      yield await headerMenu(config.headerPages, files, source);
      if (likely) yield withoutSettings(likely.pattern, likely.links);
      for (const file of files.documents)
        yield feeds.files.has(file.name)
          ? leftOut(file.name, 'feed', 'Scrollback makes its feeds itself')
          : await orLeft(file.name, file.is, () => readDocument(file, { source, files, config }));
    },
  };
}

/** The menu of Minima: pages by their titles, in the order of the settings. */
async function headerMenu(
  pages: readonly string[],
  files: JekyllFiles,
  source: Source,
): Promise<ImportedSite> {
  const menu: ImportedLink[] = [];
  for (const page of pages.filter((one) => source.has(files.root + one))) {
    const label = plainTitle(textAt(await foreignMatter(source, files.root + page), 'title'));
    if (label) menu.push({ label, address: entryAddress(page) });
  }
  return { is: 'site', menu };
}

/** What is told of a folder that does not say where its posts were. */
function withoutSettings(pattern: string, links: number): ImportedSite {
  const how = `it is not there, and ${links} links among the posts say that they were at ${pattern}. If that is wrong, put a _config.yml with "permalink" there, and import into an empty folder`;
  return { is: 'site', notes: [{ became: 'left', what: '_config.yml', how }] };
}
