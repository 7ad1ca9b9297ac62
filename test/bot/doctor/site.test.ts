import { beforeEach, describe, expect, it, test } from 'vitest';
import { examineSite, troubleOf } from '../../../bot/doctor/site.ts';
import { makeWorld, type World } from '../world.ts';
import { serveSite } from './servedSite.ts';

let world: World;

beforeEach(async () => {
  world = await makeWorld();
  await world.write('notes/old.md', '---\ndate: 2026-01-01\n---\n\nOld\n');
  await world.write('notes/newest.md', '---\ndate: 2026-02-01\n---\n\nNew\n');
  await world.write('notes/later.md', '---\ndate: 2126-02-01\n---\n\nLater\n');
});

const at = (url: string) => world.write('site.yaml', `title: A journal\nurl: ${url}\n`);
const found = (mode: 'none' | 'commit' | 'push' = 'none') =>
  examineSite({ contentFolder: world.content, publish: { mode }, channel: '@journal' });

test('a site that shows the newest entry is well', async () => {
  const page = '<a class="u-url" href="/notes/newest/">';
  const server = await serveSite({ '/': 'Welcome', '/notes/newest/': page });
  await at(server.root);
  expect(await found()).toEqual([
    {
      check: 'site',
      what: `${server.root}/ answers, and shows the newest entry, notes/newest.md`,
      cure: undefined,
    },
  ]);
  server.close();
});

test('a site below a path is looked at there', async () => {
  const page = '<a class="u-url" href="/blog/notes/newest/">';
  const server = await serveSite({ '/blog/': 'Welcome', '/blog/notes/newest/': page });
  await at(`${server.root}/blog`);
  expect(await found()).toEqual([
    {
      check: 'site',
      what: `${server.root}/blog/ answers, and shows the newest entry, notes/newest.md`,
      cure: undefined,
    },
  ]);
  server.close();
});

it.each([
  ['has no page for it', {}, 'none', /the server answers 404 Not Found/, /npm run build/],
  ['answers with another page', { '/notes/newest/': 'Welcome' }, 'push', /newest/, /last build/],
] as const)('a site that %s does not show the newest entry', async (_, pages, mode, what, cure) => {
  const server = await serveSite({ '/': 'Welcome', ...pages });
  await at(server.root);
  expect(await found(mode)).toEqual([
    { check: 'site', what: expect.stringMatching(what), cure: expect.stringMatching(cure) },
  ]);
  server.close();
});

test('a site that is down, and an address that is an example', async () => {
  await at('http://127.0.0.1:9');
  expect(await found()).toEqual([
    {
      check: 'site',
      what: expect.stringContaining('it does not answer'),
      cure: expect.stringContaining('DNS'),
    },
  ]);
  await at('https://journal.example');
  expect(await found()).toEqual([
    {
      check: 'site',
      what: expect.stringContaining('which nobody can have'),
      cure: expect.stringContaining('npm run setup'),
    },
  ]);
  const unlinked = examineSite({
    contentFolder: world.content,
    publish: { mode: 'none' },
    channel: undefined,
  });
  expect(await unlinked).toEqual([
    {
      check: 'site',
      what: expect.stringMatching(/which nobody can have: "npm run setup" puts in the address/),
      cure: undefined,
    },
  ]);
});

describe('why a page cannot be had', () => {
  const failed = (code: string) =>
    new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

  it.each([
    ['ENOTFOUND', /no server is known by that name/, /DNS/],
    ['ECONNREFUSED', /does not answer \(ECONNREFUSED\)/, /DNS/],
    ['CERT_HAS_EXPIRED', /certificate does not hold/, /renew/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /certificate does not hold/, /this name/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /certificate does not hold/, /certificate/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', /certificate does not hold/, /certificate/],
  ])('%s', (code, what, cure) => {
    const trouble = troubleOf(failed(code));
    expect(trouble.what).toMatch(what);
    expect(trouble.cure).toMatch(cure);
  });

  test('a server that does not answer in time', () => {
    const error = new DOMException('The operation timed out', 'TimeoutError');
    expect(troubleOf(error).what).toBe('no answer within 10 seconds');
  });
});
