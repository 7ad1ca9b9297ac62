import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Lock } from '../../../bot/base/lock.ts';
import { messageOf } from '../../../bot/base/log.ts';
import { createPublishHook } from '../../../bot/publish/publishHook.ts';
import { type GitWorld, makeGitWorld } from '../gitWorld.ts';
import { manualClock } from '../manualClock.ts';

let world: GitWorld;
let folder: string;

beforeEach(async () => {
  world = await makeGitWorld();
  folder = world.folder;
});

afterEach(() => {
  vi.useRealTimers();
});

const git: GitWorld['git'] = (...parameters) => world.git(...parameters);
const journal = () => world.journal;
const origin = () => world.origin;
const subjects = (where: string) => world.subjects(where);
const theyPush = (file: string, text: string) => world.theyPush(file, text);
const isRebasing = () => git(journal(), 'status').includes('rebase in progress');

test('commit: only the files of the entry, whatever else is staged or changed', async () => {
  await writeFile(join(journal(), 'a.md'), 'two');
  await writeFile(join(journal(), 'b.md'), 'new');
  await writeFile(join(journal(), 'staged.md'), 'staged');
  git(journal(), 'add', 'staged.md');
  await createPublishHook({ mode: 'commit' }, journal())([join(journal(), 'b.md')], 'Publish b.md');
  expect(git(journal(), 'show', '--name-only', '--format=%s').trim()).toBe('Publish b.md\n\nb.md');
  expect(world.status()).toEqual([' M a.md', 'A  staged.md']);
});

test.each([
  ['Comment of [skip ci] on /a/', 'Comment of -skip ci- on /a/'],
  ['closes #1 @somebody ***NO_CI***', 'closes -1 -somebody -NO_CI-'],
  ['Publish notes/a\n\nskip-checks: true', 'Publish notes/a-skip-checks: true'],
  ['Publish articles/größe-日本.md', 'Publish articles/größe-日本.md'],
  [`Publish ${'a'.repeat(300)}`, `Publish ${'a'.repeat(192)}`],
])('commit: no order stands in the subject %j', async (subject, plain) => {
  await writeFile(join(journal(), 'b.md'), 'new');
  await createPublishHook({ mode: 'commit' }, journal())([join(journal(), 'b.md')], subject);
  expect(git(journal(), 'log', '-1', '--format=%B').trim()).toBe(plain);
});

test('commit: nothing changed is no error', async () => {
  await createPublishHook({ mode: 'commit' }, journal())([join(journal(), 'a.md')], 'Publish a.md');
  expect(git(journal(), 'log', '--format=%s').trim()).toBe('begin');
});

test('push: what others pushed meanwhile is kept', async () => {
  await theyPush('theirs.md', 'theirs');
  await writeFile(join(journal(), 'a.md'), 'two');
  await createPublishHook({ mode: 'push' }, journal())([join(journal(), 'a.md')], 'Publish a.md');
  expect(subjects(origin())).toEqual(['Publish a.md', 'theirs theirs.md', 'begin']);
});

test('push: a conflict is told with both sides and undone; nothing is lost, and once it is mended the next one goes through', async () => {
  await theyPush('a.md', 'same\ntheirs\n');
  await writeFile(join(journal(), 'a.md'), 'same\nmine\n');
  await writeFile(join(journal(), 'b.md'), 'draft');
  const hook = createPublishHook({ mode: 'push' }, journal());
  const told = await hook([join(journal(), 'a.md')], 'Publish a.md').catch(messageOf);
  expect(told).toContain('Both are kept');
  expect(told).not.toContain('hint:');
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
  expect(world.status()).toEqual([' M a.md', 'A  staged.md']);
  expect(git(journal(), 'stash', 'list')).toBe('');
  expect(subjects(journal())).toEqual(['Publish b.md', 'begin']);
});

