import { feedTemplates } from '../../format/feedTemplates.ts';
import type { Format, OpenedExport } from '../../format/format.ts';
import { uploadedFile } from '../../format/uploads.ts';
import type { ImportedItem } from '../../item/item.ts';
import { leftOut, orLeft } from '../../item/leftOut.ts';
import { dataFiles } from '../../markdown/dataFiles.ts';
import { textsIn } from '../../markdown/texts.ts';
import { gitDates } from '../../source/gitDates.ts';
import type { Source } from '../../source/source.ts';
import { eleventyFolder, navigationIn } from './eleventy.ts';
import { FileNames } from './fileNames.ts';
import { makerOf, textsOf } from './makers.ts';
import { readDocument } from './read.ts';
import { readVault } from './vault.ts';

/** A folder of Markdown files: of Eleventy, Micro.blog, Bear, Obsidian, or of nobody in particular. */
export const markdown: Format = {
  name: 'markdown',
  label: 'a folder of Markdown files',
  looksLike: 'a folder or an archive with .md files (Eleventy, Micro.blog, Bear and others)',
  recognises: async (source: Source) => {
    if (textsIn(source).texts.length > 0) return 1;
    return textsOf(source, await makerOf(source)).texts.length > 0 ? 1 : 0;
  },
  open: async (source: Source): Promise<OpenedExport> => {
    const eleventy = await eleventyFolder(source);
    const maker = eleventy.isOne ? undefined : await makerOf(source);
    const { texts, left } = textsOf(source, maker);
    const dates =
      source.path === undefined ? new Map<string, string>() : await gitDates(source.path);
    const facts = {
      dates,
      eleventy,
      maker,
      files: new FileNames(source.names),
      texts: new Set(texts),
      vault: await readVault(texts, source),
    };
    return {
      fileOf: (address) => uploadedFile(address, source),
      async *items(): AsyncIterable<ImportedItem> {
        const { data } = facts.eleventy;
        if (maker) yield maker.site;
        if (data !== undefined) yield* dataFiles(source, data);
        if (facts.eleventy.isOne) yield (await feedTemplates(source, facts.eleventy.top)).site;
        yield await navigationIn(texts, source);
        for (const name of texts)
          yield await orLeft(name, 'file', () => readDocument(name, source, facts));
        for (const one of left) yield leftOut(one.name, 'file', one.why);
      },
    };
  },
};
