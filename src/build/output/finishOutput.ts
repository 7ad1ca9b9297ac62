import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicFile } from '#journal/content/contentName.ts';
import { servedRedirects } from '#journal/public/redirects.ts';
import { digestOf } from '../../cache/bodies.ts';
import { allCards } from '../../cards/allCards.ts';
import type { Cards } from '../../cards/cards.ts';
import { lackingSigns } from '../../cards/lackingSigns.ts';
import { filesBelow, namesIn } from '../../files/outputFolder.ts';
import { currentJournal } from '../../load/current.ts';
import type { Assets } from '../../media/assets.ts';
import type { SearchBuild } from '../../search/searchBuild.ts';
import type { WrittenPages } from './manifest.ts';
import { copyPublicFiles } from './publicFiles.ts';
import { feedCopies, hostLists, joinedList, redirectFiles } from './redirects.ts';
import type { WrittenOutput } from './writtenOutput.ts';

/** What finishing an output folder takes. */
export interface OutputSources {
  readonly assets: Assets;
  readonly cards: Cards;
  /** Where Astro copies files from, and which. */
  readonly publicFolder: string;
  readonly publicFiles: readonly string[];
  readonly search: SearchBuild;
  /** What the last build left in the output folder. */
  readonly written: WrittenOutput;
  /** Tells what is being done, while it takes long. */
  progress(words: string): void;
  warn(words: string): void;
}

/**
 * Writes into the output folder what Astro does not: redirects, pictures, cards and the search; and takes out what earlier
 * builds left. `others` are files that Astro wrote, from that folder.
 */
export async function finishOutput(
  folder: string,
  pages: WrittenPages,
  others: readonly string[],
  sources: OutputSources,
): Promise<void> {
  const { assets, publicFiles, written, progress } = sources;
  const copied = await copyPublicFiles(currentJournal(), publicFiles, written);
  const redirects = await writeRedirects(folder, sources);
  progress('making pictures');
  const pictures = await assets.writeAll(folder);
  progress('making the search');
  const search = await sources.search.finish(written);
  const cards = await writeCards(folder, sources);
  const bundled = (await filesBelow(join(folder, '_astro'))).map((file) => `_astro/${file}`);
  const files = [
    ...pages.files,
    ...others,
    ...namesIn(folder, pictures),
    ...redirects,
    ...cards,
    ...search,
    ...publicFiles.map((file) => file.slice(1)),
    ...copied,
    ...bundled,
  ];
  written.keep(files, pages);
}

/** A file of public/ is the person's own word: a list of redirects there stands before ours, and anything else alone. */
async function writeRedirects(folder: string, sources: OutputSources): Promise<readonly string[]> {
  const { written } = sources;
  const { journal, publicFiles: own } = currentJournal();
  const redirects = servedRedirects(journal, [...sources.publicFiles, ...own]);
  const lists = [...redirectFiles(redirects, journal)].flatMap(([file, text]) => {
    const own = ownFile(file, sources);
    if (own === undefined) return [[file, text] as const];
    if (!hostLists.includes(file)) return [];
    return [[file, joinedList(readFileSync(own, 'utf8'), text)] as const];
  });
  const write = async (file: string, text: string) => {
    const key = digestOf(text);
    if (!written.holds(file, key)) await written.write(file, text, key);
    return file;
  };
  const files: string[] = [];
  for (const [file, text] of lists) files.push(await write(file, text));
  for (const [file, feed] of feedCopies(redirects, journal))
    files.push(await write(file, await readFile(join(folder, feed), 'utf8')));
  return files;
}

/** Where the file of public/ is that has a place in the output folder. */
function ownFile(file: string, { publicFolder, publicFiles }: OutputSources): string | undefined {
  const { publicFiles: own, onDisk } = currentJournal();
  if (own.includes(`/${file}`)) return onDisk(publicFile(`/${file}`));
  return publicFiles.includes(`/${file}`) ? join(publicFolder, file) : undefined;
}

async function writeCards(
  folder: string,
  { cards, written, progress, warn }: OutputSources,
): Promise<readonly string[]> {
  const {
    files,
    incomplete,
    written: anew,
  } = await cards.writeAll(allCards(currentJournal()), folder, (done, all) =>
    progress(`cards: ${done} of ${all}`),
  );
  for (const file of files) written.leaves(file);
  for (const [file, stamped] of anew) written.took(file, stamped, undefined);
  for (const words of lackingSigns(incomplete)) warn(words);
  return files;
}
