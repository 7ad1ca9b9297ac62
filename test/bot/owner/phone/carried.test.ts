import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../../world.ts';
import { phone } from '../chatWorld.ts';

test('publishing carries the pictures beside an article on with it', async () => {
  const owner = await phone({
    JOURNAL_PUBLISH: 'command:printf %s "$JOURNAL_PUBLISHED" > ../carried',
  });
  await owner.say('/article Sea');
  await owner.sendPhoto();
  expect(owner.lastMessage().buttons).toEqual(['Done', 'Show', 'Describe the picture']);
  await owner.say('/publish');
  const carried = (await owner.file('../carried'))?.split('\n').map((path) => basename(path));
  expect(carried).toEqual(['sea.md', expect.stringMatching(/^sea-photo-\d+\.jpg$/)]);
});

test('an article is carried on at its date with the pictures beside it', async () => {
  const owner = await phone({
    JOURNAL_PUBLISH: 'command:printf %s "$JOURNAL_PUBLISHED" > ../carried',
  });
  await owner.say('/article Sea');
  await owner.sendPhoto();
  await owner.say('/schedule in 2 hours');
  await rm(join(owner.content, '../carried'));
  owner.clock.advance(2 * 60 * 60_000);
  const carried = await eventually(() => owner.file('../carried'), 'the carrying on');
  expect(carried.split('\n').map((path) => basename(path))).toEqual([
    'sea.md',
    expect.stringMatching(/^sea-photo-\d+\.jpg$/),
  ]);
});
