import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pageAnswers } from '../../../bot/base/pageProbe.ts';
import { liveBot } from '../liveBot.ts';
import { eventually } from '../world.ts';

/** A site: what each path answers; a path that is not there is 404, and 0 never answers. */
let site: Map<string, number>;
let server: Server;
let root: string;
let asked: string[];

beforeEach(async () => {
  site = new Map();
  asked = [];
  server = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`);
    const status = site.get(`${method} ${url}`) ?? site.get(url) ?? 404;
    if (status === 0) return;
    response.writeHead(status, status === 301 ? { location: '/there/' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const never = new AbortController().signal;

test.each([
  ['is there', { '/a/': 200 }, true],
  ['is not there', {}, false],
  ['leads to one that is there', { '/a/': 301, '/there/': 200 }, true],
  ['leads to one that is not there', { '/a/': 301 }, false],
  ['is on a server in trouble', { '/a/': 503 }, false],
  ['may not be read', { '/a/': 403 }, false],
  ['is on a server that knows no HEAD', { 'HEAD /a/': 405, 'GET /a/': 200 }, true],
])('a page that %s', async (_, answers, isThere) => {
  site = new Map(Object.entries(answers));
  expect(await pageAnswers(`${root}/a/`, never)).toBe(isThere);
});

test('a server that is not there, and one that is stopped waiting for', async () => {
  expect(await pageAnswers('http://127.0.0.1:9/a/', never)).toBe(false);
  site.set('/a/', 0);
  const stop = new AbortController();
  const answer = pageAnswers(`${root}/a/`, stop.signal);
  await eventually(() => asked.length > 0, 'the question');
  stop.abort();
  expect(await answer).toBe(false);
});

test('the link to an article goes to the channel once its page answers, and not before', async () => {
  const bot = await liveBot();
  const { api, channel, clock } = bot;
  await bot.write('site.yaml', `title: A journal\nurl: ${root}\ntimeZone: Europe/Lisbon\n`);
  await bot.save('articles/a.md', '---\ntitle: T\ndate: 2026-02-01\n---\n\nLong text.\n');
  await eventually(() => asked.length > 1, 'looks at the page');
  expect(api.messages(channel)).toEqual([]);
  site.set('/2026/a/', 200);
  await eventually(() => {
    clock.advance(30_000);
    return api.messages(channel)[0];
  }, 'the post');
  expect(api.messages(channel).map(({ text }) => text)).toEqual([`T\n\n${root}/2026/a/`]);
});
