import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftedPhone, phone } from '../chatWorld.ts';

test('a series file that cannot be read is not written over by a new series of its name', async () => {
  const owner = await draftedPhone();
  const byHand = 'title: Foo\ndescripton: written by hand\n';
  await owner.write('series/foo.yaml', byHand);
  await owner.say('/series foo');
  await owner.press('New series: foo');
  expect(await owner.ask('Another title')).toMatch(
    /^series\/foo\.yaml is there and cannot be read/,
  );
  expect(await owner.file('series/foo.yaml')).toBe(byHand);
});

test('a new series goes where publishing goes', async () => {
  const owner = await phone({
    JOURNAL_PUBLISH: 'command:printf "%s\\n" "$JOURNAL_PUBLISHED" >> ../published',
  });
  await owner.say('Hello', '/series foo');
  await owner.press('New series: foo');
  expect(await owner.ask('A title')).toContain('Series: foo');
  const published = await readFile(join(owner.content, '../published'), 'utf8');
  expect(published).toBe(`${join(owner.content, 'series/foo.yaml')}\n`);
});

test('no new series has a name that would hide its file, or that Windows keeps for itself', async () => {
  const owner = await draftedPhone();
  for (const [name, id] of [
    ['_foo', 'foo'],
    ['_con', 'con_'],
  ]) {
    await owner.say(`/series ${name}`);
    expect(owner.lastMessage().buttons).toEqual([`New series: ${id}`]);
  }
});

test('a new series that the entry cannot be put into is not begun', async () => {
  const owner = await draftedPhone('Hello', {
    JOURNAL_PUBLISH: 'command:echo carried >> ../published',
  });
  await owner.say('/series bar 3');
  await owner.press('New series: bar');
  expect(await owner.ask('The bar')).toMatch(
    /^Nothing is changed in notes\/.*no part 1; expected part 1/,
  );
  expect(await owner.file('series/bar.yaml')).toBeUndefined();
  expect(await owner.file('../published')).toBeUndefined();
});

test('a new series goes out before the published entry that is in it', async () => {
  const owner = await phone({
    JOURNAL_PUBLISH: 'command:printf "%s\\n" "$JOURNAL_PUBLISHED" >> ../published',
  });
  await owner.say('Hello', '/publish', '/series bar');
  await owner.press('New series: bar');
  await owner.say('The bar');
  const published = (await owner.file('../published'))?.trim().split('\n') ?? [];
  const at = (end: string) => published.findLastIndex((path) => path.endsWith(end));
  expect(at('series/bar.yaml')).toBeGreaterThan(0);
  expect(at('.md')).toBeGreaterThan(at('series/bar.yaml'));
});