test('push: where nothing came from elsewhere, other work in the folder is not touched', async () => {
  await writeFile(join(journal(), 'a.md'), 'changed');
  await writeFile(join(journal(), 'b.md'), 'new');
  await writeFile(join(journal(), 'staged.md'), 'staged');
  git(journal(), 'add', 'staged.md');
  await createPublishHook({ mode: 'push' }, journal())([join(journal(), 'b.md')], 'Publish b.md');
  expect(subjects(origin())).toEqual(['Publish b.md', 'begin']);
  expect(world.status()).toEqual([' M a.md', 'A  staged.md']);
});

test('push: a remote out of reach is tried again, and in the end told; the next push takes the commit along', async () => {
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

const hurried = {
  ...manualClock(),
  sleep: () => Promise.reject(new Error('waited in vain')),
};

test('push: a remote that says nothing keeps nobody from changing files, and is given up', async () => {
  const asked = join(folder, 'asked');
  git(journal(), 'config', 'core.sshCommand', `touch '${asked}'; sleep 600 #`);
  git(journal(), 'remote', 'set-url', 'origin', 'ssh://away.example/a.git');
  await writeFile(join(journal(), 'a.md'), 'two');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const lock = new Lock();
  const hook = createPublishHook({ mode: 'push' }, journal(), hurried, undefined, lock);
  const told = hook([join(journal(), 'a.md')], 'Publish a.md').catch((error) => error.message);
  while (!existsSync(asked)) await new Promise(setImmediate);
  expect(await lock.run(async () => subjects(journal()))).toEqual(['Publish a.md', 'begin']);
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(await told).toMatch(
    /stopped after 2 minutes in which nothing happened.*\n.*The commit is kept in this folder/s,
  );
});

test.each([
  ['of its own', () => join(origin(), 'hooks/pre-receive'), 'Not today.'],
  // What GitHub has it say, which no hook of a remote's can.
  [
    'of GitHub’s',
    () => join(journal(), '.git/hooks/pre-push'),
    ' ! [remote rejected] main -> main (push declined due to repository rule violations)',
  ],
])(
  'push: a remote that has a rule %s against it is told at once, in its own words',
  async (_, hookFile, words) => {
    await writeFile(hookFile(), `#!/bin/sh\necho "${words}" >&2\nexit 1\n`, { mode: 0o755 });
    await writeFile(join(journal(), 'a.md'), 'two');
    const hook = createPublishHook({ mode: 'push' }, journal(), hurried);
    const told = await hook([join(journal(), 'a.md')], 'Publish a.md').catch(messageOf);
    expect(told).toMatch(/^The remote has a rule against this push/);
    expect(told).toContain(words);
    expect(told).not.toMatch(/Counting objects|\r/);
  },
);

test('push: a branch without a remote is told with its cure, at once', async () => {
  git(journal(), 'remote', 'remove', 'origin');
  const hook = createPublishHook({ mode: 'push' }, journal(), hurried);
  await writeFile(join(journal(), 'a.md'), 'two');
  await expect(hook([join(journal(), 'a.md')], 'Publish a.md')).rejects.toThrow(
    'git push --set-upstream origin HEAD',
  );
});

test('push: an entry whose date has come makes the remote build, with nothing of what is staged', async () => {
  await writeFile(join(journal(), 'staged.md'), 'staged');
  git(journal(), 'add', 'staged.md');
  const hook = createPublishHook({ mode: 'push' }, journal());
  await hook([join(journal(), 'a.md')], 'Publish a.md at its date', true);
  expect(subjects(origin())).toEqual(['Publish a.md at its date', 'begin']);
  expect(git(origin(), 'show', '--name-only', '--format=', 'main').trim()).toBe('');
  expect(world.status()).toEqual(['A  staged.md']);
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
    const secret = createPublishHook({ mode: 'command', command: 'key=abc; exit 3' }, journal());
    await expect(secret([], 'Publish')).rejects.toThrow(
      /^The command of JOURNAL_PUBLISH failed: it ended with exit code 3$/,
    );
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
