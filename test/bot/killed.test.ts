import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { afterEach, expect, test } from 'vitest';
import { longRuns, timesOf } from '../longRuns.ts';
import type { BotProcess } from './botProcess.ts';
import { Excuses } from './excuses.ts';
import { endsItsWork, lives, longestWait, pidOf, workLeft } from './lives.ts';
import {
  Backups,
  limitedFiles,
  type Mishap,
  outlivesFileLimit,
  smallDisks,
  unfinishedGit,
} from './mishaps.ts';
import { Presses } from './presses.ts';
import { eventually, makeWorld, openState } from './world.ts';

/** A thousand by hand, where the environment asks for it, on real small disks: SCROLLBACK_DISKS=mounted, as root. */
const kills = timesOf('kills');
const areDisksReal = process.env['SCROLLBACK_DISKS'] === 'mounted';
const messages = 4 * kills;
const publishes = kills;
const edits = kills;
const backfill = 2 * kills;
/**
 * A life is measured in what the bot does. One of milliseconds gets no further than its start where the machine is slow,
 * and Telegram keeps a press for 150 seconds only. A start is five calls; what comes in for each life takes some ten.
 */
const mostCallsOfALife = 20;

let unmount: (() => Promise<void>) | undefined;

afterEach(async () => {
  await unmount?.();
  unmount = undefined;
});

