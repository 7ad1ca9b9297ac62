import pLimit from 'p-limit';
import { isContentName, isTextFile } from './contentName.ts';
import { compareText, type Fault } from './fault.ts';

interface FolderItem {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** The few calls of a file system that reading a content folder takes; `node:fs/promises` fits. */
export interface FileSystem {
  /** Names in a folder, each with what it is. */
  readdir(path: string, options: { withFileTypes: true }): Promise<readonly FolderItem[]>;
  readFile(path: string): Promise<Uint8Array>;
  /** What a link leads to. */
  stat(path: string): Promise<{ isDirectory(): boolean; isFile(): boolean }>;
  realpath(path: string): Promise<string>;
}

/** What is in a folder and below it. Paths are from that folder, with `/`. */
export interface FolderWalk {
  readonly files: readonly string[];
  readonly faults: readonly Fault[];
  /** Links that lead nowhere and folders that may not be read: what lies behind them is unknown. */
  readonly unread: readonly string[];
}

/** Walks through a folder; links to folders are followed, each folder once. @throws where `root` cannot be read. */
export async function walkFolder(
  root: string,
  fileSystem: FileSystem,
  atOnce: number,
): Promise<FolderWalk> {
  const walk = new Walk(root, fileSystem, atOnce);
  await walk.begin();
  return walk;
}

class Walk implements FolderWalk {
  readonly files: string[] = [];
  readonly faults: Fault[] = [];
  readonly unread: string[] = [];
  readonly #root: string;
  readonly #fileSystem: FileSystem;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #seen = new Set<string>();
  #links: string[] = [];

  constructor(root: string, fileSystem: FileSystem, atOnce: number) {
    this.#root = root;
    this.#fileSystem = fileSystem;
    this.#limit = pLimit(atOnce);
  }

  async begin(): Promise<void> {
    const items = await this.#fileSystem.readdir(this.#root, { withFileTypes: true });
    await this.#enter('', await this.#realOf(this.#root), items);
    // Links come last and in order, so that a folder with two names always has the same one.
    for (let links = this.#next(); links.length > 0; links = this.#next())
      for (const link of links) await this.#follow(link);
  }

  #next(): string[] {
    const links = this.#links.sort(compareText);
    this.#links = [];
    return links;
  }

  async #enter(folder: string, real: string, known?: readonly FolderItem[]): Promise<void> {
    if (this.#seen.has(real)) return;
    this.#seen.add(real);
    const items = known ?? (await this.#itemsOf(folder));
    await Promise.all(
      items.map(async (item) => {
        const path = folder === '' ? item.name : `${folder}/${item.name}`;
        if (!isContentName(path)) return;
        if (/\p{Cc}/u.test(item.name)) this.faults.push(controlFault(path));
        else if (item.isSymbolicLink()) this.#links.push(path);
        else if (item.isDirectory()) await this.#enter(path, `${real}/${item.name}`);
        else this.#take(path, item);
      }),
    );
  }

  async #itemsOf(folder: string): Promise<readonly FolderItem[]> {
    try {
      return await this.#limit(() =>
        this.#fileSystem.readdir(`${this.#root}/${folder}`, { withFileTypes: true }),
      );
    } catch (error) {
      this.unread.push(folder);
      this.faults.push({
        file: folder,
        line: 1,
        what: `a folder that cannot be read (${codeOf(error)})`,
        expected: 'a folder that may be read',
        cure: 'give the permission to read it, or remove it',
      });
      return [];
    }
  }

  async #realOf(path: string): Promise<string> {
    return (await this.#fileSystem.realpath(path)).replaceAll('\\', '/');
  }

  async #follow(link: string): Promise<void> {
    const path = `${this.#root}/${link}`;
    try {
      const target = await this.#fileSystem.stat(path);
      if (!target.isDirectory()) return this.#take(link, target);
      await this.#enter(link, await this.#realOf(path));
    } catch (error) {
      // Taken for deleted, what lies behind it would be taken down.
      if (mayHoldEntries(link)) this.unread.push(link);
      this.faults.push({
        file: link,
        line: 1,
        what: `a link that leads nowhere (${codeOf(error)}), which is passed over`,
        expected: 'a file or a folder behind it',
        cure: 'mend it, or remove it',
        warning: true,
      });
    }
  }

  /** Pipes and devices would be read for ever. */
  #take(path: string, item: { isFile(): boolean }): void {
    if (item.isFile()) this.files.push(path);
    else if (isTextFile(path))
      this.faults.push({
        file: path,
        line: 1,
        what: 'a pipe, a socket or a device, which is passed over',
        expected: 'a file',
        cure: 'put a file there, or remove it',
        warning: true,
      });
  }
}

function controlFault(path: string): Fault {
  return {
    file: path.replace(/\p{Cc}/gu, '�'),
    line: 1,
    what: 'a name with a line break or another control character in it (shown as �)',
    expected: 'a name that can be written on one line',
    cure: 'rename it',
  };
}

/** An entry's file, or a folder, of one of the two kinds. */
function mayHoldEntries(link: string): boolean {
  return /^(?:articles|notes)(?:\/|$)/.test(link) && /(?:\.mdx?|(?:^|\/)[^./]+)$/.test(link);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
