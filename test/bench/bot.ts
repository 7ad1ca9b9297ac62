import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../src/terminal/command.ts';
import { type BotProcess, startBotProcess } from '../bot/botProcess.ts';
import { eventually, openWorld, type World } from '../bot/world.ts';
import { scriptOf } from '../projectCopy.ts';
import { countOf } from './count.ts';
import { fillChannel, timed, timeLook } from './mirrorLook.ts';

const usage = `npm run bench:bot [-- --entries 5000] [-- --messages 200]

Runs the bot against the loopback Bot API with a made-up journal that its channel holds whole, and prints
  how long it takes to look at the unchanged journal, and how many calls that makes,
  how long a message waits for its acknowledgement,
  how much memory the process has.
Machines differ and are noisy: look at the size of the numbers.`;

async function measure(entries: number, messages: number): Promise<void> {
  const world = await openWorld();
  try {
    const fill = await fillChannel(world, entries);
    const posts = world.api.messages(world.channel).length;
    console.log(`filling the channel: ${posts} messages in ${fill.toFixed(1)} s, without a pace`);
    world.api.clearCalls();
    const { look, start } = await timeLook(world);
    const calls = world.api.calls().map(({ method }) => method);
    console.log(
      `npm run mirror, nothing changed: ${(look - start).toFixed(2)} s, and ${start.toFixed(2)} s the start of Node, calls: ${calls.join(', ')}`,
    );
    await measureRunning(world, messages);
  } finally {
    await world.end();
  }
}

async function measureRunning(world: World, messages: number): Promise<void> {
  const { api, owner } = world;
  // As "npm run bot" and the examples run it; the first start fills the cache of compiled files.
  await startLean(world).then((first) => first.end('SIGTERM'));
  const bot = await startLean(world);
  console.log(`memory after the start: ${memoryOf(bot.child.pid)}`);
  await pause(20_000);
  console.log(`memory after the first look: ${memoryOf(bot.child.pid)}`);
  api.clearCalls();
  const waits: number[] = [];
  for (let number = 0; number < messages; number++) {
    const acknowledged = api.nextCall('sendMessage', () => true, 60_000);
    waits.push(
      await timed(async () => {
        await owner.sends(owner, `message ${number} of the stream`);
        await acknowledged;
      }),
    );
  }
  waits.sort((a, b) => a - b);
  const at = (part: number) => `${Math.round((waits[Math.floor(part * messages)] ?? 0) * 1000)} ms`;
  console.log(`acknowledgement: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(0.999)}`);
  console.log(`memory after ${messages} messages: ${memoryOf(bot.child.pid)}`);
  await pause(70_000);
  console.log(`memory after another look: ${memoryOf(bot.child.pid)}`);
  const posted = api.calls().filter(({ parameters }) => parameters['chat_id'] === world.channel.id);
  console.log(`calls to the channel meanwhile: ${posted.length}`);
  await bot.end('SIGTERM');
}

async function startLean(world: World): Promise<BotProcess> {
  const flags = (await scriptOf('bot')).slice(0, -1);
  const lean = { MALLOC_ARENA_MAX: '1', NODE_COMPILE_CACHE: join(world.state, 'compiled') };
  world.api.clearCalls();
  const bot = startBotProcess('main.ts', { ...world.environment, ...lean }, [], flags);
  await eventually(() => world.api.calls('getUpdates').length || undefined, 'the bot', 60_000);
  return bot;
}

/** Resident memory, where the system tells it. */
function memoryOf(pid: number | undefined): string {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string) =>
      Math.round((Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024) / 1_000_000);
    return `${megabytes('VmRSS')} MB (of it ${megabytes('RssFile')} MB files that all processes of Node share), peak ${megabytes('VmHWM')} MB`;
  } catch {
    return 'not told by this system';
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

await runCommand(
  {
    name: 'bench:bot',
    usage,
    flags: { entries: { type: 'string' }, messages: { type: 'string' } },
  },
  (flags) => measure(countOf(flags, 'entries', 5000), countOf(flags, 'messages', 200)),
);
