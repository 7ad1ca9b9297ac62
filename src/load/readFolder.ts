import { type ContentFolder, type FileSystem, readContentFolder } from '#journal/content/folder.ts';
import type { Caches } from './caches.ts';

/**
 * Reads a content folder. `onChange` is called as soon as it is known that there is an entry which is not as it is kept, or
 * that one has gone.
 */
export async function readFolder(
  root: string,
  fileSystem: FileSystem,
  { texts, entries }: Pick<Caches, 'texts' | 'entries'>,
  onChange: (() => void) | undefined,
): Promise<ContentFolder> {
  let tell = onChange;
  const changed = () => {
    tell?.();
    tell = undefined;
  };
  const folder = await readContentFolder(root, fileSystem, (file, path) => {
    const text = texts.read(file, path);
    if (tell && text && entries.isChanged(text)) changed();
    return text;
  });
  if (tell && entries.isGone(folder.names)) changed();
  return folder;
}
