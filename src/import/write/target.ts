import { existsSync } from 'node:fs';
import * as fileSystem from 'node:fs/promises';
import { join } from 'node:path';
import { assembleJournal } from '#journal/content/assembleJournal.ts';
import { readContentFolder } from '#journal/content/folder.ts';
import type { Journal } from '#journal/content/journal.ts';
import { formatFault } from '#journal/fault/fault.ts';

/** The content folder that an import comes into, as it is before. */
export interface Target {
  /** Absolute path. */
  readonly root: string;
  /** Names of all files, in small letters: some disks do not tell cases apart. */
  readonly names: ReadonlySet<string>;
  /** Undefined where there is no site.yaml yet. */
  readonly journal: Journal | undefined;
  readonly hasAuthors: boolean;
}

/**
 * Reads the folder that an import comes into. One that is not there yet is empty.
 *
 * @throws where it has a site.yaml that cannot be read.
 */
export async function readTarget(root: string, shownRoot: string): Promise<Target> {
  if (!existsSync(root)) return { root, names: new Set(), journal: undefined, hasAuthors: false };
  const { texts, names } = await readContentFolder(root, fileSystem);
  const { journal, faults } = assembleJournal(texts);
  if (!journal && existsSync(join(root, 'site.yaml'))) {
    const lines = faults
      .filter(({ file }) => file === 'site.yaml')
      .map((one) => formatFault(one, shownRoot));
    throw new Error(`Nothing was imported: site.yaml has to be mended first.\n${lines.join('\n')}`);
  }
  return {
    root,
    names: new Set([...names].map((name) => name.toLowerCase())),
    journal,
    hasAuthors: existsSync(join(root, 'authors.yaml')),
  };
}
