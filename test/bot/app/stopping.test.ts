import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginRepository, gitIn, shareRepository } from '../gitWorld.ts';
import { type LiveBot, liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

let bot: LiveBot;

const minute = 60_000;
const git = (...parameters: string[]) => gitIn(bot.content, ...parameters);
const subjects = (where = 'HEAD') => git('log', '--format=%s', where).trim().split('\n');

/** A message becomes a draft, and its button to publish is pressed. */
async function publish(words: string, by = bot): Promise<string> {
  await by.owner.sends(by.owner, words);
  const saved = await eventually(
    () => by.said().find(({ text }) => text.startsWith('Saved as ')),
    'an acknowledgement',
  );
  await by.owner.presses(saved.message, 'Publish');
  return saved.text.replace('Saved as ', '');
}

async function hangingCommand(): Promise<void> {
  const one = await liveBot({
    JOURNAL_PUBLISH: 'command:echo begun >> ran.txt; test -f calm.txt || sleep 60',
  });
  await publish('Words', one);
  await eventually(() => one.read('ran.txt').catch(() => undefined), 'the command');
  const began = Date.now();
  await one.stop();
  expect(Date.now() - began).toBeLessThan(20_000);
  await one.write('calm.txt', '');
  one.run();
  await eventually(
    async () => (await one.read('ran.txt')).includes('begun\nbegun\n'),
    'the command',
  );
  await one.idle();
  expect(one.headlines()).toEqual(['Words']);
}

async function hangingPush(): Promise<void> {
  bot = await liveBot({ JOURNAL_PUBLISH: 'push' });
  await beginRepository(bot.content);
  const origin = join(bot.content, '../origin.git');
  shareRepository(bot.content, origin);
  git('remote', 'set-url', 'origin', 'ssh://nobody@127.0.0.1/origin.git');
  git('config', 'core.sshCommand', 'echo begun > ../begun.txt; sleep 60; true');
  const file = await publish('Words');
  await eventually(() => bot.read('../begun.txt').catch(() => undefined), 'a push');
  const began = Date.now();
  await bot.stop();
  expect(Date.now() - began).toBeLessThan(20_000);
  expect(subjects()).toEqual([`Publish ${file}`, 'begin']);
  git('remote', 'set-url', 'origin', origin);
  bot.run();
  await eventually(() => {
    bot.clock.advance(1_000);
    return git('-C', origin, 'log', '--format=%s').includes(`Publish ${file}\n`);
  }, 'the push');
}

test('a publish command that hangs ends soon after a stop, and is run again at the next start; a push, too, and its commit is kept', async () => {
  // Both are let go on for the same seconds.
  await Promise.all([hangingCommand(), hangingPush()]);
});

test('what a crash kept from being carried on is carried on at the next start, once', async () => {
  bot = await liveBot({
    JOURNAL_PUBLISH: 'command:printf "%s;" "$JOURNAL_PUBLISHED" >> ran.txt',
  });
  await bot.stop();
  bot.edit(
    `INSERT INTO owed_files (files, subject, is_due) VALUES ('["/a","/b"]', 'Publish a', 0), ('["/b","/c"]', 'Publish b', 0)`,
  );
  bot.run();
  await eventually(() => bot.read('ran.txt').catch(() => undefined), 'the command');
  await bot.looked();
  expect(await bot.read('ran.txt')).toBe('/a\n/b\n/c;');
  expect(bot.rows('SELECT * FROM owed_files')).toEqual([]);
});

test('what git refuses to commit is told with its cure, and committed later without a further word', async () => {
  // A post would note its address in the file, and commit that beside.
  bot = await liveBot({ JOURNAL_PUBLISH: 'commit' }, { channel: false });
  await beginRepository(bot.content);
  git('switch', '--quiet', '--detach');
  const file = await publish('Words');
  await eventually(
    () => bot.texts().find((text) => /git switch main[\s\S]*Nothing is committed yet/.test(text)),
    'the cure',
  );
  git('switch', '--quiet', 'main');
  bot.clock.advance(minute);
  await bot.looked();
  const told = () => bot.texts().find((text) => text.includes('is carried on now'));
  await eventually(() => {
    bot.clock.advance(minute);
    return told();
  }, 'the good news');
  expect(subjects()).toContain(`Publish ${file}`);
  expect(git('status', '--short', '--', file)).toBe('');
});

test('what git refused is told to be carried on, although another entry was committed in between', async () => {
  bot = await liveBot({ JOURNAL_PUBLISH: 'commit' }, { channel: false });
  await beginRepository(bot.content);
  git('switch', '--quiet', '--detach');
  const refused = await publish('Words');
  await eventually(
    () => bot.texts().find((text) => text.includes('Nothing is committed yet')),
    'the cure',
  );
  git('switch', '--quiet', 'main');
  await bot.owner.sends(bot.owner, 'Others');
  const other = await eventually(
    () => bot.said().find(({ text }) => text.startsWith('Saved as ') && !text.includes(refused)),
    'another acknowledgement',
  );
  await bot.owner.presses(other.message, 'Publish');
  await eventually(() => subjects().length > 1, 'its commit');
  await eventually(() => {
    bot.clock.advance(minute);
    return bot.texts().find((text) => text.includes('is carried on now'));
  }, 'the good news');
  expect(subjects()).toContain(`Publish ${refused}`);
});
