import { parseYaml } from '#journal/file/yaml.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { salvage } from '#journal/schema/validate.ts';
import type { Format } from '../../format/format.ts';
import type { Source } from '../../source/source.ts';
import { readSourceText } from '../../source/text.ts';

/** A journal of Scrollback: its content folder, or the project around that. */
export const scrollback: Format = {
  name: 'scrollback',
  label: 'a journal of Scrollback',
  looksLike: 'a folder with a site.yaml that has title and url, and articles, notes or pages',
  recognises: async (source) => ((await contentFolderIn(source)) === undefined ? 0 : 2),
  open: async (source) => {
    const contentFolder = await contentFolderIn(source);
    if (contentFolder === undefined)
      throw new Error(
        `${source.name} has no site.yaml with title and url beside articles, notes or pages. Name the content folder of the journal.`,
      );
    return { contentFolder, async *items() {} };
  },
};

/** The content folder of a source, with a final `/`, or empty where it is all of it; of several, that nearest to the top. */
async function contentFolderIn(source: Source): Promise<string | undefined> {
  const found = source.names.flatMap((name) => {
    const [, folder] = /^((?:[^/]+\/){0,2})site\.yaml$/.exec(name) ?? [];
    return folder === undefined ? [] : [folder];
  });
  const nearest = found.sort((a, b) => a.split('/').length - b.split('/').length);
  for (const folder of nearest) if (await isContentFolder(folder, source)) return folder;
  return undefined;
}

/** Others have a site.yaml, too: with fewer keys, or without these folders. */
async function isContentFolder(folder: string, source: Source): Promise<boolean> {
  const hasTexts = source.names.some(
    (name) =>
      name.startsWith(folder) &&
      /^(?:articles|notes|pages)\/.*\.mdx?$/.test(name.slice(folder.length)),
  );
  if (!hasTexts) return false;
  const { text } = await readSourceText(source, `${folder}site.yaml`);
  return salvage(siteSchema, parseYaml(text, 'site.yaml'), {}) !== undefined;
}
