import { execFileSync } from 'node:child_process';
import * as fileSystem from 'node:fs/promises';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it, test } from 'vitest';
import { readContentFolder } from '#journal/content/folder.ts';
import { readFolder, toldOfFolder } from './content.ts';
import { temporaryFolder } from './temporary.ts';

test('a linked folder is read like any other, once, and hidden names are passed over', async () => {
  const elsewhere = await temporaryFolder({ 'a.md': 'a' });
  const root = await temporaryFolder({
    'site.yaml': 's',
    'notes/b.md': 'b',
    '.git/x.md': 'x',
    '.obsidian/x.md': 'x',
  });
  await symlink(elsewhere, join(root, 'notes/2026'));
  await symlink(root, join(elsewhere, 'round'));
  await symlink(join(root, 'notes'), join(root, 'again'));
  const { texts, onDisk, faults } = await readFolder(root);
  expect(texts.map(({ file, source }) => [file, source])).toEqual([
    ['notes/2026/a.md', 'a'],
    ['notes/b.md', 'b'],
    ['site.yaml', 's'],
  ]);
  expect(faults).toEqual([]);
  expect(onDisk('notes/2026/a.md')).toBe(join(root, 'notes/2026/a.md'));
});

it.each([
  '.#a.md',
  '.a.md.swp',
  '.a.md.0123.new',
  '.git/index.lock',
  '.obsidian/workspace.md',
  'notes/.#b.md',
  'notes/a.md~',
  'notes/#a.md#',
  'notes/~$a.md',
  'notes/a.md.tmp',
  'notes/4913',
  'notes/Thumbs.db',
  'notes/.DS_Store',
  'notes/__MACOSX/a.md',
  'logseq/bak/pages/a.md',
  'node_modules/some/index.md',
])('%s is passed over, be it a file or a link that leads nowhere', async (name) => {
  const file = await temporaryFolder({ 'site.yaml': 's', [name]: 'x' });
  const link = await temporaryFolder({ 'site.yaml': 's' });
  await mkdir(dirname(join(link, name)), { recursive: true });
  await symlink('me@host.1:2', join(link, name));
  for (const root of [file, link]) {
    const { names, faults, unread } = await readFolder(root);
    expect({ names: [...names], faults, unread }).toEqual({
      names: ['site.yaml'],
      faults: [],
      unread: [],
    });
  }
});

test('a link that leads nowhere is told, and what may lie behind it does not look deleted', async () => {
  const root = await temporaryFolder({ 'site.yaml': 's', 'notes/a.md': 'a' });
  await symlink(join(root, 'gone'), join(root, 'notes/2026'));
  await symlink('round.md', join(root, 'notes/round.md'));
  await symlink('gone.jpg', join(root, 'notes/cat.jpg'));
  const folder = await readFolder(root);
  expect(folder.texts.map(({ file }) => file)).toEqual(['notes/a.md', 'site.yaml']);
  expect(folder.unread).toEqual(['notes/2026', 'notes/round.md']);
  const rest = 'which is passed over; expected a file or a folder behind it; mend it, or remove it';
  expect(toldOfFolder(folder)).toEqual([
    `notes/2026:1: a link that leads nowhere (ENOENT), ${rest}`,
    `notes/cat.jpg:1: a link that leads nowhere (ENOENT), ${rest}`,
    `notes/round.md:1: a link that leads nowhere (ELOOP), ${rest}`,
  ]);
});

test('a folder that is no journal is not walked through: it may be a whole disk', async () => {
  const root = await temporaryFolder({ 'photos/a.jpg': '', 'a.md': 'a', 'documents/b.md': 'b' });
  const { names, texts, faults } = await readContentFolder(root, {
    ...fileSystem,
    readFile: () => Promise.reject(new Error('read')),
  });
  expect({ names: [...names], texts, faults }).toEqual({ names: [], texts: [], faults: [] });
});

test('links to what is hidden are told and not read, wherever it is', async () => {
  const outside = await temporaryFolder({
    '.ssh/key': 'secret',
    '.env': 'secret',
    'memory/bot.sqlite': 'secret',
    'free/a.jpg': '',
  });
  const root = await temporaryFolder({
    'site.yaml': 's',
    '.env': 'secret',
    '.git/annex/objects/1/b.jpg': '',
    '.git/config': 'secret',
  });
  for (const [name, target] of [
    ['notes/env.txt', join(root, '.env')],
    ['notes/config.md', join(root, '.git/config')],
    ['notes/other.txt', join(outside, '.env')],
    ['notes/ssh', join(outside, '.ssh')],
    ['notes/key.jpg', join(outside, '.ssh/key')],
    ['notes/memory.pdf', join(outside, 'memory/bot.sqlite')],
    ['notes/state', join(outside, 'memory')],
    ['notes/free', join(outside, 'free')],
    ['notes/annexed.jpg', '../.git/annex/objects/1/b.jpg'],
  ] as const) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await symlink(target, join(root, name));
  }
  const folder = await readFolder(root);
  expect([...folder.names]).toEqual(['notes/annexed.jpg', 'notes/free/a.jpg', 'site.yaml']);
  expect(folder.unread).toEqual(['notes/config.md', 'notes/ssh']);
  expect(toldOfFolder(folder).map((line) => line.replace(/;.*/, ''))).toEqual([
    ...['config.md', 'env.txt', 'key.jpg', 'memory.pdf', 'other.txt', 'ssh'].map(
      (name) =>
        `!notes/${name}:1: a link to what is hidden (a name on its way begins with a dot, or it is the bot's), which is not read`,
    ),
    "!notes/state:1: the bot's state (bot.sqlite) among what is published, which is not read",
  ]);
});

