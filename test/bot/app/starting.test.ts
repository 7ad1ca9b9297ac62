import { chmod, mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { examineSecrets } from '../../../bot/doctor/secrets.ts';
import { liveBot } from '../liveBot.ts';
import { eventually, makeWorld, type World } from '../world.ts';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
});

it('a wrong token without a channel is told as well', async () => {
  Object.assign(world.environment, { TELEGRAM_BOT_TOKEN: '123:wrong', TELEGRAM_CHANNEL: '' });
  const { code, output } = await world.command('main.ts');
  expect(code).toBe(1);
  expect(output).toContain('Telegram does not know the token in TELEGRAM_BOT_TOKEN');
});

describe.skipIf(process.platform === 'win32')('what the bot knows is its own', () => {
  const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

  async function modes({ state }: World) {
    const names = (await readdir(state)).sort();
    return Promise.all(
      ['', ...names].map(async (name) => `${name} ${await mode(join(state, name))}`),
    );
  }

  async function answers({ api, owner }: World) {
    await owner.sends(owner, 'words');
    await eventually(() => api.botMessages(owner)[0], 'the answer');
  }

  const closed = [
    'bot.sqlite 600',
    'bot.sqlite-shm 600',
    'bot.sqlite-wal 600',
    'running.lock 600',
    'running.lock-journal 600',
  ];

  it('from the first start', async () => {
    world.start();
    await answers(world);
    expect(await modes(world)).toEqual([' 700', ...closed]);
  });

  it('also where everybody could read it before', async () => {
    const bot = await liveBot({}, { isStopped: true });
    await bot.command('mirrorCommand.ts');
    await mkdir(join(bot.state, 'photos'), { recursive: true });
    for (const name of ['', ...(await readdir(bot.state))])
      await chmod(join(bot.state, name), name === '' || name === 'photos' ? 0o755 : 0o644);
    bot.run();
    await answers(bot);
    expect(await modes(bot)).toEqual([
      ' 700',
      ...closed.slice(0, 3),
      'look.json 600',
      'photos 700',
      'running.lock 600',
    ]);
  });

  it('in a folder that holds other things, which keep their rights', async () => {
    const bot = await liveBot({}, { isStopped: true });
    await mkdir(bot.state, { recursive: true });
    await chmod(bot.state, 0o755);
    await writeFile(join(bot.state, 'mine.txt'), '', { mode: 0o644 });
    bot.run();
    await answers(bot);
    expect(await modes(bot)).toEqual([' 755', ...closed.slice(0, 3), 'mine.txt 644']);
  });

  it.each([
    [0o600, 0],
    [0o400, 0],
    [0o644, 1],
    [0o640, 1],
  ])('doctor tells a .env that others may read: %o', async (rights, faults) => {
    const file = join(world.content, '.env');
    await writeFile(file, '');
    await chmod(file, rights);
    const found = examineSecrets(file);
    expect(found).toHaveLength(faults);
    if (faults > 0) expect(found[0]?.cure).toContain(`chmod 600 ${file}`);
    expect(examineSecrets(join(world.content, 'nothing'))).toEqual([]);
  });
});
