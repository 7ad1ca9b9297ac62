import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { repositoriesOf, unfinishedWork } from '../../bot/git/unfinished.ts';
import type { World } from './world.ts';

const run = promisify(execFile);

/** Lets a bot that meets the limit of its files go on, as on a disk that is full: Node would die of the signal. */
export const outlivesFileLimit = {
  NODE_OPTIONS: "--import=data:text/javascript,process.on('SIGXFSZ',()=>{})",
};

/** What goes wrong around a bot for a while, and passes. */
export interface Mishap {
  /** What it is called where a run is told. */
  readonly name: string;
  /** Whether it is on. */
  isOn(): boolean;
  /** Whether files of the journal can be written meanwhile. */
  isInTheWay(): boolean;
  /** Begins it, if it can begin at this moment; `pid` is that of the bot, where it lives. */
  begin(random: () => number, pid: number | undefined): Promise<void>;
  end(random: () => number, pid: number | undefined): Promise<void>;
}

/** A journal in a repository whose owner merges, rebases or picks what does not fit, and thinks about it. */
export async function unfinishedGit({ content }: World, tracked: string): Promise<Mishap> {
  const git = async (...parameters: string[]) => {
    const own = ['-c', 'user.name=A', '-c', 'user.email=a@b.example', '-c', 'core.editor=true'];
    return (await run('git', [...own, ...parameters], { cwd: content })).stdout.trim();
  };
  const commit = async (words: string) => {
    await git('add', tracked);
    await git('commit', '--quiet', '--allow-empty', '-m', words);
  };
  const isUnfinished = () => unfinishedWork(repositoriesOf(content)) !== undefined;
  await git('init', '--quiet', '--initial-branch=main');
  let kind = 'merge';
  let mine = { file: '', text: '' };
  let count = 0;
  return {
    name: 'unfinished git',
    isOn: isUnfinished,
    isInTheWay: () => false,
    async begin(random) {
      const files = await readdir(join(content, tracked));
      const file = join(tracked, files[Math.floor(random() * files.length)] ?? '');
      await commit('as it is');
      const source = await git('show', `HEAD:./${file}`);
      const changed = (by: string) => source.replace(/\n[^\n]*$/, `\nchanged ${by}, ${++count}\n`);
      mine = { file, text: changed('here') };
      await writeFile(join(content, `../theirs`), changed('there'));
      const theirs = await git('hash-object', '-w', join(content, '../theirs'));
      await git('update-index', '--cacheinfo', `100644,${theirs},${file}`);
      const tree = await git('write-tree');
      const other = await git('commit-tree', tree, '-p', 'HEAD', '-m', 'theirs');
      await git('reset', '--quiet');
      await writeFile(join(content, file), mine.text);
      await commit('mine');
      kind = ['merge', 'rebase', 'cherry-pick'][Math.floor(random() * 3)] ?? 'merge';
      // It ends in a conflict; or not at all, where the bot has written something into its way.
      await git(kind, other).catch(() => undefined);
    },
    async end(random) {
      if (random() < 0.5) {
        await writeFile(join(content, mine.file), mine.text);
        await git('add', mine.file);
        await git(kind, '--continue').catch(() => undefined);
      }
      if (isUnfinished()) await git(kind, '--abort');
    },
  };
}

/** Folders on small disks of their own, which become full or read-only; only where the system lets us mount them. */
export async function smallDisks({ content, state }: World): Promise<Mishap & Disks> {
  const folders = [content, state];
  for (const folder of folders) {
    await mkdir(folder, { recursive: true });
    const kept = `${folder}-kept`;
    await cp(folder, kept, { recursive: true });
    await run('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=700', 'scrollback', folder]);
    await cp(kept, folder, { recursive: true });
    await rm(kept, { recursive: true });
  }
  const remount = (folder: string, options: string) =>
    run('mount', ['-o', `remount,${options}`, folder]);
  const fill = async (folder: string, tries = 20): Promise<void> => {
    const { blocks, bfree, bsize } = await statfs(folder);
    // The bot may have written more meanwhile.
    await remount(folder, `size=${(blocks - bfree) * bsize}`).catch((error: unknown) => {
      if (tries === 0) throw error;
      return fill(folder, tries - 1);
    });
  };
  let ill: readonly string[] = [];
  return {
    name: 'disk',
    isOn: () => ill.length > 0,
    isInTheWay: () => ill.includes(content),
    async begin(random) {
      ill = [[content], [state], folders][Math.floor(random() * 3)] ?? folders;
      for (const folder of ill)
        if (random() < 0.7) await fill(folder);
        // What is open for writing cannot be made read-only.
        else await remount(folder, 'ro').catch(() => fill(folder));
    },
    async end() {
      for (const folder of ill) await remount(folder, 'rw,size=400m');
      ill = [];
    },
    async unmount() {
      for (const folder of folders) await run('umount', ['--lazy', folder]);
    },
  };
}

/** Disks that have to be taken away again. */
export interface Disks {
  unmount(): Promise<void>;
}

/** A limit to how large the files may be that a bot writes: nothing at all, or nothing beyond its drafts. */
export function limitedFiles(): Mishap {
  let limited: number | undefined;
  const limit = (pid: number, bytes: string) =>
    run('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`]);
  return {
    name: 'disk',
    isOn: () => limited !== undefined,
    isInTheWay: () => false,
    async begin(random, pid) {
      if (pid === undefined) return;
      // Where there is no such program, nothing is limited.
      await limit(pid, random() < 0.5 ? '0' : '4096').catch(() => undefined);
      limited = pid;
    },
    async end(_, pid) {
      if (limited === pid && pid !== undefined)
        await limit(pid, 'unlimited').catch(() => undefined);
      limited = undefined;
    },
  };
}

/** Copies of the state of a bot. */
export class Backups {
  readonly #world: World;
  readonly #folder: string;
  #count = 0;

  constructor(world: World) {
    this.#world = world;
    this.#folder = `${world.state}-backups`;
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** Copies what a dead bot has left, or asks SQLite for the database of a living one. */
  async make(isAlive: boolean): Promise<void> {
    const copy = join(this.#folder, String(this.#count));
    await mkdir(copy, { recursive: true });
    const { state } = this.#world;
    if (isAlive) {
      const database = new DatabaseSync(join(state, 'bot.sqlite'), { timeout: 10_000 });
      database.prepare('VACUUM INTO ?').run(join(copy, 'bot.sqlite'));
      database.close();
    } else await cp(state, copy, { recursive: true });
    this.#count++;
  }

  /** Puts a copy in the place of the state; the bot is dead. */
  async restore(number: number): Promise<void> {
    const { state } = this.#world;
    for (const name of await readdir(state)) await rm(join(state, name), { recursive: true });
    await cp(this.path(number), state, { recursive: true });
  }

  /** The folder of a copy. */
  path(number: number): string {
    return join(this.#folder, String(number));
  }
}
