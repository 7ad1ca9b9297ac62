import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { digestOf } from '../cache/bodies.ts';
import { placeInOutput } from '../files/outputFolder.ts';
import { currentJournal } from '../load/current.ts';
import type { SourceDocument } from '../render/collect/document.ts';
import { site } from '../view/site.ts';
import { indexLanguage } from './language.ts';
import { insideOf } from './plainText.ts';
import { recordHead, searchRecord } from './record.ts';
import { type SearchFile, searchFiles } from './searchIndex.ts';

/** Systems allow a process as few as 256 open files. */
const filesAtOnce = 32;

/** Where the search's files lie in the output folder. */
const searchFolder = 'pagefind';

/**
 * Writes the search index of what readers may see into the finished output folder, and returns the names of its files
 * from there. `cacheFile` is kept from build to build.
 */
export async function writeSearch(outputFolder: string, cacheFile: string): Promise<string[]> {
  const { entries, pages, site: journal } = site();
  const documents = [...entries, ...pages];
  // MDX is made by the bundler, out of more than its file: its page tells what came of it.
  const made = new Map<SourceDocument, string>();
  for (const document of documents.filter(({ format }) => format === 'mdx'))
    made.set(document, await bodyOfPage(document, outputFolder));
  const key = digestOf(
    JSON.stringify(
      documents.map((document) => [
        recordHead(document),
        made.get(document) ?? currentJournal().digestOf(document),
      ]),
    ),
  );
  const records = async () =>
    documents.map((document) =>
      searchRecord(document, made.get(document) ?? currentJournal().htmlOf(document)),
    );
  const files = await searchFiles(records, key, indexLanguage(journal.language), cacheFile);
  const limit = pLimit(filesAtOnce);
  return Promise.all(
    files.map((file) =>
      limit(async () => {
        const name = `${searchFolder}/${file.path}`;
        await writeChanged(await placeInOutput(outputFolder, name), file);
        return name;
      }),
    ),
  );
}

async function bodyOfPage(document: SourceDocument, outputFolder: string): Promise<string> {
  const page = await readFile(join(outputFolder, document.path, 'index.html'), 'utf8');
  return insideOf(page, 'e-content');
}

async function writeChanged(path: string, { content }: SearchFile): Promise<void> {
  const present = await readFile(path).catch(() => undefined);
  if (present?.equals(content)) return;
  await writeFile(path, content);
}
