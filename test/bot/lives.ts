import type { BotProcess } from './botProcess.ts';
import { eventually, openState, type World } from './world.ts';

/** While something is wrong the bot may do nothing at all. */
const longestLifeInTroubleMilliseconds = 2_000;
/** However slow the machine is. */
export const longestWait = 10 * 60_000;

/** Waits for a moment of a life, or its end; while something is wrong, not for long. */
export async function lives(bot: BotProcess, isTime: () => boolean, isTroubled: () => boolean) {
  const began = Date.now();
  await eventually(
    () =>
      isTime() ||
      bot.child.exitCode !== null ||
      (isTroubled() && Date.now() - began > longestLifeInTroubleMilliseconds),
    'the calls of a life',
    longestWait,
  );
}

/** Waits until nothing is left: however much it is, it gets less. Says what it is where it does not. */
export async function endsItsWork(bot: BotProcess, left: () => number, world: World) {
  try {
    for (let before = left(); before > 0; before = left()) {
      const isLess = () => left() < before || bot.child.exitCode !== null;
      await eventually(isLess, `fewer than ${before} pieces of work`, longestWait);
      if (bot.child.exitCode !== null) throw new Error('The bot ended by itself');
    }
  } catch (error) {
    const rows = [
      ...unsettled(world).map((row) => JSON.stringify(row)),
      bot.output().slice(-4_000),
    ];
    throw new Error(`${error}\n${rows.join('\n')}`, { cause: error });
  }
}

function unsettled({ state }: World): Record<string, unknown>[] {
  const database = openState(state);
  const columns = 'state, attempts, run_at, error';
  const rows = database
    .prepare(
      `SELECT ${columns}, body AS about FROM inbox WHERE state = 'pending' UNION ALL
       SELECT ${columns}, file FROM deliveries WHERE state IN ('pending', 'sending')`,
    )
    .all();
  database.close();
  return rows;
}

/** The process of a bot that lives. */
export function pidOf({ child }: BotProcess): number | undefined {
  return child.exitCode === null ? child.pid : undefined;
}

/** How many updates and deliveries the bot has not settled; one where nobody can say. */
export function workLeft({ state }: World): number {
  try {
    const database = openState(state);
    const left = database
      .prepare(
        `SELECT (SELECT COUNT(*) FROM inbox WHERE state = 'pending')
         + (SELECT COUNT(*) FROM deliveries WHERE state IN ('pending', 'sending')) AS n`,
      )
      .get();
    database.close();
    return Number(left?.['n']);
  } catch {
    return 1;
  }
}
