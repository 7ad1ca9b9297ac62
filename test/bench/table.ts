import { cpus, totalmem } from 'node:os';
import { growthGoals, memoryGoals } from './goals.ts';
import {
  type AbsoluteRow,
  type Growth,
  growthsOf,
  type Result,
  type Row,
  type SizeReport,
} from './report.ts';

/** What was measured, in words for people. */
export function tableOf(sizes: readonly SizeReport[]): string {
  return [...sizes.flatMap(sizeLines), ...growthLines(growthsOf(sizes))].join('\n');
}

function sizeLines({ entries, rows, absolute }: SizeReport): string[] {
  const names = [...new Set(rows.flatMap(({ results }) => Object.keys(results)))];
  const head = [
    `${entries} entries`.padEnd(36),
    ...names.map((name) => `${name}, s / CPU s / MB`.padStart(28)),
    names.includes('Eleventy') ? '   ratio of CPU   goal' : '',
  ].join('');
  return [
    head,
    ...rows.map((row) => rowLine(row, names)),
    ...memoryLines(entries, rows),
    ...absolute.map(absoluteLine),
    '',
  ];
}

function rowLine({ title, results, ratio, cpuRatio, goal }: Row, names: readonly string[]): string {
  const cells = names.map((name) => cell(results[name]).padStart(28));
  const compared = [ratio, cpuRatio]
    .map((one) => (one === undefined ? '' : `${one.toFixed(2)}x`).padStart(8))
    .join('');
  return `${title.padEnd(36)}${cells.join('')}${compared}${goalWords(ratio, goal, (one) => `${one}x`)}`;
}

function cell(result: Result | undefined): string {
  if (!result) return '-';
  const { seconds, cpuSeconds, peakMegabytes } = result;
  const parts = [
    seconds.toFixed(2),
    cpuSeconds?.toFixed(1) ?? '-',
    peakMegabytes?.toFixed(0) ?? '-',
  ];
  return parts.map((part) => part.padStart(7)).join(' ');
}

function goalWords(
  value: number | undefined,
  goal: number | undefined,
  say: (goal: number) => string,
): string {
  if (value === undefined || goal === undefined) return '';
  return `${say(goal).padStart(7)} ${value <= goal ? 'reached' : 'missed'}`;
}

function memoryLines(entries: number, rows: readonly Row[]): string[] {
  const peaks = rows.flatMap(({ results }) => results['Scrollback']?.peakMegabytes ?? []);
  if (peaks.length === 0) return [];
  const most = Math.max(...peaks);
  const goal = goalWords(most, memoryGoals[entries], (one) => `${one} MB`);
  return [
    `${'most memory of all of these'.padEnd(36)}${`${Math.round(most)} MB`.padStart(28)}  ${goal}`,
  ];
}

function absoluteLine({ title, milliseconds, goal }: AbsoluteRow): string {
  const time = `${Math.round(milliseconds)} ms`.padStart(28);
  return `${title.padEnd(36)}${time}  ${goalWords(milliseconds, goal, (one) => `${one} ms`)}`;
}

function growthLines(growths: readonly Growth[]): string[] {
  return growths.map(({ title, from, to, time, memory }) => {
    const held = memory === undefined ? '' : `, memory ${memory.toFixed(2)}x`;
    const isReached = time <= growthGoals.time && (memory ?? 0) <= growthGoals.memory;
    return `${to} to ${from} entries, ${title}: time ${time.toFixed(2)}x${held} (goal ${growthGoals.time}x, ${growthGoals.memory}x ${isReached ? 'reached' : 'missed'})`;
  });
}

/** The same for programs, with every round. */
export function jsonOf(
  sizes: readonly SizeReport[],
  circumstances: Readonly<Record<string, unknown>>,
): string {
  const all = { machine: machine(), ...circumstances, sizes, growths: growthsOf(sizes) };
  return `${JSON.stringify(all, null, 2)}\n`;
}

/** The machine, as far as times depend on it. */
function machine() {
  const [first] = cpus();
  return {
    platform: `${process.platform} ${process.arch}`,
    processors: cpus().length,
    processor: first?.model ?? 'unknown',
    memoryMegabytes: Math.round(totalmem() / 1_000_000),
    node: process.versions.node,
  };
}
