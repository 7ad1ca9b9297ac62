import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { checksumOf } from './keptFile.ts';
import { makeFolder } from './makeFolder.ts';
import { replaceFile } from './replaceFile.ts';
import { isBeingWritten } from './unfinished.ts';

/**
 * Files that are kept between builds and copied from there as they are, so that each has its checksum at the end of its
 * name: see {@link keepFile}.
 */
export class KeptFolder {
  readonly #folder: string;

  /** `folder` is created when there is something to keep. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The names under which files are kept, each with its name in the folder. */
  names(): Map<string, string> {
    const all = existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    return new Map(
      all.flatMap((file) => {
        const [, name] = withChecksum.exec(file) ?? [];
        return name === undefined ? [] : [[name, file] as const];
      }),
    );
  }

  /**
   * Removes from a folder in which nothing else lies what is not kept there: what killed processes have left half written,
   * and what versions up to 0.1.0 kept without a checksum.
   */
  clean(): void {
    if (!existsSync(this.#folder)) return;
    for (const file of readdirSync(this.#folder))
      if (!withChecksum.test(file) && !isBeingWritten(this.#folder, file))
        rmSync(this.pathOf(file), { force: true, recursive: true });
  }

  /** Keeps a file under a name, and returns its name in the folder. @throws the file system's error. */
  keep(name: string, bytes: Uint8Array): string {
    makeFolder(this.#folder);
    const file = `${name}.${checksumOf(crc32(bytes))}`;
    replaceFile(this.pathOf(file), bytes);
    // Versions up to 0.1.0 kept it without a checksum.
    rmSync(this.pathOf(name), { force: true });
    return file;
  }

  /**
   * What is in a file of {@link names}; undefined for one that is not as it was written, or cannot be read: that is removed.
   *
   * @throws the file system's error where it cannot be.
   */
  read(file: string): Uint8Array | undefined {
    const path = this.pathOf(file);
    try {
      const bytes = readFileSync(path);
      if (file.endsWith(`.${checksumOf(crc32(bytes))}`)) return bytes;
    } catch {
      // Whatever stands there is of no use.
    }
    rmSync(path, { force: true, recursive: true });
    return undefined;
  }

  /** Where a file of {@link names} lies. */
  pathOf(file: string): string {
    return join(this.#folder, file);
  }
}

const withChecksum = /^(.+)\.[\da-f]{8}$/;
