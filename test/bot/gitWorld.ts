import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../load/temporary.ts';

/** A journal in a real git repository, with one commit on `main`, and a remote. */
export interface GitWorld {
  readonly folder: string;
  readonly journal: string;
  /** Where the journal is pushed to. There is a second clone of it, `other`. */
  readonly origin: string;
  git(where: string, ...parameters: string[]): string;
  /** Writes files of the journal; gives their paths. */
  write(...files: string[]): Promise<string[]>;
  /** Somebody pushes another text of a file meanwhile. */
  theyPush(file: string, text: string): Promise<void>;
  /** Subjects of the commits, newest first. */
  subjects(where: string): string[];
  /** Lines of `git status --short`. */
  status(): string[];
}

/** Runs git in a folder, as somebody who edits nothing; gives what it said. */
export function gitIn(folder: string, ...parameters: string[]): string {
  return execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...parameters], {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, GIT_EDITOR: 'true' },
  });
}

/** Makes a folder a repository of somebody, with what lies in it as the first commit on `main`. */
export async function beginRepository(folder: string): Promise<void> {
  gitIn(folder, 'init', '--quiet', '--initial-branch=main');
  await appendFile(join(folder, '.git/config'), '[user]\nname = A\nemail = a@b.example\n');
  gitIn(folder, 'add', '.');
  gitIn(folder, 'commit', '--quiet', '-m', 'begin');
}

/** Gives a repository a remote, `origin`, that lies in another folder. */
export function shareRepository(folder: string, origin: string): void {
  gitIn(folder, 'clone', '--quiet', '--bare', '.', origin);
  gitIn(folder, 'remote', 'add', 'origin', origin);
  gitIn(folder, 'fetch', '--quiet');
  gitIn(folder, 'branch', '--quiet', '--set-upstream-to=origin/main');
}

/** The repositories of a world that is new: git takes longer to make them than a test does. */
let made: string | undefined;

async function makeRepositories(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'scrollback-git-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const journal = join(folder, 'journal');
  await mkdir(journal);
  await writeFile(join(journal, 'a.md'), 'one');
  await beginRepository(journal);
  shareRepository(journal, join(folder, 'origin.git'));
  gitIn(folder, 'clone', '--quiet', 'origin.git', 'other');
  for (const one of ['journal', 'other'])
    gitIn(join(folder, one), 'remote', 'set-url', 'origin', '../origin.git');
  return folder;
}

/** Makes a journal in a temporary folder, until the test ends. */
export async function makeGitWorld(): Promise<GitWorld> {
  const folder = await temporaryFolder();
  const [journal, origin] = [join(folder, 'journal'), join(folder, 'origin.git')];
  const git = gitIn;
  made ??= await makeRepositories();
  cpSync(made, folder, { recursive: true });
  const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
  return {
    folder,
    journal,
    origin,
    git,
    async write(...files) {
      const paths = files.map((file) => join(journal, file));
      for (const path of paths) await writeFile(path, 'new');
      return paths;
    },
    async theyPush(file, text) {
      const other = join(folder, 'other');
      await writeFile(join(other, file), text);
      git(other, 'add', '.');
      git(other, 'commit', '--quiet', '-m', `theirs ${file}`);
      git(other, 'push', '--quiet');
    },
    subjects: (where) => linesOf(git(where, 'log', '--format=%s', 'main')),
    status: () => linesOf(git(journal, 'status', '--short')),
  };
}
