import { feedTemplates } from '../../format/feedTemplates.ts';
import { uploadedFile } from '../../format/files.ts';
import type { Format, OpenedExport } from '../../format/format.ts';
import type { ImportedItem } from '../../item/item.ts';
import { leftOut, orLeft } from '../../item/leftOut.ts';
import { dataFiles } from '../../markdown/dataFiles.ts';
import { textsIn } from '../../markdown/foreignFile.ts';
import { gitDates } from '../../source/gitDates.ts';
import type { Source } from '../../source/source.ts';
import { eleventyFolder, navigationIn } from './eleventy.ts';
import type { Maker, MakerKind } from './maker.ts';
import { nikola } from './nikola.ts';
import { pelican } from './pelican.ts';
import { readDocument } from './read.ts';
import { FileNames, readVault } from './vault.ts';
import { webMakers } from './webMakers.ts';

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

const kinds: readonly MakerKind[] = [pelican, nikola, ...webMakers];

/**
 * The generator that is set up in a folder; undefined where there is none that is known. One that most of the texts are not of
 * lies there by chance, as a project among notes does.
 */
async function makerOf(source: Source): Promise<Maker | undefined> {
  const { texts } = textsIn(source);
  const hasMost = (root: string) =>
    texts.filter((name) => name.startsWith(root)).length * 2 >= texts.length;
  const names = source.names
    .filter((name) => !/(?:^|\/)node_modules\//.test(name))
    .sort((a, b) => a.split('/').length - b.split('/').length);
  for (const { settings, read } of kinds) {
    const [file, root = ''] =
      names.map((name) => settings.exec(name)).find((found) => found && hasMost(found[1] ?? '')) ??
      [];
    const maker = file === undefined ? undefined : await read(source, file, root);
    if (maker) return maker;
  }
  return undefined;
}

/** The texts of a folder: those in Markdown, and what its generator takes for one, too. */
function textsOf(source: Source, maker: Maker | undefined) {
  const { texts, left } = textsIn(source);
  const known = new Set(texts);
  const others = source.names.filter((name) => !known.has(name) && maker?.isText?.(name));
  const taken = new Set(others);
  return { texts: [...texts, ...others], left: left.filter(({ name }) => !taken.has(name)) };
}
