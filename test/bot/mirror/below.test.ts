import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bot, createBot } from '../../../bot/app/bot.ts';
import { readConfig } from '../../../bot/base/config.ts';
import { createLog } from '../../../bot/base/log.ts';
import { deliverDue } from '../../../bot/outbox/deliver.ts';
import { type StaticServer, serve } from '../../browser/server.ts';
import { projectRoot } from '../botProcess.ts';
import { type ManualClock, manualClock } from '../manualClock.ts';
import { makeWorld, type World } from '../world.ts';

let world: World;
let clock: ManualClock;
let bot: Bot;
let host: StaticServer;
let pages = '';

beforeEach(async () => {
  clock = manualClock();
  world = await makeWorld({ now: clock.now });
  pages = join(world.content, '..', 'dist');
  await mkdir(pages);
  host = await serve(pages, '/~me/blog');
  await world.write('site.yaml', `title: A journal\nurl: ${host.origin}/~me/blog/\n`);
  const log = createLog(() => {}, [], clock.now);
  bot = await createBot(readConfig(world.environment, projectRoot), { clock, log }, () => {});
});

afterEach(async () => {
  bot.database.close();
  await host.close();
});

/** One pass, an hour after the last. What the channel shows then. */
async function mirrored(): Promise<string[]> {
  clock.advance(3_600_000);
  await bot.pass?.queue(clock.now(), { allowed: { removals: false, posts: 'all' } });
  if (bot.delivery) await deliverDue(bot.outbox, bot.delivery, new AbortController().signal);
  await bot.upkeep.syndicate();
  return world.api.messages(world.channel).map((post) => post.text);
}

const links = () =>
  world.api
    .messages(world.channel)
    .flatMap(({ entities }) => entities.flatMap((one) => ('url' in one ? [one.url] : [])));

test('a post names addresses below the path, after a rename too', async () => {
  const site = `${host.origin}/~me/blog`;
  await world.write(
    'notes/a.md',
    '---\ndate: 2026-02-01\n---\n\nTo [b](/notes/b/), [[notes/b|B]].\n',
  );
  await world.write('notes/b.md', '---\ndate: 2026-01-31\n---\n\nB\n');
  expect(await mirrored()).toEqual([`B\n\n${site}/notes/b/`, `To b, B.\n\n${site}/notes/a/`]);
  expect(links()).toEqual([`${site}/notes/b/`, `${site}/notes/b/`]);

  await rename(join(world.content, 'notes/b.md'), join(world.content, 'notes/c.md'));
  await world.change('notes/c.md', '---\n', '---\naliases: [/notes/b/]\n');
  expect((await mirrored())[0]).toBe(`B\n\n${site}/notes/c/`);
});

test('an article goes out when its page answers below the path', async () => {
  await world.write('articles/a.md', '---\ntitle: A\ndate: 2026-02-01\n---\n\nWords\n');
  expect(await mirrored()).toEqual([]);
  await mkdir(join(pages, '2026/a'), { recursive: true });
  await writeFile(join(pages, '2026/a/index.html'), 'A');
  expect(await mirrored()).toEqual([expect.stringContaining(`${host.origin}/~me/blog/2026/a/`)]);
});
