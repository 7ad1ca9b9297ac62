import { open, stat } from 'node:fs/promises';
import { fileSource, folderSource } from './folderSource.ts';
import type { Source } from './source.ts';
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
  if (!(await isZip(path))) return await fileSource(path);
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

async function isZip(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const marks = [Buffer.from('PK\u0003\u0004'), Buffer.from('PK\u0005\u0006')];
    return bytesRead === 4 && marks.some((mark) => mark.equals(buffer));
  } finally {
    await handle.close();
  }
}
