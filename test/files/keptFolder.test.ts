import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KeptFolder } from '../../src/files/keptFolder.ts';
import { temporaryFolder } from '../load/temporary.ts';

it('what is kept is there as it was, and gone where something was changed', async () => {
  const folder = new KeptFolder(await temporaryFolder({ 'other.png': '' }));
  const bytes = Buffer.from('picture');
  const file = folder.keep('a.png', bytes);
  expect(folder.names()).toEqual(new Map([['a.png', file]]));
  expect(readFileSync(folder.pathOf(file))).toEqual(bytes);
  expect(folder.read(file)).toEqual(bytes);
  writeFileSync(folder.pathOf(file), 'pictured');
  expect(folder.read(file)).toBeUndefined();
  expect([folder.read(file), folder.names().size]).toEqual([undefined, 0]);
});

it('a folder that is not there keeps nothing yet', async () => {
  const folder = new KeptFolder(`${await temporaryFolder()}/later`);
  expect(folder.names().size).toBe(0);
  const file = folder.keep('a.png', Buffer.from('a'));
  expect(folder.names().get('a.png')).toBe(file);
});

it('what cannot be read gives way, and may be kept again', async () => {
  const folder = new KeptFolder(await temporaryFolder());
  const file = folder.keep('a.png', Buffer.from('a'));
  rmSync(folder.pathOf(file));
  mkdirSync(folder.pathOf(`${file}/b`), { recursive: true });
  expect([folder.read(file), folder.names().size]).toEqual([undefined, 0]);
  expect(folder.keep('a.png', Buffer.from('a'))).toBe(file);
  expect(folder.read(file)).toEqual(Buffer.from('a'));
});

it('what an earlier version kept under a name gives way to what is kept under it', async () => {
  const path = await temporaryFolder({ 'a.png': 'a', 'b.png': 'b' });
  const file = new KeptFolder(path).keep('a.png', Buffer.from('a'));
  expect(readdirSync(path).sort()).toEqual([file, 'b.png']);
});

it('of a folder that is cleaned all stays that is kept, and what is being written', async () => {
  const files = ['a.png', 'a.png.missing.txt', 'b.png.1.new', 'c.png.2.new'];
  const path = await temporaryFolder(Object.fromEntries(files.map((name) => [name, ''])));
  utimesSync(join(path, 'b.png.1.new'), 0, 0);
  const folder = new KeptFolder(path);
  const kept = folder.keep('d.png', Buffer.from('d'));
  folder.clean();
  expect(readdirSync(path).sort()).toEqual(['c.png.2.new', kept]);
  new KeptFolder(join(path, 'later')).clean();
  expect(readdirSync(path)).not.toContain('later');
});
