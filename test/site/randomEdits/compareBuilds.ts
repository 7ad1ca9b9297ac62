import type { Random } from '../../random.ts';
import { differences } from '../build.ts';
import { editAtRandom } from './edits.ts';
import { type BuildEnd, World } from './world.ts';

const mostEdits = 4;

/** What came of a world: what happened in it, and what was wrong at its end. */
export interface Comparison {
  readonly history: readonly string[];
  /** Empty where each build made what one from nothing makes. */
  readonly wrong: readonly string[];
}

/** Makes a world in a folder, and compares that many builds after random edits with builds from nothing. */
export async function compareBuilds(
  folder: string,
  random: Random,
  count: number,
): Promise<Comparison> {
  const world = await World.make(folder, random);
  const history: string[] = [];
  await world.build();
  for (let at = 1; at <= count; at++) {
    world.keep();
    for (let edits = 1 + random.below(mostEdits); edits > 0; edits--)
      history.push(await editAtRandom(world, random));
    const before = await world.outputFiles();
    const [standing, fresh] = await Promise.all([world.build(), world.freshBuild()]);
    history.push(`build ${at}, exit code ${fresh.exitCode}`);
    const wrong = wrongIn(standing, fresh, before);
    if (wrong.length > 0) return { history, wrong };
    // What stops builds would stop all later ones.
    if (fresh.exitCode !== 0) world.undo();
  }
  return { history, wrong: [] };
}

function wrongIn(
  standing: BuildEnd,
  fresh: BuildEnd,
  before: ReadonlyMap<string, string>,
): string[] {
  if (
    standing.exitCode !== fresh.exitCode ||
    (fresh.exitCode !== 0 && standing.text !== fresh.text)
  )
    return [`The build said:\n${standing.text}`, `One from nothing said:\n${fresh.text}`];
  // A build that stops leaves what was there.
  return differences(fresh.exitCode === 0 ? fresh.files : before, standing.files);
}
