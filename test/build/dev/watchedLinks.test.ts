import { readdirSync, statSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { expect, it } from 'vitest';
import { isNeedlessLink } from '../../../src/build/dev/watchedLinks.ts';
import { temporaryFolder } from '../../load/temporary.ts';

/** Every path that a watcher comes to which follows links. */
function* watched(root: string, path = root): Generator<string> {
  if (isNeedlessLink(path, root)) return;
  yield relative(root, path).split(sep).join('/');
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const name of readdirSync(path)) yield* watched(root, join(path, name));
}

it('links in circles have a watcher come through each folder once', async () => {
  const root = await temporaryFolder({ 'notes/a.md': 'A', 'articles/b/c.md': 'C' });
  const outside = await temporaryFolder({ 'd/e.md': 'E' });
  const links = {
    'notes/self': '.',
    'notes/up': '..',
    'notes/out': '../..',
    'notes/disk': sep,
    'notes/system': '/proc',
    'notes/loop': 'loop',
    'notes/articles': '../articles',
    'articles/notes': '../notes',
    'articles/b/again': '../b',
    'notes/outside': outside,
  };
  for (const [name, to] of Object.entries(links)) await symlink(to, join(root, name));
  await symlink('..', join(outside, 'd/up'));
  await symlink(root, join(outside, 'd/home'));
  expect([...watched(root)].sort()).toEqual([
    '',
    'articles',
    'articles/b',
    'articles/b/c.md',
    'notes',
    'notes/a.md',
    'notes/outside',
    'notes/outside/d',
    'notes/outside/d/e.md',
  ]);
});

it('links to files, and to folders that are not read by their own names, are watched', async () => {
  const root = await temporaryFolder({ '.store/a/b.md': 'B', 'notes/c.md': 'C' });
  const links = { 'notes/d.md': 'c.md', 'notes/store': '../.store', 'notes/gone': 'nowhere' };
  for (const [name, to] of Object.entries(links)) {
    await symlink(to, join(root, name));
    expect(isNeedlessLink(join(root, name), root), name).toBe(false);
  }
});
