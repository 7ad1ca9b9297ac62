import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  refuseDearFolder,
  refuseOtherThings,
  refusePublicFiles,
} from '../../../src/build/output/outputGuard.ts';
import { writeFiles } from '../../load/temporary.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scrollback-output-'));
  await writeFiles(folder, {
    'journal/content/notes/a.md': '',
    'journal/README.md': '',
    'site/index.html': '',
    'site/old/index.html': '',
    'checkout/.git/config': '',
    'pictures/cat.jpg': '',
    'photos/cat.jpg': '',
    'photos/dist/cat.jpg': '',
  });
  await mkdir(join(folder, 'empty'));
  await symlink(join(folder, 'journal/content'), join(folder, 'journal/dist'));
  await mkdir(join(folder, 'pictures/new'));
  await symlink(join(folder, 'pictures/new'), join(folder, 'link-to-new'));
  return () => rm(folder, { recursive: true });
});

const refuse = (path: string, isOurs: boolean) => () => {
  refuseDearFolder(path, [
    { path: join(folder, 'journal/content'), what: 'the content folder' },
    { path: join(folder, 'journal'), what: 'the project' },
    { path: join(folder, 'pictures'), what: 'the folder of public files', isClosed: true },
  ]);
  refuseOtherThings(path, () => isOurs);
};

describe('no build empties', () => {
  it.each([
    ['the content folder', 'journal/content'],
    ['a link to it', 'journal/dist'],
    ['it in other letters', 'Journal/CONTENT'],
    ['the project', 'journal'],
    ['a folder around it', '.'],
  ])('%s', (_, path) => {
    expect(refuse(join(folder, path), true)).toThrow(/ is, or holds, the (content folder|project)/);
  });

  it.each(['pictures/new', 'link-to-new'])('a folder in a closed one: %s', (path) => {
    expect(refuse(join(folder, path), true)).toThrow(' lies in the folder of public files (');
  });

  it.each([homedir(), '/'])('%s', (path) => {
    expect(refuse(path, true)).toThrow(' is, or holds, ');
  });

  it.each([
    ['journal/content/notes', 'a.md'],
    ['photos', 'cat.jpg'],
    ['photos/dist', 'cat.jpg', 'site'],
  ])('%s, which is no site', (path, first, other = 'dist') => {
    expect(refuse(join(folder, path), false)).toThrow(
      `holds other things than a site (${first}), and a build empties it. Nothing was built. Empty it yourself, or name another folder with --outDir, such as ${other}.`,
    );
  });
});

it.each(['site', 'checkout', 'empty', 'not-there-yet'])('a site is built into %s', (path) => {
  expect(refuse(join(folder, path), false)).not.toThrow();
});

it('what a build left that broke off is built into again', () => {
  expect(refuse(join(folder, 'photos'), true)).not.toThrow();
});

it.each([
  '/.env',
  '/a/.env.local',
  '/.git',
  '/a/.git/config',
  '/state/bot.sqlite',
  '/bot.sqlite-wal',
])('%s is not published with the public files', (file) => {
  expect(() => refusePublicFiles(['/favicon.svg', file])).toThrow(
    `holds ${file.slice(1)}, which is nobody's business`,
  );
});

it('public files may begin with a dot', () => {
  const files = ['/.well-known/security.txt', '/.nojekyll', '/.htaccess', '/.gitattributes'];
  expect(() => refusePublicFiles(files)).not.toThrow();
});
