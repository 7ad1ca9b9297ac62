import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createPublishHook, entryFiles } from '../../bot/publishHook.ts';
import { manualClock } from './manualClock.ts';

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

/** Somebody pushes another text of a file meanwhile. */
async function theyPush(file: string, text: string): Promise<void> {
  await writeFile(join(folder, 'other', file), text);
  git(join(folder, 'other'), 'add', '.');
  git(join(folder, 'other'), 'commit', '--quiet', '-m', `theirs ${file}`);
  git(join(folder, 'other'), 'push', '--quiet');
}

const subjects = (where: string) => git(where, 'log', '--format=%s', 'main').trim().split('\n');
const origin = () => join(folder, 'origin.git');
const isRebasing = () => git(journal(), 'status').includes('rebase in progress');

test('push: a conflict is told with both sides and undone; nothing is lost, and once it is mended the next one goes through', async () => {
  shareWithOther();
  await theyPush('a.md', 'same\ntheirs\n');
  await writeFile(join(journal(), 'a.md'), 'same\nmine\n');
  await writeFile(join(journal(), 'b.md'), 'draft');
  const hook = createPublishHook({ mode: 'push' }, journal());
  const told = await hook([join(journal(), 'a.md')], 'Publish a.md').catch(
    (error) => error.message,
  );
  expect(told).toContain('Both are kept');
  expect(told).toContain('a.md\nthere:\n  theirs\nhere:\n  mine');
  expect(await readFile(join(journal(), 'a.md'), 'utf8')).toBe('same\nmine\n');
  expect(await readFile(join(journal(), 'b.md'), 'utf8')).toBe('draft');
  expect(isRebasing()).toBe(false);
  expect(subjects(journal())).toEqual(['Publish a.md', 'begin']);
  git(journal(), 'pull', '--quiet', '--rebase', '-X', 'theirs');
  await hook([join(journal(), 'b.md')], 'Publish b.md');
  expect(subjects(origin())).toEqual(['Publish b.md', 'Publish a.md', 'theirs a.md', 'begin']);
});

test('push: what is not committed yet and does not fit is told, and stays as it was, staged or not', async () => {
  shareWithOther();
  await theyPush('a.md', 'theirs\n');
  await writeFile(join(journal(), 'a.md'), 'not committed\n');
  await writeFile(join(journal(), 'b.md'), 'new');
  await writeFile(join(journal(), 'staged.md'), 'staged');
  git(journal(), 'add', 'staged.md');
  const hook = createPublishHook({ mode: 'push' }, journal());
  const told = await hook([join(journal(), 'b.md')], 'Publish b.md').catch(
    (error) => error.message,
  );
  expect(told).toContain('a.md\nthere:\n  theirs\nhere:\n  not committed');
  expect(await readFile(join(journal(), 'a.md'), 'utf8')).toBe('not committed\n');
  expect(git(journal(), 'status', '--short').trim().split('\n')).toEqual([
    'M a.md',
    'A  staged.md',
  ]);
  expect(git(journal(), 'stash', 'list')).toBe('');
  expect(subjects(journal())).toEqual(['Publish b.md', 'begin']);
});

test('push: where nothing came from elsewhere, other work in the folder is not touched', async () => {
  shareWithOther();
  await writeFile(join(journal(), 'a.md'), 'changed');
  await writeFile(join(journal(), 'b.md'), 'new');
  await writeFile(join(journal(), 'staged.md'), 'staged');
  git(journal(), 'add', 'staged.md');
  await createPublishHook({ mode: 'push' }, journal())([join(journal(), 'b.md')], 'Publish b.md');
  expect(subjects(origin())).toEqual(['Publish b.md', 'begin']);
  expect(git(journal(), 'status', '--short').trim().split('\n')).toEqual([
    'M a.md',
    'A  staged.md',
  ]);
});

