import pLimit from 'p-limit';
import { compareText, type Fault } from '../fault/fault.ts';
import { isContentName, isTextFile } from './contentName.ts';

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

/**
 * Walks through a folder; links to folders are followed, each folder once, and {@link mostBehindLinks} names in all: one
 * link may lead to a whole disk.
 *
 * @throws where `root` cannot be read.
 */
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
  /** Where the links lead from. */
  #real = '';
  #links: string[] = [];
  #leftBehindLinks = Number.POSITIVE_INFINITY;

  constructor(root: string, fileSystem: FileSystem, atOnce: number) {
    this.#root = root;
    this.#fileSystem = fileSystem;
    this.#limit = pLimit(atOnce);
  }

  async begin(): Promise<void> {
    const root = this.#root || '/';
    const items = await this.#fileSystem.readdir(root, { withFileTypes: true });
    // What is no journal may be a whole disk, or /proc, which has no end.
    if (!items.some(({ name }) => journalNames.has(name))) return;
    this.#real = await this.#realOf(root);
    await this.#enter('', this.#real, items);
    this.#leftBehindLinks = mostBehindLinks;
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
    if (this.#leftBehindLinks < 0) return;
    const items = known ?? (await this.#itemsOf(folder));
    this.#leftBehindLinks -= items.length;
    if (items.some(({ name }) => name === botDatabase)) {
      this.faults.push(stateFault(folder));
      if (folder !== '') return;
    }
    await Promise.all(
      items.map(async (item) => {
        const path = folder === '' ? item.name : `${folder}/${item.name}`;
        if (!isContentName(path)) return;
        if (unwritable.test(item.name)) this.faults.push(controlFault(path));
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
        kind: 'unreadable',
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
      const real = await this.#realOf(path);
      if (isHidden(real, this.#real)) this.#refuse(link, hiddenTarget);
      else if (isBottomless(real, this.#real)) this.#refuse(link, bottomlessTarget);
      else if (target.isDirectory()) await this.#enterLink(link, real);
      else this.#take(link, target);
    } catch (error) {
      // Taken for deleted, what lies behind it would be taken down.
      if (mayHoldEntries(link)) this.unread.push(link);
      this.faults.push({
        file: link,
        line: 1,
        kind: 'loose-end',
        what: `a link that leads nowhere (${codeOf(error)}), which is passed over`,
        expected: 'a file or a folder behind it',
        cure: 'mend it, or remove it',
        warning: true,
      });
    }
  }

  async #enterLink(link: string, real: string): Promise<void> {
    const before = this.files.length;
    await this.#enter(link, real);
    if (this.#leftBehindLinks >= 0) return;
    this.files.length = before;
    this.#links = this.#links.filter((one) => !one.startsWith(`${link}/`));
    this.#refuse(link, hugeTarget);
    this.#leftBehindLinks = 0;
  }

  #refuse(link: string, why: Omit<Fault, 'file' | 'line'>): void {
    if (mayHoldEntries(link)) this.unread.push(link);
    this.faults.push({ file: link, line: 1, ...why });
  }

  /** Pipes and devices would be read for ever. */
  #take(path: string, item: { isFile(): boolean }): void {
    if (item.isFile()) this.files.push(path);
    else if (isTextFile(path))
      this.faults.push({
        file: path,
        line: 1,
        kind: 'special-file',
        what: 'a pipe, a socket or a device, which is passed over',
        expected: 'a file',
        cure: 'put a file there, or remove it',
        warning: true,
      });
  }
}

/** Of these, a journal has one at least. */
const journalNames = new Set(
  'site.yaml authors.yaml people.yaml blogroll.yaml articles notes pages series comments'.split(
    ' ',
  ),
);

/** Its name where the bot keeps what it knows. */
const botDatabase = 'bot.sqlite';

/**
 * Whether a link out of the content folder, or back into it, leads to what nobody is to see: `.env`, `.git`, `.ssh`. What
 * git-annex keeps in `.git` is content.
 */
function isHidden(target: string, root: string): boolean {
  const shared = sharedLength(target.split('/'), root.split('/'));
  const way = target.split('/').slice(shared).join('/');
  return /(?:^|\/)(?:\.(?!git\/annex\/objects\/)|bot\.sqlite)/.test(way);
}

const hiddenTarget = {
  kind: 'private-link',
  what: "a link to what is hidden (a name on its way begins with a dot, or it is the bot's), which is not read",
  expected: 'a link to a file or a folder that anybody may see',
  cure: 'remove it, or move what it leads to',
} as const;

/**
 * Whether a link leads to a folder that the journal itself lies in, or to where a system shows itself as files. Both are
 * real, absolute paths with `/`.
 */
export function isBottomless(target: string, root: string): boolean {
  const holdsJournal = root.startsWith(target.replace(/\/*$/, '/'));
  return holdsJournal || /^\/(?:proc|sys|dev(?!\/shm\/))(?:\/|$)/.test(target);
}

const bottomlessTarget = {
  kind: 'far-link',
  what: 'a link to a folder that the journal lies in, or to one of the system, which is not read',
  expected: 'a link to a folder with files of the journal alone',
  cure: 'remove it, or let it lead to the folder that is meant',
  // What it leads to cannot be content: nothing of a journal is missing without it.
  warning: true,
} as const;

/** More than any archive of pictures, and read in a few seconds. */
const mostBehindLinks = 100_000;

const hugeTarget = {
  kind: 'far-link',
  what: `a link to a folder that is not read: with it, more than ${mostBehindLinks} names lie behind links`,
  expected: bottomlessTarget.expected,
  cure: bottomlessTarget.cure,
} as const;

function sharedLength(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((name, index) => name !== b[index]);
  return different === -1 ? a.length : different;
}

function stateFault(folder: string): Fault {
  return {
    file: folder === '' ? botDatabase : folder,
    line: 1,
    kind: 'bot-state',
    what: `the bot's state (${botDatabase}) among what is published, which is not read`,
    expected: 'the state outside of the content folder',
    cure: 'move it, and set JOURNAL_STATE to where it is',
  };
}

/** Control characters, and what parts lines or paragraphs in Unicode. */
const unwritable = /[\p{Cc}\p{Zl}\p{Zp}]/u;

function controlFault(path: string): Fault {
  return {
    file: path.replace(new RegExp(unwritable, 'gu'), '�'),
    line: 1,
    kind: 'bad-name',
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
