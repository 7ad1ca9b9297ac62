import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedItem, ImportedSite } from '../../item/item.ts';
import type { Source } from '../../source/source.ts';
import { readConfig } from './config.ts';
import { JekyllFiles } from './files.ts';
import { type LikelyPermalink, likelyPermalink } from './likelyPermalink.ts';
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
  const settings = await readConfig(source, files.root);
  const likely = settings.isThere ? undefined : await likelyPermalink(source, files.documents);
  const config = { ...settings, permalink: likely?.pattern ?? settings.permalink };
  return {
    async *items(): AsyncIterable<ImportedItem> {
      yield config.site;
      if (likely) yield withoutSettings(likely);
      for (const file of files.documents) yield await readDocument(file, { source, files, config });
    },
  };
}

/** What is told of a folder that does not say where its posts were. */
function withoutSettings({ pattern, links }: LikelyPermalink): ImportedSite {
  const how = `it is not there, and ${links} links among the posts say that they were at ${pattern}. If that is wrong, put a _config.yml with "permalink" there, and import into an empty folder`;
  return { is: 'site', notes: [{ became: 'left', what: '_config.yml', how }] };
}
