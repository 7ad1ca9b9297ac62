import * as fileSystem from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { walkFolder } from '#journal/content/folderWalk.ts';

/** What a watcher says that it looks after: names in each folder. */
interface Watcher {
  getWatched(): Readonly<Record<string, readonly string[]>>;
}

/** A folder that was read, and that a watcher begins to look after. */
export interface BegunFolder {
  /** Absolute path. */
  readonly root: string;
  readonly watcher: Watcher;
  /** Milliseconds since 1970, before it was read. */
  readonly readAt: number;
}

/** When the folder is looked at. */
export interface Looks {
  readonly waits?: readonly number[];
  now?(): number;
}

/** How long each look waits for the watcher: where that passes over a file, it is not waited for for ever. */
const usualWaits = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000];
/** Disks of memory cards give times of two seconds. */
const clockMilliseconds = 2_000;
const filesAtOnce = 64;

/**
 * A watcher takes all that it finds as it begins for what was there, and tells nothing of it: what was written after the
 * folder was read, and before the watcher came to it, would never be seen. So the folder is looked at until the watcher
 * knows every file in it, and once more, and `tell` is called where something is newer than the look before.
 */
export async function tellWhatWasMissed(
  { root, watcher, readAt }: BegunFolder,
  tell: () => void,
  { waits = usualWaits, now = Date.now }: Looks = {},
): Promise<void> {
  let since = readAt;
  let wasWatched = false;
  for (const milliseconds of waits) {
    await delay(milliseconds, undefined, { ref: false });
    const begun = now();
    const files = await filesIn(root);
    const isWatched = isEachWatched(files, watcher);
    if (await isNewerThan(since - clockMilliseconds, files)) tell();
    if (wasWatched) return;
    wasWatched = isWatched;
    since = begun;
  }
}

async function filesIn(root: string): Promise<readonly string[]> {
  const { files } = await walkFolder(root, fileSystem, filesAtOnce);
  return files.map((file) => join(root, file));
}

function isEachWatched(files: readonly string[], watcher: Watcher): boolean {
  const watched = new Map(
    Object.entries(watcher.getWatched()).map(([folder, names]) => [folder, new Set(names)]),
  );
  return files.every((file) => watched.get(dirname(file))?.has(basename(file)));
}

/** A folder is newer, too, where a name in it went. */
async function isNewerThan(moment: number, files: readonly string[]): Promise<boolean> {
  const paths = new Set([...files, ...files.map((file) => dirname(file))]);
  const newer = await Promise.all(
    [...paths].map(async (path) => {
      const status = await fileSystem.stat(path).catch(() => undefined);
      return status === undefined || Math.max(status.ctimeMs, status.mtimeMs) >= moment;
    }),
  );
  return newer.includes(true);
}
