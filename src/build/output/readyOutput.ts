import { join } from 'node:path';
import { readyOutputFolder } from '../../files/outputFolder.ts';
import { FolderLock } from './folderLock.ts';
import {
  type DearFolder,
  refuseDearFolder,
  refuseOtherThings,
  refusePublicFiles,
} from './outputGuard.ts';
import type { WrittenOutput } from './writtenOutput.ts';

/** What a build is about to write, and where. */
export interface OutputPlan {
  readonly outputFolder: string;
  /** What the output folder may not be. */
  readonly dear: readonly DearFolder[];
  /** Paths from the site's root. */
  readonly publicFiles: readonly string[];
  /** What the last build left in the output folder. */
  readonly written: WrittenOutput;
}

/**
 * Makes sure that a build may write into its output folder, and that it is the only one that does.
 *
 * @returns what keeps other builds out of all folders that this one writes into.
 * @throws before anything is removed.
 */
export function readyOutput(plan: OutputPlan): readonly FolderLock[] {
  const { outputFolder, dear, publicFiles, written } = plan;
  refusePublicFiles(publicFiles);
  refuseDearFolder(outputFolder, dear);
  const locks = foldersOf(outputFolder).map((folder) => {
    readyOutputFolder(folder);
    return new FolderLock(folder);
  });
  refuseOtherThings(outputFolder, () => written.isKnown() || locks[0]?.isLeftover === true);
  for (const lock of locks) lock.begin();
  return locks;
}

/** Astro keeps its bundle in the working folder where the output folder is outside of that. */
function foldersOf(outputFolder: string): string[] {
  const here = process.cwd();
  return outputFolder.startsWith(here) ? [outputFolder] : [outputFolder, join(here, '.astro')];
}
