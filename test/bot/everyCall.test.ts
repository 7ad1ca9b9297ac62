import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { CallParameters, FaultKind, StandingMessage } from '../../telegram-double/index.ts';
import { timesOf } from '../longRuns.ts';
import { plainPicture } from '../plainPicture.ts';
import { type LiveBot, liveBot } from './liveBot.ts';
import { longestWait } from './lives.ts';
import { eventually, ownerId } from './world.ts';

/** Every call that the bot makes on the way from a message to a post and back. */
const calls = [
  ['getChat', 'any'],
  ['deleteWebhook', 'any'],
  ['setMyCommands', 'any'],
  ['getUpdates', 'any'],
  ['getFile', 'any'],
  ['download', 'any'],
  ['answerCallbackQuery', 'any'],
  ['sendMessage', 'owner'],
  ['editMessageText', 'owner'],
  ['sendMessage', 'channel'],
  ['sendPhoto', 'channel'],
  ['sendMediaGroup', 'channel'],
  ['editMessageText', 'channel'],
  ['editMessageCaption', 'channel'],
  ['editMessageMedia', 'channel'],
  ['deleteMessage', 'channel'],
] as const;

const faults: readonly (readonly ['before' | 'after', string, FaultKind])[] = [
  ['before', 'reset', 'reset'],
  ['after', 'reset', 'reset'],
  ['before', '502', { status: 502 }],
  ['after', '502', { status: 502 }],
  ['before', '429', { retryAfterSeconds: 1 }],
  ['before', 'hang', 'hang'],
  ['after', 'hang', 'hang'],
];

const pictures: Buffer[] = [];
beforeAll(async () => {
  for (const background of ['#f00', '#0f0', '#00f'])
    pictures.push(await plainPicture('jpeg', background));
});

const picture = (number: number) => pictures[number] ?? Buffer.alloc(0);
const posts = (bot: LiveBot) => bot.api.messages(bot.channel);
const postsOf = (bot: LiveBot, words: string) =>
  posts(bot).filter(({ text }) => text.startsWith(words));

/** What waits for time where a bot has nothing to do. */
const loops = 4;

/** Calls that hang do so in real time; one that is merely slow beside them is tried again. */
const hangSeconds = 0.4;

/** Lets time pass until nothing is left to do. */
async function settle(bot: LiveBot): Promise<void> {
  for (const end = Date.now() + longestWait; Date.now() < end; ) {
    bot.clock.advance(2_000);
    // A slow machine does not make a pressed button too old to be answered.
    for (let look = 0; look < 40; look++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (bot.clock.sleeping() >= loops) break;
    }
    if (bot.logged().includes('the bot runs') && bot.api.pendingUpdates().length === 0) {
      const [left] = bot.rows(
        `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'pending')
         + (SELECT COUNT(*) FROM deliveries WHERE state IN ('pending', 'sending')) AS n`,
      );
      if (left?.['n'] === 0) return;
    }
  }
  throw new Error(`work is left:\n${bot.logged().slice(-2_000)}`);
}

/** A look at the journal, and what comes of it. */
async function look(bot: LiveBot): Promise<void> {
  const latest = () => Number(bot.rows('SELECT latest FROM mirror_looks')[0]?.['latest'] ?? 0);
  const changedAt = bot.clock.now();
  bot.clock.advance(1_000);
  while (latest() <= changedAt) await settle(bot);
  await settle(bot);
  await answerQuestions(bot);
}

/** The owner looks whether a post is there, as the bot asks for. */
async function answerQuestions(bot: LiveBot): Promise<void> {
  for (const row of bot.rows("SELECT steps, step FROM deliveries WHERE state = 'uncertain'")) {
    const step = JSON.parse(String(row['steps']))[Number(row['step'])];
    const found = posts(bot).find(({ text }) => text === step.message.text);
    if (!found) {
      const question = await eventually(
        () => bot.said().findLast(({ buttons }) => labels(buttons).includes('Send again')),
        'a question about an uncertain post',
      );
      await bot.owner.presses(question.message, 'Send again');
    } else if (step.message.type === 'album') {
      const album = posts(bot).filter(({ id }) => id >= found.id && id < found.id + 2);
      await bot.owner.forwardsAlbum(
        album.map(({ message }) => message),
        bot.owner,
      );
    } else await bot.owner.forwards(found.message, bot.owner);
    await settle(bot);
  }
}

const labels = (buttons: StandingMessage['buttons']) => JSON.stringify(buttons);

/** The newest acknowledgement with a button to publish: a retried one may stand twice. */
async function publishNewest(bot: LiveBot): Promise<void> {
  const answer = bot.said().findLast(({ buttons }) => labels(buttons).includes('Publish'));
  if (!answer) throw new Error('no acknowledgement');
  await bot.owner.presses(answer.message, 'Publish');
  await settle(bot);
  await answerQuestions(bot);
}

