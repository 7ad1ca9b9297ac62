import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { namesBelow } from '../../files/outputFolder.ts';
import { stampIn } from '../../files/stampedFile.ts';

/** Files of a folder, as they were left. */
export interface LeftFiles {
  readonly folder: string;
  /** By name, from the folder. */
  readonly stamps: ReadonlyMap<string, string>;
}

/** What is not as it was left: names, from the folder. */
export interface Looked {
  /** What is there, but unknown, or with another stamp. */
  readonly others: readonly string[];
  /** What is not there. */
  readonly absent: readonly string[];
}

/** Looks at all files of a folder. @throws the file system's error. */
export async function look({ folder, stamps }: LeftFiles): Promise<Looked> {
  const there = await namesBelow(folder);
  const names = new Set(there);
  return {
    others: there.filter((name) => {
      const stamp = stamps.get(name);
      return stamp === undefined || stamp !== stampAt(join(folder, name));
    }),
    absent: [...stamps.keys()].filter((name) => !names.has(name)),
  };
}

/**
 * The stamp of a file; undefined for what is no file of its own. Asked of thousands, which is several times as much work
 * where each is awaited.
 */
export function stampAt(path: string): string | undefined {
  const status = lstatSync(path, { throwIfNoEntry: false });
  return status?.isFile() ? stampIn(status) : undefined;
}
