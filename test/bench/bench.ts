import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../../src/terminal/command.ts';
import { memoryFolder } from '../memoryFolder.ts';
import { attempt } from './attempt.ts';
import { type BenchOptions, benchOptions, rowNames } from './benchOptions.ts';
import { timeDev } from './devTime.ts';
import { eleventyVersion, fetchEleventy, installEleventy } from './eleventy.ts';
import type { Generator, Installer } from './generators.ts';
import { hugoVersion, installHugo } from './hugo.ts';
import { timeLooks } from './mirrorLook.ts';
import { installOurs, type OurGenerator } from './ours.ts';
import { type AbsoluteRow, absoluteRow, rowOf, type SizeReport } from './report.ts';
import { runRounds, steps } from './steps.ts';
import { jsonOf, tableOf } from './table.ts';

const usage = `npm run bench [-- --peers] [-- --entries 1000,5000] [-- --only cold,body] [-- --json FILE]

Builds a made-up journal of twenty years again and again, and prints what that takes: seconds, seconds of processors,
and the most memory of all processes together, in MB. Scrollback is what a new journal has: the package that this
project makes, and nothing that an earlier build has left; the first build of all and one that is cold find no caches,
and no bundle but the one in the package.
  --peers          in turn with Eleventy, which is installed once into node_modules/.cache, and with Hugo, if this
                   machine has one; and all rows, of which there are few without
  --entries SIZES  how large the journal is, from 100; several by commas (default: 1000)
  --only ROWS      some of ${rowNames.join(', ')}
  --rounds NUMBER  how often each row is measured; the table has the medians (default: 3 with --peers, or else 1)
  --json FILE      all numbers, too, as JSON
  --folder FOLDER  where to work (default: in memory where the machine offers that, or among temporary files)
Machines differ and are noisy: compare the ratios, within one run. Ctrl+C ends it and leaves nothing behind.`;

/** How often the mirror looks. */
const looks = 3;

async function bench(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const peers = options.peers ? await peersOf(signal) : [];
  const parent = resolve(options.folder ?? memoryFolder() ?? tmpdir());
  await mkdir(parent, { recursive: true });
  const versions = Object.fromEntries(peers.map(({ name, version }) => [name, version]));
  const circumstances = { rounds: options.rounds, folder: parent, versions };
  const reports: SizeReport[] = [];
  for (const entries of options.sizes) {
    const folder = await mkdtemp(join(parent, 'scrollback-bench-'));
    try {
      reports.push(await measureSize(folder, entries, options, peers, signal));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    if (options.json) await writeFile(options.json, jsonOf(reports, circumstances));
  }
  process.stderr.write('\n');
  console.log(tableOf(reports));
}

/** Another generator, and how it is put into a folder. */
interface Peer {
  readonly name: string;
  readonly version: string;
  readonly install: Installer;
}

async function peersOf(signal: AbortSignal): Promise<Peer[]> {
  await fetchEleventy(signal);
  const eleventy = { name: 'Eleventy', version: eleventyVersion, install: installEleventy };
  const version = hugoVersion();
  if (version !== undefined) return [eleventy, { name: 'Hugo', version, install: installHugo }];
  console.error('This machine has no Hugo: it is left out.');
  return [eleventy];
}

async function measureSize(
  folder: string,
  entries: number,
  options: BenchOptions,
  peers: readonly Peer[],
  signal: AbortSignal,
): Promise<SizeReport> {
  const ours = await installOurs(join(folder, 'scrollback'), entries);
  const others: Generator[] = [];
  for (const { name, install } of peers) others.push(await install(join(folder, name), entries));
  const wanted = steps.filter(({ name }) => options.only.has(name));
  const results = await runRounds(
    [ours, ...others],
    wanted,
    { entries, rounds: options.rounds, signal },
    tell,
  );
  const rows = [...results].map(([step, rounds]) => rowOf(step, rounds, entries));
  return { entries, rows, absolute: await measureAbsolute(ours, entries, options, signal) };
}

async function measureAbsolute(
  ours: OurGenerator,
  entries: number,
  { only }: BenchOptions,
  signal: AbortSignal,
): Promise<AbsoluteRow[]> {
  const rows: AbsoluteRow[] = [];
  const row = (name: string, title: string, all: readonly number[]) =>
    rows.push(absoluteRow(name, title, all, entries));
  const time = async (name: string, work: () => Promise<void>) => {
    const what = `${entries} entries: npm run ${name}`;
    tell(what);
    await attempt(what, work, { signal, tell });
  };
  if (only.has('dev'))
    await time('dev', async () => {
      // With what an earlier start has left in its caches.
      await timeDev(ours, entries, signal);
      const { start, saves } = await timeDev(ours, entries, signal);
      row('dev start', 'npm run dev, to the first page', [start]);
      row('dev save', 'npm run dev, from save to page', saves);
    });
  if (only.has('mirror'))
    await time('mirror', async () => {
      const times = await timeLooks(entries, looks, signal);
      row('mirror', 'npm run mirror, nothing changed', times);
    });
  return rows;
}

/** Where the run is: one line where somebody looks on, a line each where it goes into a file. */
function tell(words: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${words}` : `${words}\n`);
}

await runCommand(
  {
    name: 'bench',
    usage,
    flags: {
      peers: { type: 'boolean' },
      entries: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'string' },
      folder: { type: 'string' },
    },
  },
  async (flags) => {
    const options = benchOptions(flags);
    const stop = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.once(name, () => stop.abort(new Error('Ended before it was done.')));
    await bench(options, stop.signal);
  },
);
