import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { surroundings } from '../../processes.ts';

/** What writes to it gets from a system whose disk is full. */
const full = '/dev/full';
const lost =
  'The disk is full: a file could not be written. Free some room, then run this again. Some of what this command said is lost.\n';

async function run(line: string, out: number | 'pipe', error: number | 'pipe') {
  const args = ['--require', './preload.cjs', '--disable-warning=ExperimentalWarning'];
  const env = { ...surroundings, ...{ TELEGRAM_BOT_TOKEN: '', TELEGRAM_OWNER_ID: '' } };
  const child = spawn(process.execPath, [...args, ...line.split(' ')], {
    stdio: ['ignore', out, error],
    env,
    timeout: 60_000,
  });
  const said = Promise.all([child.stdout, child.stderr].map((one) => (one ? text(one) : '')));
  const [code] = await once(child, 'exit');
  return { code, said: (await said).join('') };
}

test.skipIf(!existsSync(full)).each([
  ['src/check.ts --help', [full, 'pipe'], lost],
  ['bot/main.ts', ['pipe', full], lost],
  // It ends at the words of a fault that nothing else catches, and not at the loss of those.
  ['bot/doctorCommand.ts', [full, full], ''],
] as const)(
  '%s into %j ends with code 1, and says so where it can',
  async (line, outputs, words) => {
    const [out, error] = outputs.map((one) =>
      one === full ? openSync(full, 'w') : ('pipe' as const),
    );
    expect(await run(line, out ?? 'pipe', error ?? 'pipe')).toEqual({ code: 1, said: words });
  },
);
