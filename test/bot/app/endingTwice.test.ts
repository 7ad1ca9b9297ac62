import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { surroundings } from '../../processes.ts';
import { projectRoot } from '../botProcess.ts';

const words = 3_000_000;

/** A command that says a lot when it is asked to stop, and does not stop. */
const stubborn = `
const { startProcess } = await import(${JSON.stringify(join(projectRoot, 'bot/app/process.ts'))});
await startProcess({ name: 'x', usage: '', flags: {} }, async ({ signal }) => {
  signal.addEventListener('abort', () => console.log('x'.repeat(${words})));
  console.log('ready');
  await new Promise(() => setInterval(() => undefined, 1000));
});`;

const environment = {
  ...surroundings,
  TELEGRAM_BOT_TOKEN: '1:abc',
  TELEGRAM_OWNER_ID: '1',
  TELEGRAM_CHANNEL: '',
};

/** Starts it and asks it to end, with nobody who reads what it says; it has heard of that when this resolves. */
async function startAndEnd() {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', stubborn], {
    cwd: projectRoot,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.stdout.pause();
  child.kill('SIGINT');
  await once(child.stderr, 'data');
  return { child, ended };
}

test('a command that is asked twice to end does so when what it said has been read', async () => {
  const { child, ended } = await startAndEnd();
  child.kill('SIGINT');
  await setTimeout(200);
  let length = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
  });
  child.stdout.resume();
  expect((await ended)[0]).toBe(1);
  if (!child.stdout.readableEnded) await once(child.stdout, 'end');
  expect(length).toBe(words + 1);
});

test('asked for the third time, it waits for no reader', async () => {
  const { child, ended } = await startAndEnd();
  for (let times = 0; times < 20 && child.exitCode === null; times++) {
    child.kill('SIGINT');
    await setTimeout(100);
  }
  child.stdout.resume();
  expect((await ended)[0]).toBe(1);
});
