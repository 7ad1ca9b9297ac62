import { openWorld, type World } from '../bot/world.ts';
import { scriptOf } from '../projectCopy.ts';
import { writeNotes } from './notes.ts';

/** Files that were changed a moment ago are read again: that is no look at an unchanged journal. */
const settleMilliseconds = 2500;

/**
 * Writes a made-up journal, has `npm run mirror -- --all` post it, and looks at it once more when it has come to rest.
 *
 * @returns the seconds of the posting.
 */
export async function fillChannel(world: World, entries: number): Promise<number> {
  await writeNotes(world.content, entries);
  const seconds = await timed(() => run(world, ['--all']));
  await new Promise((resolve) => setTimeout(resolve, settleMilliseconds));
  await run(world, []);
  return seconds;
}

/**
 * Seconds of `npm run mirror` where there is nothing to do, with the start of Node and of all that the command is made
 * of, and of that start alone.
 */
export async function timeLook(world: World): Promise<{ look: number; start: number }> {
  const start = await timed(() => run(world, ['--help']));
  return { look: await timed(() => run(world, [])), start };
}

/** Milliseconds of looks at an unchanged journal that its channel holds whole, without the start. */
export async function timeLooks(
  entries: number,
  looks: number,
  signal: AbortSignal,
): Promise<number[]> {
  const world = await openWorld();
  try {
    await fillChannel(world, entries);
    const times: number[] = [];
    while (times.length < looks && !signal.aborted) {
      const { look, start } = await timeLook(world);
      times.push((look - start) * 1000);
    }
    return times;
  } finally {
    await world.end();
  }
}

/** How many seconds something took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

/** As `npm run mirror` starts it. */
async function run(world: World, parameters: readonly string[]): Promise<void> {
  const flags = (await scriptOf('mirror')).slice(0, -1);
  const command = world.start('mirrorCommand.ts', parameters, flags);
  if ((await command.ended) !== 0) throw new Error(command.output());
}
