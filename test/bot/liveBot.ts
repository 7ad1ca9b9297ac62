import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/log.ts';
import { runBot } from '../../bot/run.ts';
import type { StandingMessage } from '../botApi/index.ts';
import { projectRoot } from './botProcess.ts';
import { type ManualClock, manualClock } from './manualClock.ts';
import { eventually, makeWorld, type World } from './world.ts';

/** A world with the bot running in this process, on a clock that the test moves. */
export interface LiveBot extends World {
  readonly clock: ManualClock;
  /** Runs the bot; it runs already unless the world was made with `isStopped`. */
  run(): void;
  /** Ends the bot as SIGTERM would. */
  stop(): Promise<void>;
  /** Resolves when everything that is due has been dealt with. */
  idle(): Promise<void>;
  rows(sql: string): Record<string, unknown>[];
  /** What the bot said to the owner, oldest first. */
  said(): StandingMessage[];
  /** Everything that the bot logged. */
  logged(): string;
}

/** Makes a world and runs the bot in it. */
export async function liveBot(
  settings: Readonly<Record<string, string>> = {},
  { isStopped = false, channel = true } = {},
): Promise<LiveBot> {
  const clock = manualClock();
  const world = await makeWorld(
    { now: clock.now },
    { ...settings, ...(channel ? {} : { TELEGRAM_CHANNEL: '' }) },
  );
  const config = readConfig(world.environment, projectRoot);
  let log = '';
  let running: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;
  const rows = (sql: string) => {
    const database = new DatabaseSync(join(world.state, 'bot.sqlite'), { readOnly: true });
    try {
      return database.prepare(sql).all();
    } finally {
      database.close();
    }
  };
  const live: LiveBot = {
    ...world,
    clock,
    rows,
    logged: () => log,
    said: () => world.api.botMessages(world.owner),
    run() {
      const stop = new AbortController();
      const tools = { clock, log: createLog((line) => (log += line), [config.token], clock.now) };
      running = { stop, ended: runBot(config, tools, stop.signal) };
      running.ended.catch(() => undefined);
    },
    async stop() {
      running?.stop.abort();
      const { ended } = running ?? {};
      running = undefined;
      await ended;
    },
    idle: () =>
      eventually(() => {
        if (world.api.pendingUpdates().length > 0) return undefined;
        const [left] = rows(
          `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'pending' AND run_at <= ${clock.now()})
           + (SELECT COUNT(*) FROM deliveries WHERE state = 'sending'
              OR (state = 'pending' AND run_at <= ${clock.now()})) AS n`,
        );
        return left?.['n'] === 0 || undefined;
      }, 'nothing left to do').then(() => undefined),
    end: async () => {
      await live.stop().catch(() => undefined);
      await world.end();
    },
  };
  if (!isStopped) {
    live.run();
    await eventually(() => log.includes('the bot runs') || undefined, 'the bot to run');
  }
  return live;
}
