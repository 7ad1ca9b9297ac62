import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createPublishHook } from '../../../bot/publish/publishHook.ts';
import { type GitWorld, makeGitWorld } from '../gitWorld.ts';
import { manualClock } from '../manualClock.ts';

let world: GitWorld;

beforeEach(async () => {
  world = await makeGitWorld();
});

/** Waits between tries pass at once; the first of them is when `during` happens. */
function impatient(during: () => Promise<unknown> = async () => undefined) {
  const waits: number[] = [];
  const clock = {
    ...manualClock(),
    sleep: async (milliseconds: number) => {
      if (waits.push(milliseconds) === 1) await during();
    },
  };
  return { clock, waits };
}

const hookOf = (mode: 'commit' | 'push', folder = world.journal, { clock } = impatient()) =>
  createPublishHook({ mode }, folder, clock);

const failing = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'it went well',
    (error: Error) => error.message,
  );

test('a file is committed whatever it is called, and none that its name could mean', async () => {
  const names = ['*.md', '[ab].md', ':(top)a.md', ':a.md', '-a.md', '--all', '"ü\n".md'];
  await world.write('a.md', 'b.md');
  const paths = await world.write(...names);
  const committed = () =>
    world.git(world.journal, 'show', '-z', '--name-status', '--format=').trim().split('\0').sort();
  const changes = (status: string) => [...names.flatMap((name) => [status, name]), ''].sort();
  await hookOf('commit')(paths, 'Publish them');
  expect(committed()).toEqual(changes('A'));
  for (const path of paths) await rm(path);
  await hookOf('commit')(paths, 'Remove them');
  expect(committed()).toEqual(changes('D'));
});

test.each(['commit', 'push'] as const)(
  '%s: without a branch nothing is committed, and the cure is told',
  async (mode) => {
    world.git(world.journal, 'switch', '--quiet', '--detach');
    const told = await failing(hookOf(mode)(await world.write('b.md'), 'Publish b.md'));
    expect(told).toContain('git switch main');
    expect(world.status()).toEqual(['?? b.md']);
  },
);

test('a merge that somebody has begun is left alone, and the cure is told', async () => {
  await world.theyPush('a.md', 'theirs');
  await writeFile(join(world.journal, 'a.md'), 'mine');
  world.git(world.journal, 'commit', '--quiet', '--all', '-m', 'mine');
  expect(() => world.git(world.journal, 'pull', '--quiet', '--no-rebase')).toThrow();
  const before = world.status();
  const told = await failing(hookOf('push')(await world.write('b.md'), 'Publish b.md'));
  expect(told).toContain('"git merge --abort"');
  expect(world.status()).toEqual([...before, '?? b.md']);
});

test('a rebase that its owner has begun is left alone, and the cure is told', async () => {
  await world.theyPush('a.md', 'theirs');
  await writeFile(join(world.journal, 'a.md'), 'mine');
  world.git(world.journal, 'commit', '--quiet', '--all', '-m', 'mine');
  expect(() => world.git(world.journal, 'pull', '--quiet', '--rebase')).toThrow();
  world.git(world.journal, 'checkout', '--quiet', 'HEAD', '--', 'a.md');
  const told = await failing(hookOf('push')(await world.write('b.md'), 'Publish b.md'));
  expect(told).toContain('"git rebase --abort"');
  expect(world.git(world.journal, 'status')).toContain('rebase in progress');
});

