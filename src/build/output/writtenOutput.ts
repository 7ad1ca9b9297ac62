import { constants, existsSync, mkdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keepFile } from '../../files/keptFile.ts';
import { MadeFolders } from '../../files/makeFolder.ts';
import { namesBelow, placeInOutput, removeFromOutput } from '../../files/outputFolder.ts';
import { checksumAt, type StampedFile, stampAt, writeStamped } from '../../files/stampedFile.ts';
import { utf8Bytes } from '../../files/utf8Bytes.ts';
import {
  isAlwaysWritten,
  type Manifest,
  readManifest,
  type Written,
  type WrittenPages,
} from './manifest.ts';

/** Where Astro has its bundle while it builds. A killed build leaves it behind. */
const astroFolder = '.prerender/';

/**
 * The manifest of an output folder: which files the last build of one content folder left there, and what each was made
 * of. Between two builds another journal may have been built into the same folder, files may have been edited or
 * restored, or a build may have been killed. So whatever is not, byte for byte, as it stands in the manifest is removed
 * before a build; then a file that is there is the right one.
 */
export class WrittenOutput {
  readonly #folder: string;
  readonly #list: string;
  /** A file that is there while a build is at work, and after one that broke off. */
  readonly #begun: string;
  /** What is there. */
  #known = new Map<string, Written>();
  /** Files of {@link #known} that need no other look. */
  #seen = new Set<string>();
  /** Folders, from this one, in which files of {@link #known} lie or have lain; undefined until somebody asks. */
  #holding: Set<string> | undefined;
  readonly #folders = new MadeFolders();

  /** What the last build left, as it wrote it down. */
  #last: Manifest | undefined;
  #isAnew = false;
  #isDoubted = false;

  /** `list` is the file in which the manifest is kept. */
  constructor(folder: string, list: string) {
    this.#folder = folder;
    this.#list = list;
    this.#begun = `${list}.begun`;
  }

