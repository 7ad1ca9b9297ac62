import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPublishHook, entryFiles } from '../../bot/publishHook.ts';

let folder: string;
const git = (where: string, ...parameters: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...parameters], {
    cwd: where,
    encoding: 'utf8',
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-git-'));
  git(folder, 'init', '--quiet', '--initial-branch=main', 'journal');
  git(journal(), 'config', 'user.name', 'A');
  git(journal(), 'config', 'user.email', 'a@b.example');
  await writeFile(join(journal(), 'a.md'), 'one');
  git(journal(), 'add', '.');
  git(journal(), 'commit', '--quiet', '-m', 'begin');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const journal = () => join(folder, 'journal');

/** Gives the journal a remote, `origin.git`, and a second clone of it, `other`. */
function shareWithOther(): void {
  git(folder, 'clone', '--quiet', '--bare', 'journal', 'origin.git');
  git(journal(), 'remote', 'add', 'origin', join(folder, 'origin.git'));
  git(journal(), 'fetch', '--quiet');
  git(journal(), 'branch', '--set-upstream-to=origin/main', '--quiet');
  git(folder, 'clone', '--quiet', 'origin.git', 'other');
}

test('commit: only the files of the entry, whatever else is staged or changed', async () => {
  await writeFile(join(journal(), 'a.md'), 'two');
  await writeFile(join(journal(), 'b.md'), 'new');
  await writeFile(join(journal(), 'staged.md'), 'staged');
  git(journal(), 'add', 'staged.md');
  await createPublishHook({ mode: 'commit' }, journal())([join(journal(), 'b.md')], 'Publish b.md');
  expect(git(journal(), 'show', '--name-only', '--format=%s').trim()).toBe('Publish b.md\n\nb.md');
  expect(git(journal(), 'status', '--short').trim().split('\n')).toEqual([
    'M a.md',
    'A  staged.md',
  ]);
});

test('commit: nothing changed is no error', async () => {
  await createPublishHook({ mode: 'commit' }, journal())([join(journal(), 'a.md')], 'Publish a.md');
  expect(git(journal(), 'log', '--format=%s').trim()).toBe('begin');
});

test('push: what others pushed meanwhile is kept', async () => {
  shareWithOther();
  await writeFile(join(folder, 'other/theirs.md'), 'theirs');
  git(join(folder, 'other'), 'add', '.');
  git(join(folder, 'other'), 'commit', '--quiet', '-m', 'theirs');
  git(join(folder, 'other'), 'push', '--quiet');
  await writeFile(join(journal(), 'a.md'), 'two');
  await createPublishHook({ mode: 'push' }, journal())([join(journal(), 'a.md')], 'Publish a.md');
  expect(git(join(folder, 'origin.git'), 'log', '--format=%s', 'main').trim().split('\n')).toEqual([
    'Publish a.md',
    'theirs',
    'begin',
  ]);
});

test('push: a conflict is told and undone, and nothing here is lost', async () => {
  shareWithOther();
  await writeFile(join(folder, 'other/a.md'), 'theirs');
  git(join(folder, 'other'), 'commit', '--quiet', '-am', 'theirs');
  git(join(folder, 'other'), 'push', '--quiet');
  await writeFile(join(journal(), 'a.md'), 'mine');
  await writeFile(join(journal(), 'b.md'), 'draft');
  const hook = createPublishHook({ mode: 'push' }, journal());
  await expect(hook([join(journal(), 'a.md')], 'Publish a.md')).rejects.toThrow('Both are kept');
  expect(await readFile(join(journal(), 'a.md'), 'utf8')).toBe('mine');
  expect(await readFile(join(journal(), 'b.md'), 'utf8')).toBe('draft');
  expect(git(journal(), 'status')).not.toContain('rebase in progress');
  expect(git(journal(), 'log', '--format=%s').trim().split('\n')).toEqual([
    'Publish a.md',
    'begin',
  ]);
});

test('command: it sees the files and not the token; what it said is in the error', async () => {
  process.env['TELEGRAM_BOT_TOKEN'] = '1:secret';
  try {
    const command = 'echo "$JOURNAL_PUBLISHED $TELEGRAM_BOT_TOKEN" > seen.txt';
    await createPublishHook({ mode: 'command', command }, journal())(['/x/a.md'], 'Publish');
    expect(await readFile(join(journal(), 'seen.txt'), 'utf8')).toBe('/x/a.md \n');
    const failing = createPublishHook(
      { mode: 'command', command: 'echo no disk >&2; exit 3' },
      journal(),
    );
    await expect(failing(['/x/a.md'], 'Publish')).rejects.toThrow('no disk');
  } finally {
    delete process.env['TELEGRAM_BOT_TOKEN'];
  }
});

test('an entry in a folder is carried on with its pictures', () => {
  expect(entryFiles('/c/notes/a/index.md')).toEqual(['/c/notes/a']);
  expect(entryFiles('/c/notes/a.md')).toEqual(['/c/notes/a.md']);
});