/** Where the bot is killed: what runs at the first call of git that begins with these words. */
async function killedAt(words: string, file: string): Promise<void> {
  const tools = join(world.folder, 'tools');
  await mkdir(tools, { recursive: true });
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const script = `#!/bin/sh\ncase "$*" in "${words}"*) ${real} "$@"; kill -9 $PPID;; *) exec ${real} "$@";; esac\n`;
  await writeFile(join(tools, 'git'), script);
  await chmod(join(tools, 'git'), 0o755);
  const hook = join(import.meta.dirname, '../../../bot/publish/publishHook.ts');
  const bot = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { createPublishHook } from ${JSON.stringify(hook)};
       const [folder, file] = process.argv.slice(1);
       await createPublishHook({ mode: 'push' }, folder)([file], 'Publish it');`,
      world.journal,
      file,
    ],
    { env: { ...process.env, PATH: `${tools}:${process.env['PATH']}` }, stdio: 'ignore' },
  );
  const [, signal] = await once(bot, 'close');
  expect(signal).toBe('SIGKILL');
}

test.each([
  ['stash push', 'with what is not committed put away'],
  ['rebase @', 'with the rebase done and the rest put away'],
  ['stash pop', 'with all brought back'],
  ['push', 'with all pushed'],
])('killed after "git %s", %s: the next one goes through, and nothing is lost', async (words) => {
  await world.theyPush('theirs.md', 'theirs');
  await writeFile(join(world.journal, 'a.md'), 'not committed');
  const [file = '', staged = ''] = await world.write('b.md', 'staged.md');
  world.git(world.journal, 'add', staged);
  await killedAt(words, file);
  await hookOf('push')(await world.write('c.md'), 'Publish c.md');
  expect(world.subjects(world.origin)).toEqual([
    'Publish c.md',
    'Publish it',
    'theirs theirs.md',
    'begin',
  ]);
  expect(world.status()).toEqual([' M a.md', 'A  staged.md']);
  expect(await readFile(join(world.journal, 'a.md'), 'utf8')).toBe('not committed');
  expect(world.git(world.journal, 'stash', 'list')).toBe('');
});

test('killed in the middle of a rebase: the next one undoes that, and goes through', async () => {
  await world.theyPush('theirs.md', 'theirs');
  const [file = ''] = await world.write('b.md');
  // A hook of the repository kills git in the rebase, and the bot with it.
  const hook = join(world.journal, '.git/hooks/post-checkout');
  await mkdir(join(hook, '..'), { recursive: true });
  await writeFile(hook, '#!/bin/sh\nkill -9 $PPID\n');
  await chmod(hook, 0o755);
  const environment = { ...process.env, GIT_REFLOG_ACTION: 'scrollback' };
  world.git(world.journal, 'add', file);
  world.git(world.journal, 'commit', '--quiet', '-m', 'Publish b.md');
  world.git(world.journal, 'fetch', '--quiet');
  expect(() =>
    execFileSync('git', ['rebase', '@{upstream}'], { cwd: world.journal, env: environment }),
  ).toThrow();
  await rm(hook);
  expect(world.git(world.journal, 'status')).toContain('rebase in progress');
  await hookOf('push')(await world.write('c.md'), 'Publish c.md');
  expect(world.subjects(world.origin)).toEqual([
    'Publish c.md',
    'Publish b.md',
    'theirs theirs.md',
    'begin',
  ]);
  expect(world.status()).toEqual([]);
});

test('what is staged stays staged when something comes from elsewhere', async () => {
  await world.theyPush('theirs.md', 'theirs');
  await writeFile(join(world.journal, 'a.md'), 'staged');
  world.git(world.journal, 'add', 'a.md');
  await writeFile(join(world.journal, 'a.md'), 'staged, and more');
  await hookOf('push')(await world.write('b.md'), 'Publish b.md');
  expect(world.status()).toEqual(['MM a.md']);
  expect(world.subjects(world.origin)).toEqual(['Publish b.md', 'theirs theirs.md', 'begin']);
});

test('a draft that lies where another one comes from elsewhere is kept, and told', async () => {
  await world.theyPush('c.md', 'theirs');
  const [, , path = ''] = await world.write('a.md', 'b.md', 'c.md');
  const told = await failing(hookOf('push')([join(world.journal, 'b.md')], 'Publish b.md'));
  expect(told).toMatch(/would be overwritten[\s\S]*c\.md/);
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(world.status()).toEqual([' M a.md', '?? c.md']);
});

test('a lock that another git holds for a moment is waited for', async () => {
  const lock = join(world.journal, '.git/index.lock');
  await writeFile(lock, '');
  const patience = impatient(() => rm(lock));
  await hookOf('commit', world.journal, patience)(await world.write('b.md'), 'Publish b.md');
  expect(world.subjects(world.journal)).toEqual(['Publish b.md', 'begin']);
  expect(patience.waits).toEqual([1_000]);
});

test('a lock that was left behind is told, with its name', async () => {
  await writeFile(join(world.journal, '.git/index.lock'), '');
  const told = await failing(hookOf('commit')(await world.write('b.md'), 'Publish b.md'));
  expect(told).toMatch(/If none runs, delete the file[\s\S]*journal\/\.git\/index\.lock/);
});

test('a hook of the repository that refuses is told, with what it said', async () => {
  const hook = join(world.journal, '.git/hooks/pre-commit');
  await mkdir(join(hook, '..'), { recursive: true });
  await writeFile(hook, '#!/bin/sh\necho "too long a line" >&2\nexit 1\n');
  await chmod(hook, 0o755);
  const told = await failing(hookOf('commit')(await world.write('b.md'), 'Publish b.md'));
  expect(told).toContain('too long a line');
});

test('signing without a key is told with its cure', async () => {
  world.git(world.journal, 'config', 'commit.gpgsign', 'true');
  world.git(world.journal, 'config', 'gpg.program', 'false');
  const told = await failing(hookOf('commit')(await world.write('b.md'), 'Publish b.md'));
  expect(told).toContain('git config commit.gpgsign false');
});

test('no branch but the one that is checked out is pushed, under the name that it has there', async () => {
  world.git(world.journal, 'config', 'push.default', 'matching');
  world.git(world.journal, 'branch', 'side');
  world.git(world.origin, 'branch', 'side');
  world.git(world.journal, 'switch', '--quiet', 'side');
  world.git(world.journal, 'commit', '--quiet', '--allow-empty', '-m', 'not yet');
  world.git(world.journal, 'switch', '--quiet', 'main');
  world.git(world.journal, 'branch', '--move', 'here');
  await hookOf('push')(await world.write('b.md'), 'Publish b.md');
  expect(world.subjects(world.origin)).toEqual(['Publish b.md', 'begin']);
  expect(world.git(world.origin, 'log', '--format=%s', 'side').trim()).toBe('begin');
});

test.each([
  [
    'a worktree',
    (folder: string) => world.git(world.journal, 'worktree', 'add', '--quiet', folder),
  ],
  ['a link to the folder', (folder: string) => symlink(world.journal, folder)],
  [
    'a folder within the repository',
    async (folder: string) => {
      await mkdir(join(world.journal, 'content'));
      await symlink(join(world.journal, 'content'), folder);
    },
  ],
])('the content folder may be %s', async (_, make) => {
  const folder = join(world.folder, 'elsewhere');
  await make(folder);
  await writeFile(join(folder, 'b.md'), 'new');
  await hookOf('commit', folder)([join(folder, 'b.md')], 'Publish b.md');
  expect(world.git(folder, 'log', '-1', '--format=%s').trim()).toBe('Publish b.md');
  expect(existsSync(join(folder, 'b.md'))).toBe(true);
});
