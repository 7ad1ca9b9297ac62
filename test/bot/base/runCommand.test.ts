import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { run, StoppedError } from '../../../bot/base/runCommand.ts';
import { temporaryFolder } from '../../load/temporary.ts';
import { isAlive, untilGone } from '../../processes.ts';
import { eventually } from '../world.ts';

let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
});

const shell = (command: string, options: Parameters<typeof run>[3] = {}) =>
  run('sh', ['-c', command], folder, options);

const written = (file: string) =>
  eventually(
    async () => (await readFile(join(folder, file), 'utf8').catch(() => '')) || undefined,
    file,
  );

test.each([
  ['that hangs', 'sleep 60'],
  ['that does not want to end', 'trap "" TERM; sleep 60'],
])('a stop ends a program %s, and all that it has started', async (_, command) => {
  const stop = new AbortController();
  const ended = shell(`sleep 60 & echo $! > id; ${command}; true`, {
    signal: stop.signal,
    graceMilliseconds: 20,
  }).catch((error: unknown) => error);
  const id = Number(await written('id'));
  expect(isAlive(id)).toBe(true);
  stop.abort();
  expect(await ended).toBeInstanceOf(StoppedError);
  await untilGone([id]);
});

test('what ends soon by itself is let go on when the bot stops', async () => {
  const stop = new AbortController();
  const ended = shell('echo begun > id; sleep 0.3; echo done', { signal: stop.signal });
  await written('id');
  stop.abort();
  expect(await ended).toBe('done\n');
});

test('nothing is begun once the bot stops', async () => {
  await expect(shell('echo x > id', { signal: AbortSignal.abort() })).rejects.toThrow(StoppedError);
  await expect(readFile(join(folder, 'id'))).rejects.toThrow('ENOENT');
});

test('a program that is not there, and one that says nothing, are told', async () => {
  await expect(run('no-such-program', [], folder)).rejects.toThrow(
    /"no-such-program" could not be started: .*ENOENT/,
  );
  await expect(shell('exit 3')).rejects.toThrow('it ended with exit code 3');
  await expect(shell('kill -9 $$')).rejects.toThrow('it ended with SIGKILL');
});

test('output of many megabytes is no failure', async () => {
  expect((await shell('head -c 4000000 /dev/zero | tr "\\0" x')).length).toBeLessThan(2_000_000);
});

test('a failure that is told in one long line is told at once', async () => {
  const began = performance.now();
  await expect(shell('head -c 150000 /dev/zero | tr "\\0" x; exit 1')).rejects.toThrow(/x$/);
  // Looked through from each of its letters on, it takes half a minute.
  expect(performance.now() - began).toBeLessThan(8_000);
});
