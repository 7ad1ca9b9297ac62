import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { examineGit } from '../../../bot/doctor/gitState.ts';
import { PublishBacklog } from '../../../bot/publish/publishBacklog.ts';
import { createPublishHook } from '../../../bot/publish/publishHook.ts';
import { openDatabase } from '../../../bot/state/database.ts';
import { type GitWorld, makeGitWorld } from '../gitWorld.ts';

let world: GitWorld;
let journal: string;
/** A repository of its own within the journal. */
let notes: string;

const git: GitWorld['git'] = (...parameters) => world.git(...parameters);
const author = (where: string) => {
  git(where, 'config', 'user.name', 'A');
  git(where, 'config', 'user.email', 'a@b.example');
};

beforeEach(async () => {
  world = await makeGitWorld();
  journal = world.journal;
  git(world.folder, 'clone', '--quiet', '--bare', 'journal', 'notes.git');
  notes = join(journal, 'notes');
});

function addSubmodule(): void {
  const remote = join(world.folder, 'notes.git');
  git(journal, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', remote, 'notes');
  git(journal, 'commit', '--quiet', '-m', 'take notes in');
  author(notes);
}

async function publish(mode: 'commit' | 'push', ...files: string[]): Promise<void> {
  for (const file of files) await writeFile(file, `new ${files.length}`);
  await createPublishHook({ mode }, journal)(files, 'Publish');
}

describe('an entry in a submodule of the content folder', () => {
  beforeEach(addSubmodule);

  test('is committed there, and the journal names that commit, without what is staged', async () => {
    await writeFile(join(journal, 'staged.md'), 'x');
    git(journal, 'add', 'staged.md');
    await publish('commit', join(notes, 'b.md'), join(journal, 'c.md'));
    expect(git(notes, 'show', '--name-only', '--format=%s').trim()).toBe('Publish\n\nb.md');
    expect(git(journal, 'show', '--name-only', '--format=%s').trim()).toBe(
      'Publish\n\nc.md\nnotes',
    );
    expect(world.status()).toEqual(['A  staged.md']);
  });

  test('is pushed before the journal is', async () => {
    await publish('push', join(notes, 'b.md'));
    expect(git(join(world.folder, 'notes.git'), 'log', '-1', '--format=%s').trim()).toBe('Publish');
    expect(world.subjects(world.origin)).toEqual(['Publish', 'take notes in', 'begin']);
  });

  test.each([
    ['an entry', false],
    ['an entry whose date has come', true],
  ])('that cannot be pushed is carried on later, with the journal: %s', async (_, isDue) => {
    const backlog = new PublishBacklog(openDatabase(join(world.folder, 'state')));
    const hook = createPublishHook({ mode: 'push' }, journal);
    const files = [join(notes, 'b.md'), join(journal, 'c.md')];
    for (const file of files) await writeFile(file, 'new');
    git(notes, 'branch', '--unset-upstream');
    await expect(backlog.noting(hook)(files, 'Publish', isDue)).rejects.toThrow(
      /^In the repository of its own notes: .*The commit is kept in this folder/s,
    );
    await expect(backlog.carryOn(backlog.noting(hook))).rejects.toThrow(/its own notes/);
    git(notes, 'branch', '--set-upstream-to=origin/main', '--quiet');
    await backlog.carryOn(backlog.noting(hook));
    expect(world.subjects(join(world.folder, 'notes.git'))).toEqual(['Publish', 'begin']);
    expect(world.subjects(world.origin)).toEqual(['Publish', 'take notes in', 'begin']);
    expect(backlog.isThere()).toBe(false);
  });

  test('is committed there, however deep, and each repository around it names that commit', async () => {
    const remote = join(world.folder, 'notes.git');
    const deep = join(notes, 'deep');
    git(notes, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', remote, 'deep');
    git(notes, 'commit', '--quiet', '-m', 'take deep in');
    author(deep);
    await publish('commit', join(deep, 'b.md'));
    expect(git(deep, 'show', '--name-only', '--format=%s').trim()).toBe('Publish\n\nb.md');
    expect(git(notes, 'show', '--name-only', '--format=%s').trim()).toBe('Publish\n\ndeep');
    expect(git(journal, 'show', '--name-only', '--format=%s').trim()).toBe('Publish\n\nnotes');
    expect(world.status()).toEqual([]);
  });

  test('that was removed with its folder is removed there', async () => {
    await mkdir(join(notes, 'deep'));
    await publish('commit', join(notes, 'deep/b.md'));
    await rm(join(notes, 'deep'), { recursive: true });
    await createPublishHook({ mode: 'commit' }, journal)([join(notes, 'deep/b.md')], 'Remove');
    expect(git(notes, 'ls-files').trim()).toBe('a.md');
    expect(world.status()).toEqual([]);
  });

  test('without a branch checked out there is told, by its name', async () => {
    git(notes, 'checkout', '--quiet', '--detach');
    await expect(publish('commit', join(notes, 'b.md'))).rejects.toThrow(
      /^In the repository of its own notes: Commits would belong to no branch/,
    );
  });
});

test('an entry in a repository that git knows nothing of is committed there alone', async () => {
  git(journal, 'init', '--quiet', '--initial-branch=main', 'notes');
  author(notes);
  await publish('commit', join(notes, 'b.md'));
  expect(git(notes, 'log', '--format=%s').trim()).toBe('Publish');
  expect(world.subjects(journal)).toEqual(['begin']);
});

test('an entry behind a link is committed in the repository that the link leads to', async () => {
  git(world.folder, 'clone', '--quiet', 'notes.git', 'elsewhere');
  const elsewhere = join(world.folder, 'elsewhere');
  author(elsewhere);
  await symlink(elsewhere, notes);
  await publish('commit', join(notes, 'b.md'));
  expect(git(elsewhere, 'log', '-1', '--format=%s').trim()).toBe('Publish');
});

test('a content folder that is a submodule is committed to, and doctor tells of the one around it', async () => {
  addSubmodule();
  await writeFile(join(notes, 'b.md'), 'new');
  await createPublishHook({ mode: 'push' }, notes)([join(notes, 'b.md')], 'Publish');
  expect(git(notes, 'status', '-sb').trim()).toBe('## main...origin/main');
  expect(world.status()).toEqual([' M notes']);
  expect((await examineGit(notes, false)).map(({ what }) => what)).toEqual([
    'ready to commit; 0 files are not committed; it is a submodule, and what builds the repository around it sees a commit once that names it',
  ]);
});

test('doctor looks into a repository with entries within the content folder, and tells where each fault is', async () => {
  addSubmodule();
  git(notes, 'commit', '--quiet', '--allow-empty', '-m', 'not pushed');
  expect((await examineGit(journal, true)).map(({ check, what }) => `${check}: ${what}`)).toEqual([
    'git: ready to commit; 1 files are not committed',
    'remote: origin/main takes pushes; 1 commits are not pushed',
    'git notes: ready to commit; 0 files are not committed; it is a submodule, and what builds the repository around it sees a commit once that names it',
    'remote notes: origin/main takes pushes; 1 commits are not pushed',
  ]);
  git(notes, 'switch', '--quiet', '--detach');
  const [detached] = (await examineGit(journal, false)).filter(({ cure }) => cure);
  expect(detached?.check).toBe('git notes');
  expect(detached?.what).toBe('no branch is checked out in notes');
  git(notes, 'switch', '--quiet', 'main');
  await writeFile(join(notes, '../.git/modules/notes/MERGE_HEAD'), '');
  expect((await examineGit(journal, false)).map(({ check, what }) => `${check}: ${what}`)).toEqual([
    'git: a merge in notes is not finished',
  ]);
});