test(
  `kill -9 at ${kills} random moments of ${messages} messages, ${publishes} publishes, ${edits} edits and a backfill of ${backfill} notes, among restored backups, unfinished merges and full disks: nothing is lost, doubled or done unasked`,
  async () => {
    // Telegram's time goes by as people write. Presses that wait for 150 seconds it drops, and a slow machine is no fault.
    let now = Date.now();
    const here = await makeWorld({ now: () => now }, outlivesFileLimit);
    const { api, owner, channel, content } = here;
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
    const disks = areDisksReal ? await smallDisks(here) : undefined;
    unmount = disks && (() => disks.unmount());
    await here.write('site.yaml', await readFile(join(content, 'site.yaml'), 'utf8'));
    await here.write('notes/old/0.md', oldNote(0));
    const git = await unfinishedGit(here, 'notes/old');
    const disk = disks ?? limitedFiles();
    const backups = new Backups(here);
    const excuses = new Excuses();
    const presses = new Presses(here);

    const written: Message[] = [];
    const edited = new Set<number>();
    const happened: Record<string, number> = {};
    let filled = 1;
    let sent = 0;
    let killedAtWork = 0;
    let longLives = 0;
    const left = () => api.pendingUpdates().length + workLeft(here);
    const isTroubled = () => git.isOn() || disk.isOn();
    const count = (name: string) => (happened[name] = (happened[name] ?? 0) + 1);

    /** A chance for something to go wrong, or to be over. */
    const chance = async (mishap: Mishap, pid: number | undefined) => {
      if (mishap !== disk && disk.isInTheWay()) return;
      if (mishap.isOn()) {
        if (random() < 0.45) await mishap.end(random, pid);
      } else if (random() < 0.15) {
        await mishap.begin(random, pid);
        if (mishap.isOn()) count(mishap.name);
      }
    };

    let bot: BotProcess = here.start();
    await eventually(() => api.calls('getUpdates').length > 0, 'a first start', longestWait);
    for (let kill = 0; kill < kills; kill++) {
      // The stream goes on while the bot is up, down and in between.
      const until = Math.round(((kill + 1) * messages) / kills);
      while (sent < until) {
        now += random() * 1_000;
        written.push(await owner.sends(owner, words(sent++)));
      }
      while (!disk.isInTheWay() && filled < Math.round(((kill + 1) * backfill) / kills))
        await here.write(`notes/old/${filled}.md`, oldNote(filled++));
      while (edited.size < Math.round(((kill + 1) * edits) / kills)) {
        const number = Math.floor(random() * sent);
        const message = written[number];
        if (!message || edited.has(number)) continue;
        edited.add(number);
        await owner.edits(message, `${words(number)}, mended`);
      }
      while (presses.files.size < Math.round(((kill + 1) * publishes) / kills)) {
        const acknowledgement = presses.next();
        if (!acknowledgement || disk.isInTheWay()) break;
        await presses.press(acknowledgement);
      }
      const end = api.calls().length + 1 + Math.floor(random() * mostCallsOfALife);
      const half = api.calls().length + Math.floor((end - api.calls().length) / 2);
      await lives(bot, () => api.calls().length >= half || left() === 0, isTroubled);
      for (const mishap of [git, disk]) await chance(mishap, pidOf(bot));
      if (random() < 0.08 && !disk.isOn()) await backups.make(true);
      await lives(bot, () => api.calls().length >= end || left() === 0, isTroubled);
      // Now and then a life is long enough for all that there is to do.
      const isLong = random() < 0.12;
      if (isLong) {
        longLives++;
        await lives(bot, () => left() === 0, isTroubled);
      }
      await new Promise((resolve) => setTimeout(resolve, random() * 20));
      if (workLeft(here) > 0) killedAtWork++;
      await bot.end('SIGKILL');
      if (disk.name === 'disk' && !areDisksReal) await disk.end(random, undefined);
      for (const mishap of [git, disk]) await chance(mishap, undefined);
      if (!disk.isOn()) {
        if (random() < 0.08) await backups.make(false);
        if (backups.count > 0 && !git.isOn() && random() < (isLong ? 0.5 : 0.02)) {
          const number = Math.floor(backups.count * (1 - random() ** 2 / 2));
          await excuses.note(here, backups.path(number));
          presses.noteRestore(backups.path(number));
          await backups.restore(number);
          count('restored backup');
        }
      }
      bot = here.start();
    }
    // All of it is over.
    for (const mishap of [disk, git]) if (mishap.isOn()) await mishap.end(random, pidOf(bot));
    await bot.end('SIGKILL');
    bot = here.start();
    const next = () => presses.next();
    while (presses.files.size < publishes)
      await presses.press(await eventually(next, 'a draft to publish', longestWait));
    while (filled < backfill) await here.write(`notes/old/${filled}.md`, oldNote(filled++));
    await endsItsWork(bot, left, here);
    // A last look at what changed while nobody looked, and what comes of it.
    await bot.end('SIGTERM');
    await here.command('mirrorCommand.ts', ['--all']);

    // Kills that find the bot idle prove nothing.
    expect.soft(killedAtWork).toBeGreaterThan((kills - longLives) / 2);

    // Every message, acknowledged or not, is in exactly one draft, as it was said last.
    const files = (await here.notes()).filter((file) => !file.startsWith('notes/old/'));
    const texts = await Promise.all(files.map((file) => here.read(file)));
    const held = written.map(({ message_id }, number) => {
      const holders = (line: string) => texts.filter((text) => text.endsWith(`\n${line}\n`)).length;
      const [first, last] = [holders(words(number)), holders(`${words(number)}, mended`)];
      const isAsSaid = edited.has(number) ? last === 1 : first === 1;
      if (first + last === 0 && excuses.lostMessages.has(message_id)) return 'lost with the state';
      if (first === 1 && last === 1 && excuses.twins.has(message_id)) return 'twice, as told';
      if (first + last !== 1) return `${number} is in ${first} + ${last} files`;
      return isAsSaid || excuses.lostEdits.has(message_id)
        ? 'held'
        : `${number} is not as it was said last`;
    });
    expect.soft(held.filter((one) => /^\d/.test(one))).toEqual([]);

    // Every published note was asked for, and every wish was met that could be known.
    const published = files.filter((_, index) => !texts[index]?.includes('draft: true'));
    expect.soft(published.filter((file) => !presses.files.has(file))).toEqual([]);
    const unmet = [...presses.files].filter((file) => !published.includes(file));
    const reasons = unmet.map((file) => presses.excuseFor(file));
    expect.soft(unmet.filter((_, index) => reasons[index] === undefined)).toEqual([]);

    // Every published note is in the channel once, or its delivery is uncertain and it is there at most once.
    const database = openState(here.state);
    const one = (sql: string) => database.prepare(sql).get()?.['n'];
    expect.soft(one("SELECT COUNT(*) AS n FROM deliveries WHERE state = 'failed'")).toBe(0);
    expect.soft(one("SELECT COUNT(*) AS n FROM inbox WHERE state = 'failed'")).toBe(0);
    const uncertain = new Set(
      database
        .prepare("SELECT file FROM deliveries WHERE state = 'uncertain'")
        .all()
        .map((row) => String(row['file'])),
    );
    database.close();
    const posts = api.messages(channel).map((post) => post.text);
    const all = [
      ...published,
      ...Array.from({ length: backfill }, (_, at) => `notes/old/${at}.md`),
    ];
    let doubledUnknown = 0;
    for (const file of all) {
      const address = `/notes/${file.replace(/^notes\/(old\/)?|\.md$/g, (part) => (part === 'notes/old/' ? 'old-' : ''))}/`;
      const own = posts.filter((text) => text.endsWith(address));
      const mayBeTwice = excuses.postedInSecret.has(file);
      if (own.length > 1) doubledUnknown++;
      expect.soft(own.length, file).toBeLessThanOrEqual(mayBeTwice ? 2 : 1);
      if (uncertain.has(file)) continue;
      expect.soft(own.length, file).toBeGreaterThan(0);
      // The post says what the file says.
      const body = (await here.read(file)).split('---\n').at(-1)?.trim();
      expect
        .soft(
          own.some((text) => text.startsWith(`${body}\n\n`)),
          `${own} is not ${body}`,
        )
        .toBe(true);
    }
    expect.soft(posts.length).toBeLessThanOrEqual(all.length + doubledUnknown);
    const shown = api
      .calls()
      .filter(({ parameters }) => Number(parameters['chat_id']) === channel.id)
      .map(({ parameters }) => JSON.stringify(parameters));
    expect.soft(shown.filter((text) => text.includes('<<<<<<<'))).toEqual([]);
    if (kills > longRuns.kills.usual)
      console.info(
        JSON.stringify({
          kills,
          killedAtWork,
          ...happened,
          backups: backups.count,
          messages: held.length,
          lostWithTheState: held.filter((words) => words === 'lost with the state').length,
          twiceAsTold: held.filter((words) => words === 'twice, as told').length,
          published: published.length,
          pressesLostWithTheState: reasons.filter((why) => why === 'lost with the state').length,
          pressesNotKnownAsTold: reasons.filter((why) => why === 'not known, as told').length,
          posts: posts.length,
          uncertain: uncertain.size,
          postedTwiceInSecret: doubledUnknown,
        }),
      );
  },
  120_000 + kills * 20_000,
);

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