async function noteWith(bot: LiveBot, words: string): Promise<string> {
  const files = await bot.notes();
  const texts = await Promise.all(files.map(async (file) => [file, await bot.read(file)] as const));
  const holders = texts.filter(([, text]) => text.includes(words));
  expect(holders, `drafts with "${words}"`).toHaveLength(1);
  return holders[0]?.[0] ?? '';
}

/** A photo and a text go all the way, an album is published by hand; afterwards all is there, once. */
async function liveThrough(bot: LiveBot): Promise<void> {
  // A photo with words: kept, published, its words and its picture changed, taken down.
  const photo = await bot.owner.sendsPhoto(bot.owner, {
    bytes: picture(0),
    caption: 'Alpha words',
    width: 20,
    height: 20,
  });
  await settle(bot);
  await publishNewest(bot);
  expect(postsOf(bot, 'Alpha words')).toHaveLength(1);
  await bot.owner.edits(photo, 'Beta words');
  await settle(bot);
  const file = await noteWith(bot, 'Beta words');
  const source = await bot.read(file);
  const image = /\]\(<?([^)>]+\.jpg)/.exec(source)?.[1] ?? '';
  await bot.write(join(file, '..', image), picture(1));
  await look(bot);
  expect(postsOf(bot, 'Beta words')).toHaveLength(1);
  await bot.change(file, '---\n', '---\ndraft: true\n');
  await look(bot);
  expect(posts(bot)).toEqual([]);

  // A text: kept, published, changed.
  const text = await bot.owner.sends(bot.owner, 'Gamma words');
  await settle(bot);
  await publishNewest(bot);
  await bot.owner.edits(text, 'Delta words');
  await settle(bot);
  await noteWith(bot, 'Delta words');

  // Two pictures, published by hand.
  for (const number of [0, 2]) await bot.write(`notes/album/${number}.jpg`, picture(number));
  await bot.write(
    'notes/album/index.md',
    '---\ndate: 2026-02-01\n---\n\nAlbum words\n\n![One](0.jpg)\n![Two](2.jpg)\n',
  );
  await look(bot);

  expect(postsOf(bot, 'Delta words')).toHaveLength(1);
  expect(postsOf(bot, 'Album words')).toHaveLength(1);
  expect(posts(bot)).toHaveLength(3);
  expect(await bot.notes()).toHaveLength(3);
  const copies = bot
    .rows('SELECT messages FROM copies')
    .flatMap((row) => JSON.parse(String(row['messages'])))
    .flatMap(({ ids }) => ids)
    .sort();
  expect(copies).toEqual(
    posts(bot)
      .map(({ id }) => id)
      .sort(),
  );
  expect(bot.rows("SELECT * FROM deliveries WHERE state IN ('uncertain', 'failed')")).toEqual([]);
  expect(bot.rows("SELECT * FROM inbox WHERE state <> 'settled'")).toEqual([]);
}

/** Runs the bot with faults at the first call of each of these. */
async function withFaults(
  struck: readonly (typeof calls)[number][],
  when: 'before' | 'after',
  kind: FaultKind,
): Promise<void> {
  const bot = await liveBot(
    {},
    { isStopped: true, ...(kind === 'hang' && { callSeconds: hangSeconds }) },
  );
  const armed = struck.map(([method, to]) => {
    const match = (parameters: CallParameters) =>
      to === 'any' || (Number(parameters['chat_id']) === ownerId) === (to === 'owner');
    return { name: `${method} (${to})`, fault: bot.api.fault({ method, when, kind, match }) };
  });
  bot.run();
  await liveThrough(bot);
  expect(armed.filter(({ fault }) => fault.count !== 1).map(({ name }) => name)).toEqual([]);
}

test.each(faults.filter(([, , kind]) => kind !== 'hang'))(
  '%s the first call of every kind, %s: nothing is lost, and nothing doubled',
  (when, _, kind) => withFaults(calls, when, kind),
  longestWait,
);

// They mostly wait: at the same time.
test(
  'before and after the first call of every kind, hang: nothing is lost, and nothing doubled',
  async () => {
    const ends = (['before', 'after'] as const).map((when) => withFaults(calls, when, 'hang'));
    await Promise.all(ends);
  },
  longestWait,
);

/** How many of the faults strike one call alone: all of them take minutes. */
const alone = timesOf('singleFaults');

/** Every fault of every call, in steps by which a few come to many calls and all faults. */
const pairs = calls
  .flatMap((call) => faults.map((fault) => ({ call, fault })))
  .map((_, turn, all) => all[(turn * 33) % all.length])
  .filter((pair) => pair !== undefined);

test.each(pairs.slice(0, alone))(
  '$fault.0 the call $call.0 ($call.1) alone, $fault.1: nothing is lost, and nothing doubled',
  async ({ call, fault: [when, , kind] }) => {
    await withFaults([call], when, kind);
  },
  longestWait,
);
