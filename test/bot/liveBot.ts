import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { runBot } from '../../bot/app/run.ts';
import { readConfig } from '../../bot/base/config.ts';
import { createLog } from '../../bot/base/log.ts';
import type { BotApiOptions, StandingMessage } from '../../telegram-double/index.ts';
import { projectRoot } from './botProcess.ts';
import { type ManualClock, manualClock } from './manualClock.ts';
import { putNewState } from './newState.ts';
import { eventually, makeWorld, openState, type World } from './world.ts';

/** A world with the bot running in this process, on a clock that the test moves. It ends with the test. */
export interface LiveBot extends World {
  readonly clock: ManualClock;
  /**
   * Runs the bot; it runs already, unless the world was made with `isStopped`. Where it has no state, it begins with a copy of a
   * new database.
   */
  run(): void;
  /** Ends the bot as SIGTERM would. */
  stop(): Promise<void>;
  /** Settles when the bot ends by itself, as it does. */
  ended(): Promise<void>;
  /** Resolves when everything that is due has been dealt with. */
  idle(): Promise<void>;
  /** Moves the clock until the bot has looked at the journal as it is now, and done what followed. */
  looked(): Promise<void>;
  /** Writes a file of the journal, and has the bot look at it. */
  save(file: string, text: string): Promise<void>;
  /**
   * Lets time pass until `look` gives something: a step whenever nobody is at work. A clock that ran on beside the work
   * would find the next look overdue at the end of each one, and a slow machine's bot would never be done.
   */
  passing<T>(
    look: () => T | undefined | Promise<T | undefined>,
    what: string,
    stepMilliseconds?: number,
  ): Promise<T>;
  rows(sql: string): Record<string, unknown>[];
  /** Changes the database of a bot that is stopped, as a crash at another moment would have left it. */
  edit(sql: string): void;
  /** What the bot said to the owner, oldest first; its texts alone. */
  said(): StandingMessage[];
  texts(): string[];
  /** The newest message of the bot that has a button; fails where none has. */
  withButton(button: string): StandingMessage;
  /** The texts that stand in the channel. */
  posts(): string[];
  /** The bodies of all notes. */
  bodies(): Promise<string[]>;
  /** Lets time pass, and waits for what is due then. */
  wait(milliseconds: number): Promise<void>;
  /** Stops the bot, does something or changes its database by SQL, starts it again and waits until it is idle. */
  restart(between?: string | (() => Promise<unknown>)): Promise<void>;
  /** Everything that the bot logged. */
  logged(): string;
  /** Whether a call with such parameters is about the channel; about the private chat with the owner. */
  toChannel(parameters: Readonly<Record<string, unknown>>): boolean;
  toOwner(parameters: Readonly<Record<string, unknown>>): boolean;
}

/** A text without its front matter. */
export const bodyOf = (text = '') => text.replace(/^---\n[\s\S]*?\n---\n/, '').trim();

interface LiveBotOptions {
  readonly isStopped?: boolean;
  readonly callSeconds?: number;
  /** Whether it has a channel. */
  readonly channel?: boolean;
  readonly api?: BotApiOptions;
}

/** Makes a world and runs the bot in it. */
export async function liveBot(
  settings: Readonly<Record<string, string>> = {},
  { isStopped = false, callSeconds = 60, channel = true, api = {} }: LiveBotOptions = {},
): Promise<LiveBot> {
  const clock = manualClock();
  const world = await makeWorld(
    { now: clock.now, ...api },
    { ...settings, ...(channel ? {} : { TELEGRAM_CHANNEL: '' }) },
  );
  const config = readConfig(world.environment, projectRoot);
  let log = '';
  let looks = 0;
  let ended: Promise<void> | undefined;
  let running: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;
  const rows = (sql: string) => {
    const database = openState(world.state);
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };
  // What follows a delivery or an update goes on when its row is settled already: a loop that is done waits for time.
  const loops = config.channel === undefined ? 3 : 4;
  const isAtWork = () => running !== undefined && clock.sleeping() < loops;
  const isIdle = () => {
    if (isAtWork() || world.api.pendingUpdates().length > 0) return false;
    const [left] = rows(
      `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'pending' AND run_at <= ${clock.now()})
       + (SELECT COUNT(*) FROM deliveries WHERE state = 'sending'
          OR (state = 'pending' AND run_at <= ${clock.now()})) AS n`,
    );
    return left?.['n'] === 0 && !isAtWork();
  };
  const lookMilliseconds = config.lookSeconds * 1_000;
  const live: LiveBot = {
    ...world,
    clock,
    rows,
    edit: (sql) => {
      const database = new DatabaseSync(join(world.state, 'bot.sqlite'));
      database.exec(sql);
      database.close();
    },
    logged: () => log,
    said: () => world.api.botMessages(world.owner),
    texts: () => live.said().map(({ text }) => text),
    withButton(button) {
      const shown = live.said().findLast(({ buttons }) => buttons.includes(button));
      if (!shown) throw new Error(`no message has a button "${button}"`);
      return shown;
    },
    posts: () => world.api.messages(world.channel).map(({ text }) => text),
    bodies: async () => (await Promise.all((await world.notes()).map(world.read))).map(bodyOf),
    async wait(milliseconds) {
      clock.advance(milliseconds);
      await live.idle();
    },
    async restart(between) {
      const runs = log.split('the bot runs').length;
      await live.stop();
      if (typeof between === 'string') live.edit(between);
      else await between?.();
      live.run();
      await eventually(() => log.split('the bot runs').length > runs, 'the bot to run again');
      await live.idle();
    },
    toChannel: ({ chat_id }) => Number(chat_id) === world.channel.id,
    toOwner: ({ chat_id }) => Number(chat_id) === world.owner.id,
    run() {
      if (!existsSync(world.state)) putNewState(world.state);
      const stop = new AbortController();
      const tools = {
        clock,
        callSeconds,
        log: createLog(
          (line) => {
            log += line;
            if (line.includes('looked at the journal')) looks++;
          },
          [config.token],
          clock.now,
          'debug',
        ),
      };
      running = { stop, ended: runBot(config, tools, stop.signal) };
      running.ended.catch(() => undefined);
    },
    async stop() {
      running?.stop.abort();
      const last = running;
      running = undefined;
      await last?.ended;
    },
    async ended() {
      const last = running;
      await last?.ended.finally(() => {
        running = undefined;
      });
    },
    idle: () => eventually(isIdle, 'nothing left to do').then(() => undefined),
    passing: (look, what, step = 20_000) =>
      eventually(async () => {
        const seen = await look();
        if ((seen === undefined || seen === false) && !isAtWork()) clock.advance(step);
        return seen;
      }, what),
    looked: async () => {
      const idle = () => live.passing(isIdle, 'nothing left to do');
      await idle();
      // A post that is taken down by a look is posted anew by the one after.
      for (let look = 0; look < 2; look++) {
        const before = looks;
        await live.passing(() => looks > before, 'a look', lookMilliseconds);
        await idle();
      }
    },
    async save(file, text) {
      await live.write(file, text);
      await live.looked();
    },
    end: () => {
      ended ??= live
        .stop()
        .catch(() => undefined)
        .then(() => world.end());
      return ended;
    },
  };
  onTestFinished(() => live.end());
  if (!isStopped) {
    live.run();
    await eventually(() => log.includes('the bot runs'), 'the bot to run');
  }
  return live;
}
