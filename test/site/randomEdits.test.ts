import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { timesOf } from '../longRuns.ts';
import { Random } from '../random.ts';
import { compareBuilds } from './randomEdits/compareBuilds.ts';

/** How many builds are compared: `.ci/run` compares a few, and `npm run test:long` many. */
const comparisons = timesOf('edits');
/** Of the first world; what failed is repeated with the seed that it names. */
const firstSeed = Number(process.env['SCROLLBACK_SEED'] ?? Date.now() % 1_000_000);
const comparisonsPerWorld = 12;

const worlds = Array.from(
  { length: Math.ceil(Math.max(comparisons, 1) / comparisonsPerWorld) },
  (_, at) => ({
    seed: firstSeed + at,
    count: Math.min(comparisonsPerWorld, comparisons - at * comparisonsPerWorld),
  }),
);

it.runIf(comparisons > 0).each(worlds)(
  'a build after any edits is a build from nothing: SCROLLBACK_SEED=$seed SCROLLBACK_EDITS=$count',
  async ({ seed, count }) => {
    const folder = await mkdtemp(join(tmpdir(), 'scrollback-edits-'));
    try {
      const { wrong, history } = await compareBuilds(folder, new Random(seed), count);
      expect(wrong, history.join('\n')).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  3_600_000,
);
