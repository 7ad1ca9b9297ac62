import { type FSWatcher, watch } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withoutPosts } from './posts.ts';

/** What became of a file of the journal. */
export interface FileChange {
  /** From the content folder, with `/`. */
  readonly file: string;
  readonly kind: 'new' | 'changed' | 'gone';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it said before, and what it says; empty for pictures. */
  readonly before: string;
  readonly text: string;
}

interface KnownFile {
  readonly stamp: string;
  readonly text: string;
}

const settleMilliseconds = 50;
/** Some systems tell of a folder that is new, and not of what was put into it in the same moment. */
const lookAgainMilliseconds = 1_000;
/** A post that is noted this soon is part of the change before, which was sent with it. */
const oneChangeMilliseconds = 4_000;
const mostChanges = 40;

/** Knows the files of a folder, and tells what became of each, newest first. */
export class WatchedFolder {
  readonly #root: string;
  readonly #tell: () => void;
  #known = new Map<string, KnownFile>();
  #changes: FileChange[] = [];
  #watcher: FSWatcher | undefined;
  #waiting: NodeJS.Timeout | undefined;
  #again: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(root: string, tell: () => void) {
    this.#root = root;
    this.#tell = tell;
  }

  /** What changed since the start, the newest first, each file once. */
  get changes(): readonly FileChange[] {
    return this.#changes;
  }

  /** The texts of all files, by name. */
  get texts(): ReadonlyMap<string, string> {
    return new Map([...this.#known].map(([file, { text }]) => [file, text]));
  }

  /** Begins to watch: what is there is known, and no news. */
  async start(): Promise<void> {
    this.#known = await this.#read();
    this.#watcher = watch(this.#root, { recursive: true }, () => this.#soon());
    // A watcher that fails leaves the looks that follow every change.
    this.#watcher.on('error', () => undefined);
    this.#again = setInterval(() => this.#soon(), lookAgainMilliseconds);
  }

  stop(): void {
    this.#watcher?.close();
    clearTimeout(this.#waiting);
    clearInterval(this.#again);
  }

  /** Looks at the files, and resolves when what is there is known. */
  look(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#compare()).catch(() => undefined);
    return this.#turn;
  }

  #soon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.look(), settleMilliseconds);
  }

  async #compare(): Promise<void> {
    const fresh = await this.#read();
    const names = new Set([...this.#known.keys(), ...fresh.keys()]);
    let isChanged = false;
    for (const file of names) {
      const [before, after] = [this.#known.get(file), fresh.get(file)];
      if (before?.stamp === after?.stamp) continue;
      const isText = isTextName(file);
      if (isText && before?.text === after?.text && before && after) continue;
      isChanged = true;
      this.#note(file, before, after);
    }
    this.#known = fresh;
    if (isChanged) this.#tell();
  }

  #note(file: string, before: KnownFile | undefined, after: KnownFile | undefined): void {
    const at = Date.now();
    const last = this.#changes.find((change) => change.file === file);
    const isPosted = before && after && withoutPosts(before.text) === withoutPosts(after.text);
    const isSame = isPosted && last !== undefined && at - last.at < oneChangeMilliseconds;
    const kind = after === undefined ? 'gone' : before === undefined ? 'new' : 'changed';
    const change: FileChange = {
      file,
      kind: isSame && last.kind === 'new' && kind === 'changed' ? 'new' : kind,
      at,
      before: isSame ? last.before : (before?.text ?? ''),
      text: after?.text ?? '',
    };
    const others = this.#changes.filter((one) => one.file !== file);
    this.#changes = [change, ...others].slice(0, mostChanges);
  }

  async #read(): Promise<Map<string, KnownFile>> {
    const all = await readdir(this.#root, { recursive: true, withFileTypes: true });
    const files = all.filter((one) => one.isFile() && isShownName(one.name));
    const known = await Promise.all(
      files.map(async (one) => {
        const path = join(one.parentPath, one.name);
        const file = relative(this.#root, path).replaceAll('\\', '/');
        return [file, await this.#readFile(file, path)] as const;
      }),
    );
    return new Map(known.flatMap(([file, one]) => (one ? [[file, one] as const] : [])));
  }

  async #readFile(file: string, path: string): Promise<KnownFile | undefined> {
    try {
      const { mtimeMs, size } = await stat(path);
      const stamp = `${mtimeMs} ${size}`;
      const known = this.#known.get(file);
      if (known?.stamp === stamp) return known;
      return { stamp, text: isTextName(file) ? await readFile(path, 'utf8') : '' };
    } catch {
      // It went while the folder was read.
      return undefined;
    }
  }
}

/** Whether a file of the journal is read by people and not looked at. */
export function isTextName(file: string): boolean {
  return /\.(mdx?|ya?ml|css|html|txt)$/i.test(file);
}

/** Not what programs leave beside a file while they write it. */
function isShownName(name: string): boolean {
  return !name.startsWith('.') && !/~$|\.(tmp|swp|new)$/.test(name);
}
