import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedItem } from '../../item/item.ts';
import type { Source } from '../../source/source.ts';
import { readConfig } from './config.ts';
import { JekyllFiles } from './files.ts';
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
  open: async (source) => openJekyll(source),
};

async function openJekyll(source: Source): Promise<OpenedExport> {
  const files = new JekyllFiles(source);
  const config = await readConfig(source, files.root);
  return {
    async *items(): AsyncIterable<ImportedItem> {
      yield config.site;
      for (const file of files.documents) yield await readDocument(file, { source, files, config });
      for (const { name, what, why } of files.left) yield { is: 'left', where: name, what, why };
    },
  };
}
