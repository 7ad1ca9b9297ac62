import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runDemo } from '../../demo/app/runDemo.ts';
import { untilGone } from '../processes.ts';
import { addressOf, type DemoProcess, endDemo, startDemo } from './demoProcess.ts';

let around: string;
const running: DemoProcess[] = [];
/** Somebody else's. */
const other = createServer();
let taken = 0;
/** Where the first of them is. */
let address: string;
/** The second. */
let another: DemoProcess | undefined;

const begin = async (folder: string, ...args: readonly string[]) => {
  const demo = await startDemo(join(around, folder), args);
  running.push(demo);
  return demo;
};

beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), 'scrollback-demos-'));
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const address = other.address();
  taken = typeof address === 'object' && address ? address.port : 0;
});

afterAll(async () => {
  await Promise.all(running.map(endDemo));
  other.close();
  await rm(around, { recursive: true, force: true });
});

/** Ports that programs were started with: of a demo's, that of its site. */
function portsOf(pids: readonly number[]): string[] {
  const told = execFileSync('ps', ['-o', 'args=', '-p', pids.join()], { encoding: 'utf8' });
  return [...told.matchAll(/ --port (\d+)/g)].map(([, port = '']) => port);
}

it('two that start in the same moment, where the port is taken, have a page and a site each', async () => {
  const demos = await Promise.all(
    ['one', 'another'].map((folder) => begin(folder, '--port', String(taken))),
  );
  const addresses = await Promise.all(demos.map(addressOf));
  const origins = addresses.map((one) => new URL(one).origin);
  address = addresses[0] ?? '';
  another = demos[1];
  expect(new Set([...origins, `http://127.0.0.1:${taken}`]).size).toBe(3);
  for (const one of demos) expect(one.children()).toHaveLength(2);
  expect(new Set(demos.flatMap(({ children }) => portsOf(children()))).size).toBe(2);
});

it('nobody but its own page may ask it for anything', async () => {
  const { host, origin } = new URL(address);
  const asked = (path: string, headers: Record<string, string>, body?: string) =>
    fetch(origin + path, { headers, ...(body !== undefined && { method: 'POST', body }) });
  const wish = '{"wish":"step","step":"say"}';
  const own = { origin, 'content-type': 'application/json' };
  expect(
    (await asked('/_demo/wish', { ...own, origin: 'https://evil.example' }, wish)).status,
  ).toBe(403);
  expect((await asked('/_demo/wish', { 'content-type': 'application/json' }, wish)).status).toBe(
    403,
  );
  expect((await asked('/_demo/events', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await asked('/_demo/program/client/..%2F..%2F..%2Fpackage.json', {})).status).toBe(404);
  expect((await asked('/_demo/program/story/facts.ts', {})).status).toBe(404);
  expect((await asked('/_demo/picture/..%2Fdemo.json', {})).status).toBe(404);
  expect(await (await asked('/_demo/file?name=../demo.json', {})).json()).toBe(null);
  const rebound = await new Promise((resolve) =>
    request(
      `${origin}/_demo/`,
      { headers: { host: host.replace('127.0.0.1', 'evil.example') } },
      (response) => resolve(response.statusCode),
    ).end(),
  );
  expect(rebound).toBe(403);
});

it('one that is killed leaves nothing behind', async () => {
  const children = another?.children() ?? [];
  expect(children).toHaveLength(2);
  another?.child.kill('SIGKILL');
  // The other one would make its pages meanwhile.
  await Promise.all([untilGone(children), ...running.splice(0).map(endDemo)]);
});

it('what was said stays for the next start, unless that begins anew', async () => {
  const file = join(around, 'one/content/notes/own.md');
  await writeFile(file, '---\ndate: 2026-01-02\n---\n\nMine.\n');
  const kept = await begin('one');
  expect(await addressOf(kept)).toBe(address);
  expect(await readFile(file, 'utf8')).toContain('Mine.');
  expect(await endDemo(kept)).toBe(0);
  const anew = await begin('one', '--reset', '--port', new URL(address).port);
  await addressOf(anew);
  await expect(readFile(file, 'utf8')).rejects.toThrow('ENOENT');
  await Promise.all(running.splice(0).map(endDemo));
});

it('a folder that holds anything else is left alone', async () => {
  const other = await mkdtemp(join(tmpdir(), 'scrollback-other-'));
  await writeFile(join(other, 'letter.txt'), 'Dear');
  for (const isReset of [false, true]) {
    const refused = runDemo({ folder: other, port: undefined, isReset, tell: () => {} });
    await expect(refused).rejects.toThrow('holds something else than a demo');
  }
  expect(await readdir(other)).toEqual(['letter.txt']);
  await rm(other, { recursive: true });
});
