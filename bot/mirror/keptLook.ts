import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectFolder } from '#journal/command/place.ts';
import type { BotConfig } from '../base/config.ts';
import { readerOf } from '../content/contentFolder.ts';
import type { KeptFolder } from '../content/folderReader.ts';
import type { KeptPost, MirroredEntries } from './mirroredEntries.ts';

const program = resolve(import.meta.dirname, '../..');

/** What is kept of a look: plain data, as JSON. */
interface Kept {
  /** Stands for the content folder and for the code that looked. */
  readonly key: string;
  readonly folder: KeptFolder;
  readonly posts: readonly (readonly [file: string, post: KeptPost])[];
}

const nothing: Kept = { key: '', folder: { site: '', entries: [] }, posts: [] };

/**
 * What one `npm run mirror` leaves for the next: of entries whose files nobody has touched since, neither the text nor the
 * post is made again. Only what would come out the same is taken from it, and where it is lost all is read anew.
 */
export class KeptLook {
  readonly #contentFolder: string;
  readonly #path: string;
  readonly #key: string;
  readonly #before: Kept;

  constructor({ contentFolder, stateFolder }: Pick<BotConfig, 'contentFolder' | 'stateFolder'>) {
    this.#contentFolder = contentFolder;
    this.#path = join(stateFolder, 'look.json');
    this.#key = keyOf(contentFolder);
    const before = readKept(this.#path);
    this.#before = before.key === this.#key ? before : nothing;
  }

  /** Before the first look: lets it know what is kept. */
  recall(entries: MirroredEntries): void {
    readerOf(this.#contentFolder).recall(this.#before.folder);
    entries.recall(this.#before.posts);
  }

  /** After a look: keeps what it found, if that is anything new. */
  keep(entries: MirroredEntries): void {
    const reader = readerOf(this.#contentFolder);
    if (reader.isAsRecalled() && entries.isAsRecalled()) return;
    write(this.#path, { key: this.#key, folder: reader.kept(), posts: entries.kept() });
  }
}

/** The state of all code that a look runs through, and the versions of what it uses. */
function keyOf(contentFolder: string): string {
  const hash = createHash('sha256').update(contentFolder);
  // Five hundred files take long to read; a time of change is one that nobody sets.
  const add = (folder: string, name: string) => {
    const state = statSync(join(folder, name), { throwIfNoEntry: false });
    hash.update(`\0${name}\0${state?.size} ${state?.ctimeMs}`);
  };
  for (const folder of ['bot', 'src/journal']) {
    const names = readdirSync(join(program, folder), { encoding: 'utf8', recursive: true });
    for (const name of names.filter((one) => /\.[jt]s$/.test(one)).sort())
      add(join(program, folder), name);
  }
  for (const name of ['package-lock.json', 'node_modules/.package-lock.json'])
    add(projectFolder(program), name);
  return hash.digest('base64url');
}

function readKept(path: string): Kept {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return nothing;
  }
}

/** It is for speed alone: where it cannot be written, the next look takes longer. */
function write(path: string, kept: Kept): void {
  const unfinished = `${path}.${process.pid}.new`;
  try {
    // Drafts are in it.
    writeFileSync(unfinished, JSON.stringify(kept), { mode: 0o600 });
    renameSync(unfinished, path);
  } catch {
    rmSync(unfinished, { force: true });
  }
}
