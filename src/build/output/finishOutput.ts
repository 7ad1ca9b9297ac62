import { join } from 'node:path';
import { digestOf } from '../../cache/bodies.ts';
import { allCards } from '../../cards/allCards.ts';
import type { Cards } from '../../cards/cards.ts';
import { lackingSigns } from '../../cards/lackingSigns.ts';
import { filesBelow, namesIn } from '../../files/outputFolder.ts';
import { currentJournal } from '../../load/current.ts';
import type { Assets } from '../../media/assets.ts';
import type { SearchBuild } from '../../search/searchBuild.ts';
import { copyPublicFiles } from './publicFiles.ts';
import { redirectFiles } from './redirects.ts';
import type { WrittenOutput } from './writtenOutput.ts';

/** What finishing an output folder takes. */
export interface OutputSources {
  readonly assets: Assets;
  readonly cards: Cards;
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
 * builds left. `pages` are the files of pages, from that folder.
 */
export async function finishOutput(
  folder: string,
  pages: readonly string[],
  sources: OutputSources,
): Promise<void> {
  const { assets, publicFiles, written, progress } = sources;
  const { journal, publicFiles: ownFiles } = currentJournal();
  // A file of public/ is the person's own word.
  const taken = new Set([...publicFiles, ...ownFiles]);
  const redirects = new Map([...redirectFiles(journal)].filter(([file]) => !taken.has(`/${file}`)));
  for (const [file, html] of redirects) {
    const key = digestOf(html);
    if (!written.holds(file, key)) await written.write(file, Buffer.from(html), key);
  }
  const copied = await copyPublicFiles(currentJournal(), publicFiles, written);
  progress('making pictures');
  const pictures = await assets.writeAll(folder);
  progress('making the search');
  const search = await sources.search.finish(written);
  const cards = await writeCards(folder, sources);
  const bundled = (await filesBelow(join(folder, '_astro'))).map((file) => `_astro/${file}`);
  await written.keep([
    ...pages,
    ...namesIn(folder, pictures),
    ...redirects.keys(),
    ...cards,
    ...search,
    ...publicFiles.map((file) => file.slice(1)),
    ...copied,
    ...bundled,
  ]);
}

async function writeCards(
  folder: string,
  { cards, progress, warn }: OutputSources,
): Promise<readonly string[]> {
  const { files, incomplete } = await cards.writeAll(
    allCards(currentJournal()),
    folder,
    (done, all) => progress(`drawing cards: ${done} of ${all}`),
  );
  for (const words of lackingSigns(incomplete)) warn(words);
  return files;
}
