import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { runCommand } from '../src/terminal/command.ts';

const usage = `npm run test:long [-- --few]

Runs the tests that look for what is rare as long as it takes to find it: hours. Exit code 1 where one of them fails.
  --few   a few runs of each, in minutes: what must be green before a change is`;

/** A test that repeats something as often as the environment says. */
interface Marathon {
  readonly files: readonly string[];
  /** The variable that says how often. */
  readonly setting: string;
  /** Not at all, where it is not said. */
  readonly few?: number;
  readonly many: number;
}

const marathons: readonly Marathon[] = [
  { files: ['test/bot/killed'], setting: 'SCROLLBACK_KILLS', few: 30, many: 1_000 },
  { files: ['test/bot/everyCall'], setting: 'SCROLLBACK_EVERY_CALL', few: 8, many: 112 },
  {
    files: ['test/bot/message/chatTextProperty', 'test/bot/message/mdxProperty'],
    setting: 'SCROLLBACK_RUNS',
    few: 5_000,
    many: 1_000_000,
  },
  {
    files: ['test/bot/post/channelPostProperty', 'test/journal/address/pathRules'],
    setting: 'SCROLLBACK_RUNS',
    few: 3_000,
    many: 100_000,
  },
  { files: ['test/site/randomEdits'], setting: 'SCROLLBACK_EDITS', few: 5, many: 1_000 },
  { files: ['test/bot/content/byHand'], setting: 'SCROLLBACK_RUNS', few: 100, many: 2_000 },
  { files: ['test/site', 'test/browser'], setting: 'SCROLLBACK_BUILDS_A_PROCESS', many: 1 },
];

const project = resolve(import.meta.dirname, '..');

/** @returns whether it was green. */
function run({ files, setting, few, many }: Marathon, isShort: boolean): boolean {
  const times = String(process.env[setting] ?? (isShort ? few : many));
  console.log(`\n${setting}=${times} npx vitest run ${files.join(' ')}`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...files],
    { cwd: project, stdio: 'inherit', env: { ...process.env, [setting]: times } },
  );
  return status === 0;
}

await runCommand(
  { name: 'test:long', usage, flags: { few: { type: 'boolean' } } },
  async ({ few }) => {
    const runs = marathons.filter((one) => few !== true || one.few !== undefined);
    const failed = runs.filter((one) => !run(one, few === true));
    if (failed.length > 0)
      throw new Error(`Failed: ${failed.flatMap(({ files }) => files).join(', ')}`);
  },
);
