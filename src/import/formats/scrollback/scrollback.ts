import { parseYaml } from '#journal/file/yaml.ts';
import { siteSchema } from '#journal/schema/siteSchema.ts';
import { salvage } from '#journal/schema/validate.ts';
import { formatOf } from '../../format/format.ts';
import type { Source } from '../../source/source.ts';
import { namesThat, readSourceText } from '../../source/text.ts';

/** A journal of Scrollback: its content folder, or the project around that. */
export const scrollback = formatOf({
  name: 'scrollback',
  label: 'a journal of Scrollback',
  looksLike: 'a folder with a site.yaml that has title and url, and articles, notes or pages',
  find: contentFolders,
  lacks:
    'has no site.yaml with title and url beside articles, notes or pages. Name the content folder of the journal.',
  open: async (_, [contentFolder = '']) => ({ contentFolder, async *items() {} }),
});

/** The content folders of a source, with a final `/`, or empty where one is all of it; those nearest to the top first. */
async function contentFolders(source: Source): Promise<string[]> {
  const likely = source.names.flatMap(
    (name) => /^((?:[^/]+\/){0,2})site\.yaml$/.exec(name)?.[1] ?? [],
  );
  const nearest = likely.sort((a, b) => a.split('/').length - b.split('/').length);
  return await namesThat(nearest, async (folder) => await isContentFolder(folder, source));
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
