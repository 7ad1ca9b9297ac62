import { mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  repositoriesOf,
  unfinishedOrUnmerged,
  unfinishedWork,
} from '../../../bot/git/unfinished.ts';
import { temporaryFolder } from '../../load/temporary.ts';
import { beginRepository, gitIn as git } from '../gitWorld.ts';
import { liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

const fails = (work: () => unknown) => expect(work).toThrow();
const note = (words: string) => `---\ndate: 2026-02-01\n---\n\n${words}\n`;

/** A repository whose branch `theirs` does not fit `main`. */
async function clash(where: string, file = 'a.md'): Promise<void> {
  const commit = async (text: string) => {
    await writeFile(join(where, file), note(text));
    git(where, 'add', '.');
    git(where, 'commit', '--quiet', '-m', text);
  };
  await writeFile(join(where, file), note('base'));
  await beginRepository(where);
  git(where, 'switch', '--quiet', '-c', 'theirs');
  await commit('theirs');
  git(where, 'switch', '--quiet', 'main');
  await commit('mine');
}

describe('what is unfinished is found, and how it is left', () => {
  test.each<[string, string, (where: string) => void, string[]]>([
    ['a merge', 'merge', (at) => fails(() => git(at, 'merge', 'theirs')), ['merge', '--abort']],
    ['a rebase', 'rebase', (at) => fails(() => git(at, 'rebase', 'theirs')), ['rebase', '--abort']],
    [
      'a rebase of the old kind',
      'rebase',
      (at) => fails(() => git(at, 'rebase', '--apply', 'theirs')),
      ['rebase', '--abort'],
    ],
    [
      'a cherry-pick',
      'cherry-pick',
      (at) => fails(() => git(at, 'cherry-pick', 'theirs')),
      ['cherry-pick', '--abort'],
    ],
    ['a revert', 'revert', (at) => fails(() => git(at, 'revert', 'HEAD~1')), ['revert', '--abort']],
    [
      'patches by mail',
      'git am',
      (at) => {
        git(at, 'format-patch', '--quiet', '-1', '--output-directory=.git', 'theirs');
        fails(() => git(at, 'am', '--quiet', '.git/0001-theirs.patch'));
      },
      ['am', '--abort'],
    ],
    ['a bisect', 'bisect', (at) => git(at, 'bisect', 'start'), ['bisect', 'reset']],
  ])('%s', async (_, what, begin, end) => {
    const folder = await temporaryFolder();
    await clash(folder);
    expect(unfinishedWork(repositoriesOf(folder))).toBeUndefined();
    begin(folder);
    expect(unfinishedWork(repositoriesOf(folder))).toMatchObject({ what });
    expect(unfinishedWork(repositoriesOf(folder))?.cure).toContain(`"git ${end.join(' ')}"`);
    git(folder, ...end);
    expect(await unfinishedOrUnmerged(repositoriesOf(folder))).toBeUndefined();
  });

  test('a stash that does not fit', async () => {
    const folder = await temporaryFolder();
    await clash(folder);
    await writeFile(join(folder, 'a.md'), note('not committed'));
    git(folder, 'stash');
    git(folder, 'switch', '--quiet', 'theirs');
    fails(() => git(folder, 'stash', 'pop'));
    expect(unfinishedWork(repositoriesOf(folder))).toBeUndefined();
    expect((await unfinishedOrUnmerged(repositoriesOf(folder)))?.cure).toContain('"git add"');
  });

  test('in a folder of the repository, in a worktree, and in a repository within the folder', async () => {
    const folder = await temporaryFolder();
    const main = join(folder, 'main');
    await mkdir(join(main, 'content/notes'), { recursive: true });
    await clash(main, 'content/a.md');
    git(main, 'worktree', 'add', '--quiet', '../tree', 'theirs');
    fails(() => git(join(folder, 'tree'), 'merge', 'main'));
    expect(unfinishedWork(repositoriesOf(join(folder, 'tree/content')))).toMatchObject({
      what: 'merge',
    });
    expect(unfinishedWork(repositoriesOf(join(main, 'content')))).toBeUndefined();
    await clash(join(main, 'content/notes'));
    fails(() => git(join(main, 'content/notes'), 'merge', 'theirs'));
    expect(unfinishedWork(repositoriesOf(join(main, 'content')))).toMatchObject({ what: 'merge' });
    await rename(join(main, 'content/notes'), join(folder, 'elsewhere'));
    expect(unfinishedWork(repositoriesOf(join(main, 'content')))).toBeUndefined();
  });

  test.each<[string, (content: string, other: string) => Promise<string>]>([
    ['deep in the folder', async (content) => join(content, 'notes/2026/walks')],
    [
      'behind a link to a folder',
      async (content, other) => {
        await mkdir(join(content, 'notes'), { recursive: true });
        await symlink(other, join(content, 'notes/2026'));
        return other;
      },
    ],
    [
      'behind a link to a file',
      async (content, other) => {
        await mkdir(join(content, 'notes'), { recursive: true });
        await symlink(join(other, 'a.md'), join(content, 'notes/a.md'));
        return other;
      },
    ],
  ])('in a repository %s', async (_, placed) => {
    const folder = await temporaryFolder();
    const content = join(folder, 'content');
    const where = await placed(content, join(folder, 'other'));
    await mkdir(where, { recursive: true });
    await symlink(content, join(content, 'round'));
    await clash(where);
    expect(unfinishedWork(repositoriesOf(content))).toBeUndefined();
    fails(() => git(where, 'merge', 'theirs'));
    expect(unfinishedWork(repositoriesOf(content))).toMatchObject({ what: 'merge' });
  });

  test('in no repository nothing is', async () => {
    const folder = await temporaryFolder();
    expect(await unfinishedOrUnmerged(repositoriesOf(folder))).toBeUndefined();
  });
});

test('while the owner thinks about a conflict, the channel and the site stay as they are', async () => {
  const bot = await liveBot(
    { JOURNAL_PUBLISH: 'command:basename "$JOURNAL_PUBLISHED" >> ../ran.txt' },
    { isStopped: true },
  );
  const { content } = bot;
  const posts = () => bot.headlines().sort();
  const ran = () => bot.read('../ran.txt').catch(() => '');
  for (const name of ['a', 'b']) await bot.write(`notes/${name}.md`, note(`Note ${name}`));
  bot.run();
  await bot.looked();
  expect(posts()).toEqual(['Note a', 'Note b']);
  await clash(content);
  await bot.change('notes/a.md', 'Note', 'Mine');
  await bot.write('notes/c.md', note('Mine too'));
  git(content, 'add', '.');
  git(content, 'commit', '--quiet', '-m', 'not replayed yet');
  await bot.looked();
  expect(posts()).toEqual(['Mine a', 'Mine too', 'Note b']);
  git(content, 'add', '.');
  git(content, 'commit', '--quiet', '-m', 'syndication');
  await bot.write(
    'notes/later.md',
    note('Later').replace('2026-02-01', '2026-03-01T15:00:00+00:00'),
  );

  fails(() => git(content, 'rebase', 'theirs'));
  const runs = (await ran()).length;
  bot.api.clearCalls();
  bot.clock.advance(6 * 60 * 60_000);
  await eventually(() => bot.texts().length > 0, 'the news');
  await bot.owner.sends(bot.owner, 'From chat');
  await bot.idle();
  await bot.owner.sends(bot.owner, '/publish');
  await bot.idle();
  await bot.looked();
  expect(posts()).toEqual(['Mine a', 'Mine too', 'Note b']);
  expect(bot.texts().filter((text) => text.startsWith('A rebase in '))).toHaveLength(1);
  expect(bot.texts().at(-1)).toContain('The file is written, but: A rebase in ');
  expect((await ran()).length).toBe(runs);

  git(content, 'rebase', '--abort');
  await bot.looked();
  expect(posts()).toEqual(['From chat', 'Later', 'Mine a', 'Mine too', 'Note b']);
  expect(
    bot.texts().filter((text) => text.startsWith('Nothing is unfinished in git')),
  ).toHaveLength(1);
  expect(await ran()).toContain('later.md');
});

test('a file with two versions in it keeps its post, and is told', async () => {
  const bot = await liveBot({}, { isStopped: true });
  for (const name of ['a', 'b']) await bot.write(`notes/${name}.md`, note(`Note ${name}`));
  bot.run();
  await bot.looked();
  bot.api.clearCalls();
  const source = await bot.read('notes/a.md');
  await bot.save(
    'notes/a.md',
    source.replace('Note a', '<<<<<<< HEAD\nMine\n=======\nTheirs\n>>>>>>> 1a2b3c4'),
  );
  const changes = bot.api.calls().filter(({ method }) => /^(edit|delete)Message/.test(method));
  expect(changes).toEqual([]);
  expect(bot.texts()).toEqual([
    expect.stringMatching(/✗ notes\/a\.md:\d+: two versions of the text that git could not join/),
  ]);
});
