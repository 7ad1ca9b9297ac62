import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { privateFiles } from '../../../src/build/dev/privateFiles.ts';

let project = '';
let isPrivate: (address: string) => boolean;

beforeAll(async () => {
  // As a package: the person's folder is itself below one that begins with a dot.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'scrollback-guard-')));
  project = join(folder, '.home/journal');
  for (const path of [
    '.env',
    '.git/config',
    '..hidden',
    '.journal/bot.sqlite',
    'memory/bot.sqlite',
    'content/.obsidian/keys.json',
    'content/notes/a.md',
    'src/pages/index.astro',
    'node_modules/.astro/scrollback/x/vite/dev/deps/react.js',
    'node_modules/.pnpm/left/package.json',
    'public/.well-known/security.txt',
    'public/robots.txt',
    'robots.txt',
    'notes.txt',
    'package.json',
    'backup/bot.sqlite.bak',
    'backup/state.tar.gz',
    'state/journal.db',
    'certificates/local.pem',
    'keys/id_ed25519',
    'dist/index.html',
    'lib/used.ts',
    'lib/unused.ts',
    'src/words.ts',
    'src/local.key',
    'content/notes/id_rsa',
    'content/notes/copy.sqlite-wal',
  ]) {
    await mkdir(join(project, path, '..'), { recursive: true });
    await writeFile(join(project, path), '');
  }
  await mkdir(join(folder, 'elsewhere'));
  await mkdir(join(folder, 'beside/.ssh'), { recursive: true });
  await writeFile(join(folder, 'beside/.ssh/key'), '');
  await writeFile(join(folder, 'beside/words.txt'), '');
  await mkdir(join(folder, '.store/left'), { recursive: true });
  await symlink(join(folder, 'beside/.ssh'), join(project, 'content/keys'));
  await symlink(join(folder, 'beside'), join(project, 'content/beside'));
  await symlink(join(folder, '.store/left'), join(project, 'node_modules/left'));
  await symlink(join(project, '.env'), join(project, 'content/settings.txt'));
  await symlink(join(project, 'memory'), join(project, 'content/link'));
  await symlink(project, join(project, 'content/inside'));
  const folders = {
    root: project,
    roots: [project, join(project, 'content'), join(folder, 'elsewhere')],
    closed: [join(project, '.journal'), join(project, 'memory')],
    open: [join(project, 'node_modules')],
    site: [join(project, 'content'), join(project, 'public'), join(project, 'src')],
    public: [join(project, 'public'), join(project, 'content/public')],
  };
  isPrivate = privateFiles(folders, (file) => file === join(project, 'lib/used.ts'));
  return () => rm(folder, { recursive: true });
});

const prefixes = [
  '/@fs',
  '/@fs/',
  '//@fs',
  '/@id',
  '//@id/',
  '/@id/__x00__',
  '/@id/__x00__/@fs',
  '/@id/@fs',
  '/@id//@fs',
  '/@fs/@fs',
  '/@id/@id/@fs/',
  '/@id/file://',
  '/@id/file:',
  '/@fs/file://localhost',
  '/file://',
  '/%40id/%2f@fs',
  '',
];

describe('nobody is shown', () => {
  it.each([
    '/.env',
    '/.env?raw',
    '/.env?import&raw',
    '/.env.local?url',
    '/%2eenv',
    '/%2Eenv?raw',
    '/%252eenv',
    '/%25252eenv',
    '/..hidden',
    '/.git/config',
    '/x/../.git/config',
    '/x/%2e%2e/.git/config',
    '/..%2f.env',
    '/src/..%5c.env',
    '/src\\..\\.env',
    '//.env',
    '/./.env',
    '/.journal/bot.sqlite',
    '/.journal/bot.sqlite-wal?raw',
    '/.JOURNAL/BOT.SQLITE',
    '/memory/bot.sqlite',
    '/Memory/bot.sqlite?import&raw',
    '/mem%6fry/bot.sqlite',
    '/memory',
    '/content/.obsidian/keys.json',
    '/content/settings.txt',
    '/content/keys/key',
    '/content/beside/.ssh/key',
    '/content/link/bot.sqlite',
    '/content/link/not-there-yet.sqlite',
    '/.env%00.txt',
    '/%2e%zz',
    '/notes.txt',
    '/notes.txt?raw',
    '/robots.txt?raw',
    '/package.json',
    '/package.json?import&raw',
    '/package.json/',
    '/backup/bot.sqlite.bak',
    '/backup%2fstate.tar.gz?url',
    '/state/journal.db',
    '/certificates/local.pem',
    '/keys/id_ed25519',
    '/dist/index.html',
    '/lib/unused.ts',
    '/src/local.key?raw',
    '/content/notes/id_rsa',
    '/content/notes/copy.sqlite-wal',
    '/content/inside/package.json',
  ])('%s', (address) => expect(isPrivate(address)).toBe(true));

  it.each([
    '/.env',
    '/.git/config',
    '/.journal/bot.sqlite',
    '/memory/bot.sqlite',
    '/content/link/bot.sqlite',
    '/content/../.env',
    '/../../elsewhere/.git/config',
    '/package.json',
    '/backup/bot.sqlite.bak',
    '/lib/unused.ts',
    '/content/notes/id_rsa',
  ])('%s by its place on the disk', (file) => {
    for (const prefix of prefixes)
      expect(isPrivate(`${prefix}${project}${file}?raw`), prefix).toBe(true);
  });
});

it.each([
  '/',
  '/2014/slow-trains/',
  '/notes/a.b/',
  '/feed.xml',
  '/über/%E2%80%A6/',
  '/100%/',
  '/@vite/client',
  '/@id/__x00__astro:scripts/page.js',
  '/src/pages/index.astro?astro&type=style',
  '/node_modules/.astro/scrollback/x/vite/dev/deps/react.js?v=1',
  '/.well-known/security.txt',
  '/content/beside/words.txt',
  '/node_modules/left/package.json',
  '/_images/abc-480.webp',
  '/robots.txt',
  '/lib/used.ts',
  '/lib/used.ts?t=1',
  '/lib/',
  '/state/',
  '/backup/',
  '/src/words.ts?raw',
])('%s is served', (address) => expect(isPrivate(address)).toBe(false));

it('what pages are made of is served by its place on the disk', () => {
  for (const file of [
    '/content/notes/a.md',
    '/node_modules/.astro/scrollback/x/vite/dev/deps/react.js',
  ])
    expect(isPrivate(`/@fs${project}${file}`)).toBe(false);
});
