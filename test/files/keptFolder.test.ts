import { readFileSync, writeFileSync } from 'node:fs';
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
