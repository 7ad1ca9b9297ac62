import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOf, madeUpEntry } from './corpus.ts';

/** A change to a folder of entries; `round` makes it another one each time. */
type Edit = (folder: string, entries: number, round: number) => Promise<void>;

/** What a writer does between two builds, by name. */
export const edits = {
  body: (folder, entries, round) =>
    change(
      folder,
      entries,
      round,
      (text) => `${text}\nOne word more: ${'again '.repeat(round)}.\n`,
    ),
  title: (folder, entries, round) =>
    change(folder, entries, round + 20, (text) =>
      text.replace(/^title: .*$/m, `title: Another title ${round}`),
    ),
  add: async (folder, entries, round) => {
    const entry = { ...madeUpEntry(entries + round, entries), name: `added-${round}` };
    await writeFile(join(folder, `${entry.name}.md`), fileOf({ ...entry, date: '2026-01-02' }));
  },
  delete: (folder, entries, round) => rm(fileAt(folder, entries, round + 40)),
} as const satisfies Record<string, Edit>;

/** Files from all over the years: an old one touches other lists than a new one. */
function fileAt(folder: string, entries: number, number: number): string {
  return join(folder, `entry-${(number * 7919) % entries}.md`);
}

async function change(
  folder: string,
  entries: number,
  number: number,
  edit: (text: string) => string,
): Promise<void> {
  const file = fileAt(folder, entries, number);
  await writeFile(file, edit(await readFile(file, 'utf8')));
}
