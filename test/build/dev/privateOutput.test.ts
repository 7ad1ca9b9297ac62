import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { privateOutput } from '../../../src/build/dev/privateOutput.ts';
import { freePort } from '../../freePort.ts';

let folder = '';
let server: PreviewServer;
let origin = '';

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'scrollback-output-')));
  const files = {
    'dist/index.html': 'home',
    'dist/a.b/index.html': 'a.b',
    'dist/café/index.html': 'café',
    'dist/feed.xml': 'feed',
    'dist/.git/config': 'SECRET',
    'dist/a/.b': 'SECRET',
    'dist/.well-known/security.txt': 'contact',
    'keys/index.html': 'SECRET',
    'keys/key': 'SECRET',
    'dist2/key': 'SECRET',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  for (const [name, target] of [
    ['words.txt', '../keys/key'],
    ['way', '../keys'],
    ['next', '../dist2'],
    ['shown.html', '../keys/key'],
    ['absolute', join(folder, 'keys/key')],
    ['twice', 'words.txt'],
    ['inside.xml', 'feed.xml'],
    ['nothing', '../gone'],
  ] as const)
    await symlink(target, join(folder, 'dist', name));
  const outDir = join(folder, 'dist');
  server = await preview({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    appType: 'mpa',
    base: '/bl%C3%B6g/',
    build: { outDir },
    preview: {
      host: '127.0.0.1',
      port: await freePort(),
      strictPort: true,
      proxy: privateOutput(outDir, '/bl%C3%B6g'),
    },
  });
  origin = `${server.resolvedUrls?.local[0] ?? ''}`;
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

it.each([
  '.git/config',
  '.env',
  'a/.b',
  '%2egit/config',
  'a%2f.b',
  '%252egit/',
  'a\\.b',
  'words.txt',
  'words%2Etxt?x=1',
  'twice',
  'absolute',
  'way/key',
  'way/',
  'way',
  'way/index.html',
  'next/key',
  'shown/',
  'shown',
  'shown.html',
  'nothing',
])('/%s is not found', async (path) => {
  const response = await fetch(origin + path);
  expect([response.status, await response.text()]).toEqual([
    404,
    expect.not.stringMatching('SECRET'),
  ]);
});

it.each([
  ['', 'home'],
  ['a.b/', 'a.b'],
  ['caf%C3%A9/', 'café'],
  ['feed.xml', 'feed'],
  ['a.b/?q=/.b', 'a.b'],
  ['inside.xml', 'feed'],
  ['.well-known/security.txt', 'contact'],
])('/%s is served', async (path, text) => {
  const response = await fetch(origin + path);
  expect([response.status, await response.text()]).toEqual([200, text]);
});
