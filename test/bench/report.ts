import { absoluteGoals, ratioGoals } from './goals.ts';
import type { Measured } from './processTree.ts';
import type { Rounds, Step } from './steps.ts';

/** The medians of one generator, and what they are of. */
export interface Result extends Measured {
  readonly rounds: readonly Measured[];
}

/** A line of the table: a step, or a time of ours alone. */
export interface Row {
  readonly name: string;
  readonly title: string;
  /** By generator. */
  readonly results: Readonly<Record<string, Result>>;
  /** The time of ours to that of Eleventy. */
  readonly ratio?: number;
  /** The same of processors, which other programs of the machine disturb less. */
  readonly cpuRatio?: number;
  readonly goal?: number;
}

/** A time of ours alone, in milliseconds. */
export interface AbsoluteRow {
  readonly name: string;
  readonly title: string;
  readonly milliseconds: number;
  readonly all: readonly number[];
  readonly goal?: number;
}

/** What was measured of one size. */
export interface SizeReport {
  readonly entries: number;
  readonly rows: readonly Row[];
  readonly absolute: readonly AbsoluteRow[];
}

/** The middle one; the mean of both where there are two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

/** A line of the table out of the rounds of a step. */
export function rowOf({ name, title }: Step, rounds: Rounds, entries: number): Row {
  const results = Object.fromEntries([...rounds].map(([who, all]) => [who, resultOf(all)]));
  const [ours, eleventy] = [results['Scrollback'], results['Eleventy']];
  const goal = ratioGoals[entries]?.[name];
  return {
    name,
    title,
    results,
    ...(ours &&
      eleventy && {
        ratio: ours.seconds / eleventy.seconds,
        ...(ours.cpuSeconds &&
          eleventy.cpuSeconds && { cpuRatio: ours.cpuSeconds / eleventy.cpuSeconds }),
      }),
    ...(goal !== undefined && { goal }),
  };
}

/** A line of a time of ours alone. */
export function absoluteRow(
  name: string,
  title: string,
  all: readonly number[],
  entries: number,
): AbsoluteRow {
  const goal = absoluteGoals[entries]?.[name];
  return { name, title, all, milliseconds: median(all), ...(goal !== undefined && { goal }) };
}

function resultOf(rounds: readonly Measured[]): Result {
  const of = (key: keyof Measured) => {
    const values = rounds.flatMap((round) => round[key] ?? []);
    return values.length === 0 ? undefined : median(values);
  };
  const seconds = of('seconds') ?? 0;
  return {
    seconds,
    cpuSeconds: of('cpuSeconds'),
    peakMegabytes: of('peakMegabytes'),
    rounds,
  };
}

/** How a step grows from a size to twice that size. */
export interface Growth {
  readonly name: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly time: number;
  readonly memory?: number;
}

/** All growths that sizes tell of, of ours. */
export function growthsOf(sizes: readonly SizeReport[]): Growth[] {
  return sizes.flatMap(({ entries, rows }) => {
    const half = sizes.find((other) => other.entries * 2 === entries);
    return rows.flatMap(({ name, title, results }) => {
      const before = half?.rows.find((row) => row.name === name)?.results['Scrollback'];
      const after = results['Scrollback'];
      if (!half || !before || !after) return [];
      const time = after.seconds / before.seconds;
      const memory = (after.peakMegabytes ?? Number.NaN) / (before.peakMegabytes ?? Number.NaN);
      const growth = { name, title, from: half.entries, to: entries, time };
      return [Number.isNaN(memory) ? growth : { ...growth, memory }];
    });
  });
}
