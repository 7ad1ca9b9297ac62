import { expect, test } from 'vitest';
import { readJournal } from '../../../../bot/content/contentFolder.ts';
import { phone } from '../chatWorld.ts';

test('a slug from chat is decoded once and is a name, or is refused', async () => {
  const owner = await phone();
  await owner.say('A note to name');
  const said = async (slug: string) => {
    await owner.say(`/slug ${slug}`);
    return owner.last().split('\n')[0];
  };
  expect(await said('a%20b')).toBe('Slug: a-b');
  expect(await said('caf%C3%A9')).toBe('Slug: café');
  expect(await said('50%-off')).toBe('Slug: 50%-off');
  expect(await said('Con?')).toBe('Slug: con_');
  expect(await said('../../x')).toBe('Slug: x');
  for (const slug of [
    '%2e%2e',
    '%2E.',
    '.%2e',
    '%252e%252e',
    '..',
    '.git',
    '%00',
    '%c3',
    'c:',
    'CON',
  ])
    expect(await said(slug), slug).toMatch(/^Nothing is changed in notes\/.*"slug" is /);
  const { journal, faults } = await readJournal(owner.content);
  expect(faults).toEqual([]);
  expect(journal.entries.map(({ path, aliases }) => [path, aliases])).toEqual([['/notes/x/', []]]);
});

test('an address that was published stays one path, whatever the slug became', async () => {
  const owner = await phone();
  await owner.say('A note to name');
  await owner.say('/slug 50%-caf%C3%A9', '/publish', '/slug %2e%2e', '/slug other');
  const { journal, faults } = await readJournal(owner.content);
  expect(faults).toEqual([]);
  expect(journal.entries.map(({ path, aliases }) => [path, aliases])).toEqual([
    ['/notes/other/', ['/notes/50%-café/']],
  ]);
});
