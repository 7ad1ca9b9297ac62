import { expect, test } from 'vitest';
import { readJournal } from '../../../bot/content/contentFolder.ts';
import { draftedPhone, type Phone, phone } from './chatWorld.ts';

let owner: Phone;

const day = 24 * 60 * 60_000;

/** An article whose date is a part of its address, a draft still. */
async function datedDraft(): Promise<void> {
  owner = await phone();
  const site = await owner.read('site.yaml');
  await owner.write('site.yaml', `${site}permalinks:\n  articles: /:year/:month/:day/:slug/\n`);
  await owner.say('/article Hello', 'Words', '/done');
}

test.each([
  [
    'published anew on another day',
    ['/publish', '/unpublish', 3, '/publish'],
    '/2026/03/01/hello/',
  ],
  [
    'scheduled for another day',
    ['/publish', '/unpublish', '/schedule in 3 days'],
    '/2026/03/01/hello/',
  ],
  ['undone and published anew', [2, '/publish', '/undo', 2, '/publish'], '/2026/03/03/hello/'],
  [
    'published anew after its scheduling was undone behind its date',
    ['/schedule in 3 days', 4, '/undo', '/publish'],
    '/2026/03/04/hello/',
  ],
  ['undone and given another slug', ['/publish', '/undo', '/slug goodbye'], '/2026/03/01/hello/'],
] as const)(
  'the address that readers had of an entry leads to it where it is %s',
  async (_, steps, known) => {
    await datedDraft();
    for (const step of steps)
      if (typeof step === 'number') owner.clock.advance(step * day);
      else await owner.say(step);
    const { journal } = await readJournal(owner.content);
    expect(journal.entries.map(({ aliases }) => aliases)).toEqual([[known]]);
  },
);

test('a draft that nobody has seen gets no old address', async () => {
  await datedDraft();
  owner.clock.advance(3 * day);
  await owner.say('/publish');
  expect(await owner.file('articles/hello.md')).not.toContain('aliases');
});

test('a slug from chat is decoded once and is a name, or is refused', async () => {
  const owner = await draftedPhone('A note to name');
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
  const owner = await draftedPhone('A note to name');
  await owner.say('/slug 50%-caf%C3%A9', '/publish', '/slug %2e%2e', '/slug other');
  const { journal, faults } = await readJournal(owner.content);
  expect(faults).toEqual([]);
  expect(journal.entries.map(({ path, aliases }) => [path, aliases])).toEqual([
    ['/notes/other/', ['/notes/50%-café/']],
  ]);
});
