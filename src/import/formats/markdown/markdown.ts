import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedItem } from '../../item/item.ts';
import { gitDates } from '../../source/gitDates.ts';
import type { Source } from '../../source/source.ts';
import { eleventyFolder } from './eleventy.ts';
import { readDocument } from './read.ts';
import { textsIn } from './texts.ts';

/** A folder of Markdown files: of Eleventy, Micro.blog, Bear, Obsidian, or of nobody in particular. */
export const markdown: Format = {
  name: 'markdown',
  label: 'a folder of Markdown files',
  looksLike: 'a folder or an archive with .md files (Eleventy, Micro.blog, Bear and others)',
  recognises: async (source: Source) => (textsIn(source).texts.length > 0 ? 1 : 0),
  open: async (source: Source): Promise<OpenedExport> => {
    const { texts, left } = textsIn(source);
    const dates =
      source.path === undefined ? new Map<string, string>() : await gitDates(source.path);
    const eleventy = await eleventyFolder(source);
    return {
      fileOf: (address) => uploaded(address, source),
      async *items(): AsyncIterable<ImportedItem> {
        for (const name of texts) yield await readDocument(name, source, { dates, eleventy });
        for (const one of left) yield { is: 'left', where: one.name, what: 'file', why: one.why };
      },
    };
  },
};

/** The file of the source that an address of Micro.blog's uploads means, whatever its host. */
function uploaded(address: string, source: Source): string | undefined {
  const [path] = /\/uploads\/\d{4}\/[^?#]+/.exec(address) ?? [];
  return path === undefined ? undefined : source.names.find((name) => `/${name}`.endsWith(path));
}
