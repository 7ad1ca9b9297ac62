import { expect, test } from 'vitest';
import { readJournal } from '../../../bot/content/contentFolder.ts';
import { draftedPhone, type Phone, phone } from './chatWorld.ts';

let owner: Phone;

const article = 'articles/hello.md';
const day = 24 * 60 * 60_000;

/** An article whose date is a part of its address, a draft still. */
async function datedDraft(): Promise<void> {
  owner = await phone();
  const site = await owner.read('site.yaml');
  await owner.write('site.yaml', `${site}permalinks:\n  articles: /:year/:month/:day/:slug/\n`);
  await owner.say('/article Hello', 'Words', '/done');
}

/** Such an article, published and taken off again. */
async function takenOff(): Promise<void> {
  await datedDraft();
  await owner.say('/publish', '/unpublish');
}

test('an entry that readers have seen keeps its old address when it is published anew on another day', async () => {
  await takenOff();
  owner.clock.advance(3 * day);
  expect(await owner.ask('/publish')).toContain('https://journal.example/2026/03/04/hello/');
  expect(await owner.file(article)).toContain('aliases:\n  - /2026/03/01/hello/');
});

test('an entry that readers have seen keeps its old address when it is scheduled for another day', async () => {
  await takenOff();
  expect(await owner.ask('/schedule in 3 days')).toContain('Scheduled for');
  expect(await owner.file(article)).toContain('aliases:\n  - /2026/03/01/hello/');
});

test('a draft that nobody has seen gets no old address', async () => {
  await datedDraft();
  owner.clock.advance(3 * day);
  await owner.say('/publish');
  expect(await owner.file(article)).not.toContain('aliases');
});

test('an entry whose publishing was undone keeps the address that readers had, published anew on another day', async () => {
  await datedDraft();
  owner.clock.advance(2 * day);
  expect(await owner.ask('/publish')).toContain('https://journal.example/2026/03/03/hello/');
  await owner.say('/undo');
  owner.clock.advance(2 * day);
  expect(await owner.ask('/publish')).toContain('https://journal.example/2026/03/05/hello/');
  expect(await owner.file(article)).toMatch(/aliases:\n {2}- \/2026\/03\/03\/hello\/\n(?! {2}-)/);
});

test('an entry whose date came before its scheduling was undone keeps the address that readers had', async () => {
  await datedDraft();
  await owner.say('/schedule in 3 days');
  owner.clock.advance(4 * day);
  await owner.say('/undo', '/publish');
  expect(await owner.file(article)).toContain('aliases:\n  - /2026/03/04/hello/');
});

test('a draft that readers have seen once keeps their address under another slug', async () => {
  await datedDraft();
  expect(await owner.ask('/publish', '/undo', '/slug goodbye')).toContain(
    'Old addresses that lead here: /2026/03/01/hello/',
  );
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
