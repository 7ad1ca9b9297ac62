import { Bodies } from '../cache/bodies.ts';
import { Entries } from '../cache/entries.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { removeUnfinished } from '../files/unfinished.ts';
import { Assets } from '../media/assets.ts';
import { SimilarCache } from '../related/similarCache.ts';
import { Places } from './places.ts';
import { TextFiles } from './textFiles.ts';

/** What is kept between loads of one content folder. */
export interface Caches {
  readonly texts: TextFiles;
  readonly entries: Entries;
  readonly bodies: Bodies;
  readonly assets: Assets;
  readonly similar: SimilarCache;
  readonly places: Places;
}

/** Opens the caches in `folder`, which is created; without one, nothing is kept beyond the process. */
export function openCaches(folder: string | undefined): Caches {
  if (folder !== undefined) {
    makeFolder(folder);
    removeUnfinished(folder);
  }
  return {
    texts: new TextFiles(),
    entries: new Entries(folder),
    bodies: new Bodies(folder),
    assets: new Assets(folder),
    similar: new SimilarCache(folder),
    places: new Places(folder),
  };
}

/** Gives up what only another load, or none, would ask for. */
export function forgetTexts({ texts, entries }: Caches): void {
  texts.forget();
  entries.forgetTexts();
}

/** Writes what a load found anew. Pictures and comparisons are written as they are made. */
export function saveCaches({ entries, bodies }: Caches): void {
  entries.save();
  bodies.save();
}