  #lastBuild(): Manifest {
    this.#last ??= readManifest(this.#list);
    return this.#last;
  }

  /** Whether what is in the folder is a build's: one that broke off, or one that left files which are still there. */
  isKnown(): boolean {
    if (existsSync(this.#begun)) return true;
    return [...this.#lastBuild().files.keys()].some((file) => existsSync(join(this.#folder, file)));
  }

  /** Removes what is not known to be right. `anew` takes nothing for made of what it was made of. */
  async clear({ anew = false } = {}): Promise<void> {
    this.#isAnew = anew;
    mkdirSync(dirname(this.#begun), { recursive: true });
    writeFileSync(this.#begun, '');
    this.#known = new Map();
    this.#seen = new Set();
    this.#folders.forget();
    const wrong: string[] = [];
    for (const file of await namesBelow(this.#folder)) {
      const before = this.#lastBuild().files.get(file);
      // Names that begin with a dot are somebody else's, unless it was a build that put them there.
      if (file.startsWith('.') && !before && !file.startsWith(astroFolder)) continue;
      const there = before && !isAlwaysWritten(file) && this.#look(file, before);
      if (there && there.checksum === before.checksum)
        this.#known.set(file, { ...there, key: anew ? undefined : before.key });
      else wrong.push(file);
    }
    removeFromOutput(this.#folder, wrong);
    this.#holding = undefined;
  }

  /** Whether a file is there as it was made of what `key` is a digest of. */
  holds(file: string, key: string): boolean {
    const isHeld = this.#known.get(file)?.key === key;
    if (isHeld) this.#seen.add(file);
    return isHeld;
  }

  /** Whether a file is there of which it is known what it was made of. */
  holdsAny(): boolean {
    return [...this.#known.values()].some(({ key }) => key !== undefined);
  }

  /** The pages of the last build, where all of them are there as it made them, of what `inputs` is a digest of. */
  heldPages(inputs: string): WrittenPages | undefined {
    const { pages } = this.#lastBuild();
    if (this.#isAnew || pages?.inputs !== inputs) return undefined;
    if (!pages.files.every((file) => this.#known.has(file))) return undefined;
    for (const file of pages.files) this.#seen.add(file);
    return pages;
  }

  /** Writes a file. `key` is a digest of all that it was made of, where that is known. */
  async write(file: string, content: string | Uint8Array, key: string | undefined): Promise<void> {
    const path = await this.place(file);
    const bytes = typeof content === 'string' ? utf8Bytes(content) : content;
    this.took(file, writeStamped(path, bytes), key);
  }

  /** Takes note of a file that this build leaves as it found it. */
  leaves(file: string): void {
    if (this.#known.has(file)) this.#seen.add(file);
  }

  /** Takes note of a file that was written to its {@link place}. */
  took(file: string, { checksum, stamp }: StampedFile, key: string | undefined): void {
    this.#known.set(file, { checksum, stamp, key });
    this.#seen.add(file);
  }

  /** Copies a file, which lies at `source`. `key` is a digest, or a stamp, of that. */
  async copy(file: string, source: string, key: string | undefined): Promise<void> {
    await copyFile(source, await this.place(file), constants.COPYFILE_FICLONE);
    const found = this.#look(file, undefined);
    if (found) this.#known.set(file, { ...found, key });
    this.#seen.add(file);
  }

  /** Has the next build make everything anew, since what it is made of is not known after all. */
  doubt(): void {
    this.#isDoubted = true;
    for (const [file, written] of this.#known)
      this.#known.set(file, { ...written, key: undefined });
  }

  /**
   * Takes out of the folder what is not among `files` (names from there), and writes down how those were left. `pages` are
   * those among them.
   */
  keep(files: Iterable<string>, pages?: WrittenPages): void {
    const kept = new Set(files);
    const left = [...this.#known.keys()].filter((file) => !kept.has(file));
    removeFromOutput(this.#folder, left);
    const list = [...kept].map((file) => [file, this.#left(file)] as const);
    const there = list.filter(([, written]) => written);
    const isSure = there.length === list.length && !this.#isDoubted;
    keepFile(this.#list, JSON.stringify({ files: there, ...(isSure && { pages }) }));
    rmSync(this.#begun, { force: true });
  }

  /**
   * Where a file is to be written. What an earlier build left in its way goes: the file itself, which may have a second
   * name in a copy of the folder, a file where its folder is to be, or the files of a folder of its name.
   */
  async place(file: string): Promise<string> {
    this.#holding ??= foldersOf(this.#known.keys());
    for (const one of foldersOf([file])) if (this.#known.has(one)) this.#remove(one);
    if (this.#known.has(file)) this.#makeWay(file);
    addFolders(this.#holding, file);
    if (this.#holding.has(file))
      for (const one of this.#known.keys()) if (one.startsWith(`${file}/`)) this.#remove(one);
    return placeInOutput(this.#folder, file, this.#folders);
  }

  /** Removes a file in whose place another one comes: its folder stays. */
  #makeWay(file: string): void {
    const path = join(this.#folder, file);
    try {
      unlinkSync(path);
    } catch {
      return this.#remove(file);
    }
    this.#folders.know(dirname(path));
    this.#known.delete(file);
  }

  #remove(file: string): void {
    removeFromOutput(this.#folder, [file]);
    // Those that it leaves empty go with it.
    this.#folders.forget();
    this.#known.delete(file);
  }

  #left(file: string): Written | undefined {
    const known = this.#known.get(file);
    return known && this.#seen.has(file) ? known : this.#look(file, known);
  }

  /** Undefined for what is no file of its own: a link might lead out of the folder. */
  #look(file: string, known: Written | undefined): Written | undefined {
    // Of thousands, to put each path in order takes as long as to look at some.
    const path = `${this.#folder}/${file}`;
    const stamp = stampAt(path);
    if (stamp === undefined) return undefined;
    if (stamp === known?.stamp) return known;
    return { checksum: checksumAt(path), stamp };
  }
}

/** The folders in which files lie, from the output folder. */
function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const file of files) addFolders(folders, file);
  return folders;
}

/** Where a folder is known, so are those in which it lies. */
function addFolders(folders: Set<string>, file: string): void {
  for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
    const folder = file.slice(0, end);
    if (folders.has(folder)) return;
    folders.add(folder);
  }
}
