import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runCommand } from '../src/terminal/command.ts';
import { type LongRun, longRuns } from './longRuns.ts';

const usage = `npm run test:long [-- --few]

Runs the tests that look for what is rare as long as it takes to find it: hours. Exit code 1 where one of them fails.
  --few   a few runs of each, in minutes: what must be green before a change is`;

/** With each build in a process of its own, as those of people are. */
const buildsApart: Pick<LongRun, 'files' | 'setting' | 'many'> = {
  files: ['test/site', 'test/browser'],
  setting: 'SCROLLBACK_BUILDS_A_PROCESS',
  many: 1,
};

/** The minute of the demo, by the clock. */
const demo: Pick<LongRun, 'files' | 'setting' | 'many'> = {
  files: ['test/browser/demo.test.ts'],
  setting: 'SCROLLBACK_DEMO',
  many: 1,
};

const project = resolve(import.meta.dirname, '..');

/** @returns whether it was green. */
function run(files: readonly string[], settings: Readonly<Record<string, string>>): boolean {
  const told = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  console.log(`\n${told.join(' ')} npx vitest run ${files.join(' ')}`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...files],
    { cwd: project, stdio: 'inherit', env: { ...process.env, ...settings } },
  );
  return status === 0;
}

/** All of them at once, each a few times. */
function runFew(): boolean {
  const files = Object.values(longRuns).flatMap((one) => one.files);
  return run([...new Set(files)], { SCROLLBACK_FEW: '1' });
}

/** One after the other, as often as the environment says. */
function runMany(): boolean {
  const byFiles = new Map(
    [...Object.values(longRuns), buildsApart, demo].map((one) => [`${one.files}`, one]),
  );
  const ends = [...byFiles.values()].map(({ files, setting, many }) =>
    run(files, { [setting]: process.env[setting] ?? String(many) }),
  );
  return ends.every((isGreen) => isGreen);
}

await runCommand(
  { name: 'test:long', usage, flags: { few: { type: 'boolean' } } },
  async ({ few }) => {
    if (!(few === true ? runFew() : runMany())) throw new Error('Something failed, above.');
  },
);
