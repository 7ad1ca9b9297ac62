import type { FlagValue } from '#journal/command/flag.ts';
import { countOf } from './count.ts';
import { steps } from './steps.ts';

/** What a run of the bench measures. */
export interface BenchOptions {
  readonly peers: boolean;
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Names of rows. */
  readonly only: ReadonlySet<string>;
  /** Where the numbers go as JSON. */
  readonly json: string | undefined;
  /** Where the work folder is made; undefined for memory, or the system's folder for temporary files. */
  readonly folder: string | undefined;
}

/** Rows that are no builds. */
const ownRows = ['dev', 'mirror'];

/** Every row, as `--only` names it. */
export const rowNames: readonly string[] = [...steps.map(({ name }) => name), ...ownRows];

/** What is measured where nothing is said: what a change to the build is likely to move. */
const fewRows = ['cold', 'unchanged', 'body', 'limit'];

/** Edits of all rounds are of different entries. */
const fewestEntries = 100;
const mostRounds = 15;

/** Reads what was typed. @throws with what was expected. */
export function benchOptions(flags: Readonly<Record<string, FlagValue | undefined>>): BenchOptions {
  const peers = flags['peers'] === true;
  const text = (name: string) => {
    const value = flags[name];
    return typeof value === 'string' ? value : undefined;
  };
  const rounds = countOf(flags, 'rounds', peers ? 3 : 1);
  if (rounds > mostRounds)
    throw new Error(`--rounds ${rounds}; expected at most ${mostRounds}, such as --rounds 3`);
  return {
    peers,
    rounds,
    sizes: sizesOf(text('entries') ?? '1000'),
    only: new Set(rowsOf(text('only'), peers)),
    json: text('json'),
    folder: text('folder'),
  };
}

function sizesOf(text: string): number[] {
  const sizes = text.split(',').map((entries) => countOf({ entries }, 'entries', 1000));
  const small = sizes.find((size) => size < fewestEntries);
  if (small !== undefined)
    throw new Error(
      `--entries ${small}; expected at least ${fewestEntries}, or several: --entries 1000,5000`,
    );
  return sizes.sort((a, b) => a - b);
}

function rowsOf(text: string | undefined, peers: boolean): readonly string[] {
  if (text === undefined) return peers ? rowNames : fewRows;
  const names = text.split(',');
  const unknown = names.filter((name) => !rowNames.includes(name));
  if (unknown.length > 0)
    throw new Error(`--only ${unknown.join(',')}; expected some of ${rowNames.join(', ')}`);
  return names;
}
