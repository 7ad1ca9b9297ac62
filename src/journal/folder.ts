import type { ContentFile } from './journal.ts';

interface FolderItem {
  readonly name: string;
  readonly parentPath: string;
  isFile(): boolean;
  isSymbolicLink(): boolean;
}

/** The few calls of a file system that reading a content folder takes; `node:fs/promises` fits. */
export interface FileSystem {
  /** Names in a folder and below it, each with what it is. */
  readdir(
    path: string,
    options: { withFileTypes: true; recursive: true },
  ): Promise<readonly FolderItem[]>;
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  /** What a link leads to. */
  stat(path: string): Promise<{ isDirectory(): boolean }>;
  realpath(path: string): Promise<string>;
}

/** A content folder, read. */
export interface ContentFolder {
  /** Markdown and YAML files in the order of their names. */
  readonly texts: readonly ContentFile[];
  /** Names of all files, the pictures beside the entries among them. */
  readonly names: ReadonlySet<string>;
  /** Where a file is on disk. */
  onDisk(file: string): string;
}

/**
 * Reads every Markdown and YAML file below `root` (an absolute path). Names that begin with `.` or `_` are passed over.
 *
 * @throws the file system's error where the folder or a file in it cannot be read.
 */
export async function readContentFolder(
  root: string,
  fileSystem: FileSystem,
): Promise<ContentFolder> {
  const base = root.replaceAll('\\', '/').replace(/\/+$/, '');
  const onDisk = new Map<string, string>();
  for (const path of await filesBelow(root, fileSystem, new Set())) {
    const file = path.slice(base.length + 1);
    if (!/(^|\/)[._]/.test(file)) onDisk.set(file.normalize('NFC'), path);
  }
  const names = [...onDisk.keys()].sort();
  const texts = await Promise.all(
    names
      .filter((name) => /\.(mdx?|markdown|ya?ml)$/i.test(name))
      .map(async (file) => ({
        file,
        source: await fileSystem.readFile(onDisk.get(file) ?? '', 'utf8'),
      })),
  );
  return { texts, names: new Set(names), onDisk: (file) => onDisk.get(file) ?? `${base}/${file}` };
}

/** Absolute paths of all files, with `/`; links to folders are followed, each folder once. */
async function filesBelow(
  folder: string,
  fileSystem: FileSystem,
  seen: Set<string>,
): Promise<string[]> {
  const real = await fileSystem.realpath(folder);
  if (seen.has(real)) return [];
  seen.add(real);
  const items = await fileSystem.readdir(folder, { withFileTypes: true, recursive: true });
  const files = await Promise.all(
    items.map(async (item) => {
      const path = `${item.parentPath.replaceAll('\\', '/').replace(/\/+$/, '')}/${item.name}`;
      if (item.isFile()) return [path];
      if (!item.isSymbolicLink()) return [];
      return (await leadsToFolder(path, fileSystem)) ? filesBelow(path, fileSystem, seen) : [path];
    }),
  );
  return files.flat();
}

async function leadsToFolder(path: string, fileSystem: FileSystem): Promise<boolean> {
  try {
    return (await fileSystem.stat(path)).isDirectory();
  } catch (error) {
    // Passed over, its entries would look as if they had been deleted.
    throw new Error(
      `${path} is a link that leads nowhere. Expected a file or a folder behind it. Mend it, or remove it.`,
      {
        cause: error,
      },
    );
  }
}
