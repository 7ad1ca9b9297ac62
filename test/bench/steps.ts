import { join } from 'node:path';
import { attempt } from './attempt.ts';
import { edits } from './edits.ts';
import type { Generator } from './generators.ts';
import type { OurGenerator } from './ours.ts';
import { type Measured, measure } from './processTree.ts';

/** One thing that is timed in each round, of every generator in turn. */
export interface Step {
  /** As `--only` names it. */
  readonly name: string;
  /** As the table names it. */
  readonly title: string;
  /** What a generator finds: nothing, the cards that it once drew, or its last build. */
  readonly from: 'nothing' | 'cards' | 'build';
  /** What happens before. */
  readonly edit?: (typeof edits)[keyof typeof edits];
  /** What ours does instead of a build. Others build. */
  ours?(generator: OurGenerator, signal: AbortSignal): Promise<Measured>;
  /** Whether it is about ours alone. */
  readonly isAlone?: boolean;
}

/** In the order in which a round takes them. */
export const steps: readonly Step[] = [
  { name: 'first', title: 'first build of all, cards drawn', from: 'nothing' },
  { name: 'cold', title: 'cold but for cards', from: 'cards' },
  { name: 'unchanged', title: 'nothing changed', from: 'build' },
  { name: 'body', title: 'one body changed', from: 'build', edit: edits.body },
  { name: 'title', title: 'one title changed', from: 'build', edit: edits.title },
  { name: 'add', title: 'one entry added', from: 'build', edit: edits.add },
  { name: 'delete', title: 'one entry deleted', from: 'build', edit: edits.delete },
  {
    name: 'limit',
    title: 'reading, the parser alone, writing',
    from: 'build',
    isAlone: true,
    ours: async (ours, signal) => measure(await limit(ours), signal),
  },
  {
    name: 'check-warm',
    title: 'npm run check, after a build',
    from: 'build',
    ours: (ours, signal) => ours.check(signal),
  },
  {
    name: 'check-cold',
    title: 'npm run check, no caches',
    from: 'cards',
    ours: (ours, signal) => ours.check(signal),
  },
];

/** What no generator of these files can go below. */
async function limit(ours: OurGenerator) {
  const { folder } = await ours.command('build');
  const parameters = [
    join(import.meta.dirname, 'limit.ts'),
    ours.entries,
    join(folder, 'dist'),
    join(folder, 'limit'),
  ];
  return { command: process.execPath, parameters, folder };
}

/** What came of a step: the rounds of each generator, by its name. */
export type Rounds = Map<string, Measured[]>;

/** Takes all generators through the steps of one round after the other. */
export async function runRounds(
  generators: readonly [OurGenerator, ...Generator[]],
  wanted: readonly Step[],
  { entries, rounds, signal }: { entries: number; rounds: number; signal: AbortSignal },
  tell: (words: string) => void,
): Promise<Map<Step, Rounds>> {
  const results = new Map<Step, Rounds>(wanted.map((step) => [step, new Map()]));
  const turn = new Turn(signal);
  for (let round = 1; round <= rounds; round++) {
    for (const step of wanted) {
      for (const generator of generators) {
        if (step.isAlone && generator !== generators[0]) continue;
        const what = `${entries} entries, round ${round} of ${rounds}: ${step.title}, ${generator.name}`;
        tell(what);
        const work = async () => {
          await turn.ready(generator, step);
          await step.edit?.(generator.entries, entries, round);
          const isOurs = generator === generators[0];
          const measured =
            isOurs && step.ours
              ? await step.ours(generators[0], signal)
              : await turn.build(generator);
          const all = results.get(step);
          all?.set(generator.name, [...(all.get(generator.name) ?? []), measured]);
        };
        await attempt(what, work, { signal, tell });
      }
    }
  }
  return results;
}

/** Brings each generator to where a step begins. */
class Turn {
  readonly #signal: AbortSignal;
  /** Those that were built since they last forgot, and those that have drawn their cards. */
  readonly #built = new Set<Generator>();
  readonly #drawn = new Set<Generator>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async build(generator: Generator): Promise<Measured> {
    const measured = await generator.build(this.#signal);
    this.#built.add(generator);
    this.#drawn.add(generator);
    return measured;
  }

  async ready(generator: Generator, { from }: Step): Promise<void> {
    const known = from === 'build' ? this.#built : this.#drawn;
    if (from !== 'nothing' && !known.has(generator)) await this.build(generator);
    if (from === 'build') return;
    await generator.forget({ keepCards: from === 'cards' });
    this.#built.delete(generator);
  }
}
