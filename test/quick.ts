import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { runCommand } from '../src/terminal/command.ts';

const usage = `npm run test:quick

Types of what changed, the tests that take milliseconds, and one round from a message to a page and a post, at once.
Exit code 1 where one of them fails.`;

const project = resolve(import.meta.dirname, '..');

const parts = [
  [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '--incremental',
    '--tsBuildInfoFile',
    'node_modules/.cache/types.tsbuildinfo',
  ],
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    // Each worker loads the parsers once: more of them than there are processors only load them more often.
    '--maxWorkers=100%',
  ],
];

/** @returns whether it was green. */
async function run(line: readonly string[]): Promise<boolean> {
  const [code] = await once(
    spawn(process.execPath, line, {
      cwd: project,
      env: { ...process.env, SCROLLBACK_QUICK: '1' },
      stdio: 'inherit',
    }),
    'close',
  );
  return code === 0;
}

await runCommand({ name: 'test:quick', usage, flags: {} }, async () => {
  const green = await Promise.all(parts.map(run));
  if (green.includes(false)) throw new Error('Something failed, above.');
});
