import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileSource, folderSource } from './folderSource.ts';
import type { Source } from './source.ts';
import { headOf } from './text.ts';
import { zipSource } from './zipSource.ts';

/**
 * Opens what a person named: a folder, a zip archive or any other file.
 *
 * @throws where it is not there or cannot be read, in words for people.
 */
export async function openSource(path: string): Promise<Source> {
  const status = await stat(path).catch(() => undefined);
  if (!status)
    throw new Error(
      `${path} is not there. Expected the folder or the file that you want to import. Correct the path.`,
    );
  if (status.isDirectory()) return await folderSource(path);
  if (!status.isFile())
    throw new Error(
      `${path} is neither a folder nor a file. Expected the folder or the file that you want to import. Save what comes from there as a file, and name that.`,
    );
  const file = await fileSource(path);
  const head = (await headOf(file, file.name, 4)).toString('latin1');
  if (!['PK\u0003\u0004', 'PK\u0005\u0006'].includes(head)) return file;
  try {
    return await zipSource(path);
  } catch (cause) {
    const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
    throw new Error(
      `${path} cannot be opened: ${why}. Expected a whole zip archive. Download it anew, or unpack it and name the folder.`,
      { cause },
    );
  }
}

/** The same source, which tells how far a file is read, such as `a.xml: 34 of 207 MB`, as its pieces are handed on. */
export function toldSource(source: Source, tell: (words: string) => void): Source {
  async function* told(name: string, pieces: Readable): AsyncIterable<Uint8Array> {
    const whole = megabytes(source.size(name));
    let bytes = 0;
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      tell(`${name}: ${megabytes(bytes)} of ${whole} MB`);
      yield piece;
    }
  }
  return {
    ...source,
    stream: async (name) =>
      Readable.from(told(name, await source.stream(name)), { objectMode: false }),
  };
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000);
}
