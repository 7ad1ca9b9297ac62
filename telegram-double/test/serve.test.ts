import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const program = join(import.meta.dirname, '../serve.ts');
let other: Server;
let taken: number;
const running: ChildProcess[] = [];

beforeEach(async () => {
  other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  taken = typeof address === 'object' && address ? address.port : 0;
});

afterEach(() => {
  for (const one of running.splice(0)) one.kill('SIGKILL');
  other.close();
});

/** Starts the server, and waits until it has said something. */
async function said(...flags: readonly string[]) {
  const child = spawn(process.execPath, [program, ...flags], { stdio: 'pipe' });
  running.push(child);
  const [text] = await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
  return { text: String(text), child };
}

test('a port that is taken is told in one sentence', async () => {
  const { text, child } = await said('--port', String(taken));
  expect(text).toBe(
    `The port ${taken} is taken by another program. Choose another one, or leave --port out: then a free one is found.\n`,
  );
  if (child.exitCode === null) await once(child, 'exit');
  expect(child.exitCode).toBe(1);
});

test('without a port, two have one each', async () => {
  const roots = [await said(), await said()].map(
    ({ text }) => /^TELEGRAM_API_ROOT=(\S+)/.exec(text)?.[1],
  );
  expect(new Set(roots).size).toBe(2);
  for (const root of roots) expect((await fetch(`${root}/bot1:x/getMe`)).status).toBe(401);
});