test.skipIf(process.platform === 'win32')('a pipe is not read', async () => {
  const root = await temporaryFolder({ 'site.yaml': 's' });
  execFileSync('mkfifo', [join(root, 'a.md'), join(root, 'a.jpg')]);
  const folder = await readFolder(root);
  expect([...folder.names]).toEqual(['site.yaml']);
  expect(toldOfFolder(folder)).toEqual([
    'a.md:1: a pipe, a socket or a device, which is passed over; expected a file; put a file there, or remove it',
  ]);
});

test('what the system does not let anybody read is told, and is not taken for deleted', async () => {
  const root = await temporaryFolder({ 'site.yaml': 's', 'notes/a.md': 'a', 'notes/b/c.md': 'c' });
  const refuse = (path: string) => {
    if (path.endsWith('/a.md') || path.endsWith('/b'))
      throw Object.assign(new Error(`EACCES: permission denied, open '${path}'`), {
        code: 'EACCES',
      });
  };
  const folder = await readContentFolder(root, {
    ...fileSystem,
    readFile: (path) => {
      refuse(path);
      return fileSystem.readFile(path);
    },
    readdir: (path, options) => {
      refuse(path);
      return fileSystem.readdir(path, options);
    },
  });
  expect(folder.unread).toEqual(['notes/b', 'notes/a.md']);
  expect(toldOfFolder(folder)).toEqual([
    '!notes/a.md:1: it cannot be read (EACCES: permission denied); expected a file that may be read; give the permission to read it, or remove it',
    '!notes/b:1: a folder that cannot be read (EACCES); expected a folder that may be read; give the permission to read it, or remove it',
  ]);
});

test('texts whose names begin with _ are passed over with a word, and files are not', async () => {
  const folder = await readFolder(
    await temporaryFolder({
      '_posts/a.md': 'a',
      '_posts/2026/b.md': 'b',
      'articles/_index.md': 'i',
      'articles/_img/p.png': 'p',
    }),
  );
  expect(folder.texts).toEqual([]);
  expect(folder.names.has('articles/_img/p.png')).toBe(true);
  const rest =
    'expected another name; rename it to publish what is in it; a name that begins with . is passed over without a word';
  expect(toldOfFolder(folder)).toEqual([
    `_posts:1: 2 texts in a folder whose name begins with _, passed over; ${rest}`,
    `articles/_index.md:1: a text whose name begins with _, which is passed over; ${rest}`,
  ]);
});

test('two names that differ in the writing of their accents alone are told', async () => {
  const folder = await readFolder(
    await temporaryFolder({ 'notes/caf\u00e9.md': 'a', 'notes/cafe\u0301.md': 'b' }),
  );
  // A file system may keep one name for both.
  if (folder.texts.length + folder.faults.length === 1) return;
  expect(toldOfFolder(folder)).toEqual([
    '!notes/caf\u00e9.md:1: two files of this name, "notes/cafe\\u{301}.md" and "notes/caf\\u{e9}.md": their accents are written in two ways (NFC and NFD); expected names that differ; rename or remove one of the two',
  ]);
});

test.skipIf(process.platform === 'win32').each(['\n', '\u2028', '\u2029'])(
  'a line break in a name is told: %j',
  async (sign) => {
    const folder = await readFolder(await temporaryFolder({ [`notes/a${sign}b.md`]: 'a' }));
    expect(folder.texts).toEqual([]);
    expect(toldOfFolder(folder)).toEqual([
      '!notes/a\uFFFDb.md:1: a name with a line break or another control character in it (shown as \uFFFD); expected a name that can be written on one line; rename it',
    ]);
  },
);

test.each(['/', '/proc', '/proc/self/fd', '/sys', '/dev', '..'])(
  'a link to %s is told, and nothing behind it is read',
  async (target) => {
    const root = await temporaryFolder({ 'j/site.yaml': 's', 'j/notes/a.md': 'a', 'b.md': 'b' });
    await symlink(target === '..' ? root : target, join(root, 'j/notes/all'));
    const folder = await readFolder(join(root, 'j'));
    expect([...folder.names]).toEqual(['notes/a.md', 'site.yaml']);
    expect(folder.unread).toEqual(['notes/all']);
    expect(toldOfFolder(folder)).toEqual([
      'notes/all:1: a link to a folder that the journal lies in, or to one of the system, which is not read; expected a link to a folder with files of the journal alone; remove it, or let it lead to the folder that is meant',
    ]);
  },
);

test('a link to more than anybody wants is told, and the links after it are', async () => {
  const elsewhere = await temporaryFolder({ 'deep/c.md': 'c' });
  const root = await temporaryFolder({ 'site.yaml': 's', 'notes/a.md': 'a' });
  await symlink(elsewhere, join(root, 'notes/all'));
  await symlink(elsewhere, join(root, 'notes/zz'));
  const [item] = await fileSystem.readdir(join(elsewhere, 'deep'), { withFileTypes: true });
  if (!item) throw new Error('expected a file');
  const many = Array.from({ length: 100_001 }, (_, at) =>
    Object.assign(Object.create(item), { name: `${at}.md` }),
  );
  const folder = await readContentFolder(root, {
    ...fileSystem,
    readdir: async (path, options) =>
      path.endsWith('/deep') ? many : fileSystem.readdir(path, options),
  });
  expect([...folder.names]).toEqual(['notes/a.md', 'site.yaml']);
  expect(folder.unread).toEqual(['notes/all']);
  expect(toldOfFolder(folder)).toEqual([
    expect.stringMatching(/^!notes\/all:1: .* more than 100000 names lie behind links; /),
  ]);
});
