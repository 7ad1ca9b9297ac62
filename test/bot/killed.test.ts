import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Message } from 'grammy/types';
import { afterEach, expect, test } from 'vitest';
import type { BotProcess } from './botProcess.ts';
import { eventually, makeWorld, type World } from './world.ts';

/** A thousand by hand, where the environment asks for it. */
const kills = Number(process.env['SCROLLBACK_KILLS'] ?? 50);
const messages = 4 * kills;
const publishes = kills;
const edits = kills;
const backfill = 2 * kills;
/**
 * A life is measured in what the bot does. One of milliseconds gets no further than its start where the machine is slow,
 * and Telegram keeps a press for 150 seconds only. A start is five calls; what comes in for each life takes some ten.
 */
const mostCallsOfALife = 20;

let world: World | undefined;

afterEach(async () => {
  await world?.end();
  world = undefined;
});

test(
  `kill -9 at ${kills} random moments of ${messages} messages, ${publishes} publishes, ${edits} edits and a backfill of ${backfill} notes loses nothing and posts nothing twice`,
  async () => {
    world = await makeWorld();
    const { api, owner, channel } = world;
    const random = seeded(Number(process.env['SCROLLBACK_SEED'] ?? 20261121));
    // Calls take time, as they do over a real line: a kill finds some of them under way, before and after Telegram acted.
    api.fault({ when: 'before', kind: { delayMilliseconds: 8 }, times: Number.POSITIVE_INFINITY });
    api.fault({ when: 'after', kind: { delayMilliseconds: 8 }, times: Number.POSITIVE_INFINITY });
    api.fault({
      method: 'sendMessage',
      when: 'after',
      kind: { delayMilliseconds: 25 },
      times: Number.POSITIVE_INFINITY,
      match: (parameters) => Number(parameters['chat_id']) === channel.id,
    });
    const written: Message[] = [];
    const edited = new Set<number>();
    const wordsNow = (number: number) => `${words(number)}${edited.has(number) ? ', mended' : ''}`;
    let filled = 0;
    let bot: BotProcess = world.start();
    let killedAtWork = 0;
    let sent = 0;
    let pressed = 0;
    const pressedAlready = new Set<string>();
    const left = () => api.pendingUpdates().length + workLeft(world);
    await eventually(() => api.calls('getUpdates').length > 0, 'a first start');
    for (let kill = 0; kill < kills; kill++) {
      // The stream goes on while the bot is up, down and in between.
      const until = Math.round(((kill + 1) * messages) / kills);
      while (sent < until) written.push(await owner.sends(owner, words(sent++)));
      while (filled < Math.round(((kill + 1) * backfill) / kills))
        await world.write(`notes/old/${filled}.md`, oldNote(filled++));
      while (edited.size < Math.round(((kill + 1) * edits) / kills)) {
        const number = Math.floor(random() * sent);
        const message = written[number];
        if (!message || edited.has(number)) continue;
        edited.add(number);
        await owner.edits(message, wordsNow(number));
      }
      for (const ack of api.botMessages(owner)) {
        if (pressed >= Math.round(((kill + 1) * publishes) / kills)) break;
        if (!ack.text.startsWith('Saved as ') || pressedAlready.has(ack.text)) continue;
        pressedAlready.add(ack.text);
        pressed++;
        await owner.presses(ack.message, 'Publish');
      }
      const end = api.calls().length + 1 + Math.floor(random() * mostCallsOfALife);
      await eventually(() => api.calls().length >= end || left() === 0, 'the calls of a life');
      await new Promise((resolve) => setTimeout(resolve, random() * 20));
      if (workLeft(world) > 0) killedAtWork++;
      await bot.end('SIGKILL');
      bot = world.start();
    }
    while (pressed < publishes) {
      const ack = await eventually(
        () =>
          api
            .botMessages(owner)
            .find((one) => one.text.startsWith('Saved as ') && !pressedAlready.has(one.text)),
        'another acknowledgement to publish',
      );
      pressedAlready.add(ack.text);
      pressed++;
      await owner.presses(ack.message, 'Publish');
    }
    // However much is left, it gets less.
    for (let before = left(); before > 0; before = left())
      await eventually(() => left() < before, `fewer than ${before} pieces of work`, 60_000);
    // A last look at what changed while nobody looked, and what comes of it.
    await bot.end('SIGTERM');
    const last = world.start('mirrorCommand.ts', ['--all']);
    await last.ended;

    // Every message, acknowledged or not, is in exactly one draft.
    const files = (await world.notes()).filter((file) => !file.startsWith('notes/old/'));
    const texts = await Promise.all(
      files.map((file) => readFile(join(world?.content ?? '', file), 'utf8')),
    );
    const holders = Array.from(
      { length: messages },
      (_, number) => texts.filter((text) => text.includes(`\n${wordsNow(number)}\n`)).length,
    );
    expect(holders).toEqual(Array.from({ length: messages }, () => 1));
    expect(files).toHaveLength(messages);

    // Every published note is in the channel once, or its delivery is uncertain and it is there at most once.
    // Kills that find the bot idle prove nothing.
    expect(killedAtWork).toBeGreaterThan(kills / 2);
    const database = openState(world);
    const uncertain = new Set(
      database
        .prepare("SELECT file FROM deliveries WHERE state = 'uncertain'")
        .all()
        .map((row) => String(row['file'])),
    );
    expect(
      database.prepare("SELECT COUNT(*) AS n FROM deliveries WHERE state = 'failed'").get()?.['n'],
    ).toBe(0);
    expect(
      database.prepare("SELECT COUNT(*) AS n FROM inbox WHERE state = 'failed'").get()?.['n'],
    ).toBe(0);
    // A press that Telegram gave up before the bot fetched it would be no fault of the bot.
    expect(
      database
        .prepare("SELECT COUNT(*) AS n FROM inbox WHERE body ->> '$.callback_query' IS NOT NULL")
        .get()?.['n'],
    ).toBe(publishes);
    database.close();
    const posts = api.messages(channel).map((post) => post.text);
    const published = files.filter((_, index) => !texts[index]?.includes('draft: true'));
    expect(published).toHaveLength(publishes);
    const all = [
      ...published,
      ...Array.from({ length: backfill }, (_, at) => `notes/old/${at}.md`),
    ];
    for (const file of all) {
      const address = `/notes/${file.replace(/^notes\/(old\/)?|\.md$/g, (part) => (part === 'notes/old/' ? 'old-' : ''))}/`;
      const own = posts.filter((text) => text.endsWith(address));
      if (uncertain.has(file)) expect(own.length, file).toBeLessThanOrEqual(1);
      else {
        expect(own, file).toHaveLength(1);
        // The post says what the file says.
        const body = (await world.read(file)).split('---\n').at(-1)?.trim();
        expect(own[0]?.startsWith(`${body}\n\n`), `${own[0]} is not ${body}`).toBe(true);
      }
    }
    expect(posts.length).toBeLessThanOrEqual(all.length);
  },
  120_000 + kills * 10_000,
);

function openState({ state }: World): DatabaseSync {
  return new DatabaseSync(join(state, 'bot.sqlite'), { readOnly: true, timeout: 10_000 });
}

/** How many updates and deliveries the bot has not settled. */
function workLeft(world: World | undefined): number {
  if (!world) return 0;
  const database = openState(world);
  try {
    const left = database
      .prepare(
        `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'pending')
         + (SELECT COUNT(*) FROM deliveries WHERE state IN ('pending', 'sending')) AS n`,
      )
      .get();
    return Number(left?.['n']);
  } finally {
    database.close();
  }
}

function oldNote(number: number): string {
  return `---\ndate: 2020-01-01\nslug: old-${number}\n---\n\nnote ${number} from before\n`;
}

function words(number: number): string {
  return `message number ${number} of the stream`;
}

/** Mulberry32: the same moments for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