test('push: a remote out of reach is tried again, and in the end told; the next push takes the commit along', async () => {
  shareWithOther();
  git(journal(), 'remote', 'set-url', 'origin', join(folder, 'away.git'));
  const clock = manualClock();
  const waits: number[] = [];
  const impatient = {
    ...clock,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      // The remote comes back during the last wait of the second try.
      if (waits.length === 6) git(journal(), 'remote', 'set-url', 'origin', origin());
    },
  };
  const hook = createPublishHook({ mode: 'push' }, journal(), impatient);
  await writeFile(join(journal(), 'a.md'), 'two');
  await expect(hook([join(journal(), 'a.md')], 'Publish a.md')).rejects.toThrow(
    /The commit is kept in this folder/,
  );
  expect(waits).toEqual([1_000, 4_000, 12_000]);
  await writeFile(join(journal(), 'b.md'), 'new');
  await hook([join(journal(), 'b.md')], 'Publish b.md');
  expect(subjects(origin())).toEqual(['Publish b.md', 'Publish a.md', 'begin']);
});

test('push: a branch without a remote is told with its cure, at once', async () => {
  const hook = createPublishHook({ mode: 'push' }, journal(), {
    ...manualClock(),
    sleep: () => Promise.reject(new Error('waited in vain')),
  });
  await writeFile(join(journal(), 'a.md'), 'two');
  await expect(hook([join(journal(), 'a.md')], 'Publish a.md')).rejects.toThrow(
    'git push --set-upstream origin HEAD',
  );
});

test('push: an entry whose date has come makes the remote build, with nothing of what is staged', async () => {
  shareWithOther();
  await writeFile(join(journal(), 'staged.md'), 'staged');
  git(journal(), 'add', 'staged.md');
  const hook = createPublishHook({ mode: 'push' }, journal());
  await hook([join(journal(), 'a.md')], 'Publish a.md at its date', true);
  expect(subjects(origin())).toEqual(['Publish a.md at its date', 'begin']);
  expect(git(origin(), 'show', '--name-only', '--format=', 'main').trim()).toBe('');
  expect(git(journal(), 'status', '--short').trim()).toBe('A  staged.md');
});

test('commit: an entry that is gone, known to git or not, is no error', async () => {
  const hook = createPublishHook({ mode: 'commit' }, journal());
  await rm(join(journal(), 'a.md'));
  await hook([join(journal(), 'a.md'), join(journal(), 'never.md')], 'Remove a.md');
  expect(git(journal(), 'show', '--name-status', '--format=').trim()).toBe('D\ta.md');
});

test('commit: without an author the cure is told', async () => {
  git(journal(), 'config', '--unset', 'user.name');
  git(journal(), 'config', 'user.useConfigOnly', 'true');
  const home = process.env['HOME'];
  process.env['HOME'] = folder;
  try {
    await writeFile(join(journal(), 'a.md'), 'two');
    await expect(
      createPublishHook({ mode: 'commit' }, journal())([join(journal(), 'a.md')], 'Publish a.md'),
    ).rejects.toThrow('git config user.name "Your name"');
  } finally {
    process.env['HOME'] = home;
  }
});

test('commit: outside of a repository the cure is told', async () => {
  await expect(
    createPublishHook({ mode: 'commit' }, folder)([join(folder, 'journal')], 'Publish'),
  ).rejects.toThrow('Run "git init" there, or set JOURNAL_PUBLISH=none.');
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
    const chatty = createPublishHook(
      { mode: 'command', command: 'yes words | head -n 5000; echo the end >&2; exit 1' },
      journal(),
    );
    const told = await chatty([], 'Publish').catch((error) => error.message);
    expect(told).toMatch(/the end$/);
    expect(told.length).toBeLessThan(1_100);
  } finally {
    delete process.env['TELEGRAM_BOT_TOKEN'];
  }
});

test('an entry in a folder is carried on with its pictures', () => {
  expect(entryFiles('/c/notes/a/index.md')).toEqual(['/c/notes/a']);
  expect(entryFiles('/c/notes/a.md')).toEqual(['/c/notes/a.md']);
  // Its folder is everybody's.
  expect(entryFiles('/c/notes/index.md')).toEqual(['/c/notes/index.md']);
});
