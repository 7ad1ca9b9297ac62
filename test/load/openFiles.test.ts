import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { surroundings } from '../processes.ts';
import { entryText, site } from './content.ts';
import { temporaryFolder } from './temporary.ts';

const check = fileURLToPath(new URL('../../src/check.ts', import.meta.url));

test.skipIf(process.platform === 'win32')(
  'a journal of many files is read by a process that may open few at once',
  async () => {
    const names = Array.from({ length: 700 }, (_, at) => `notes/${at % 40}/n${at}.md`);
    const root = await temporaryFolder({
      'site.yaml': site,
      ...Object.fromEntries(names.map((name) => [name, entryText()])),
    });
    const { stdout } = await promisify(execFile)(
      'sh',
      ['-c', 'ulimit -n 200; exec "$0" "$@"', process.execPath, check],
      { env: { ...surroundings, JOURNAL_CONTENT: root } },
    );
    expect(stdout).toBe(`Nothing is wrong in ${root}.\n`);
  },
  60_000,
);
