import { expect, test } from 'vitest';
import { eventually } from '../../world.ts';
import { type Phone, phone } from '../chatWorld.ts';

let owner: Phone;

const note = 'notes/2026-03-01-120000.md';
const misspelt = '---\ndate: 2026-03-01\ntitel: x\n---\n\nHello\n';
const noYaml = '---\ndate: [2026\n---\n\nHello\n';

/** A published note whose file somebody broke by hand. */
async function broken(text: string): Promise<void> {
  owner = await phone();
  await owner.say('Hello');
  await owner.say('/publish');
  await eventually(
    async () => (await owner.file(note))?.includes('syndication') || undefined,
    'syndication',
  );
  await owner.bot.write(note, text);
}

test.each([misspelt, noYaml])(
  'a published entry that cannot be read is not discarded',
  async (text) => {
    await broken(text);
    await owner.say('/discard');
    expect(owner.last()).toMatch(
      new RegExp(`^${note} does not say that it is a draft.*\\n.*Mend it first:\\n✗ ${note}:\\d`),
    );
    await owner.say('/show');
    await owner.press('Discard');
    expect(await owner.file(note)).toBe(text);
    expect(owner.bot.said().at(-1)?.buttons).toEqual(['Publish', 'Show', 'Discard']);
  },
);

test.each([
  '/publish',
  '/unpublish',
  '/schedule tomorrow',
  '/tag sea',
  '/title T',
  '/slug x',
  '/tldr x',
])('%s of an entry that cannot be read changes nothing, and says what to mend', async (command) => {
  for (const text of [misspelt, noYaml]) {
    await broken(text);
    await owner.say(command);
    expect(owner.last()).toMatch(/cannot be read as an entry\. Mend it first:\n✗ notes\//);
    expect(await owner.file(note)).toBe(text);
    if (text === misspelt) await owner.bot.end();
  }
});

test('a command may give an entry what it lacks to be read', async () => {
  owner = await phone();
  await owner.say('/article Sea');
  await owner.say('/done');
  await owner.bot.write('articles/sea.md', '---\ndate: 2026-03-01\ndraft: true\n---\n\nHello\n');
  await owner.say('/title Sea');
  expect(owner.last()).toMatch(/^Title: Sea/);
});

test('/drafts names the files that cannot be read', async () => {
  await broken(misspelt);
  await owner.say('/drafts');
  expect(owner.last()).toContain(`as they cannot be read: ${note}. /status tells why.`);
});

test('a draft whose front matter was broken by hand stays at home when something is added to it, and when that is taken back', async () => {
  owner = await phone({ JOURNAL_PUBLISH: 'command:echo carried >> ../published' });
  const message = await owner.say('Hello');
  await owner.bot.write(note, noYaml);
  await owner.replyTo(message, 'More.');
  expect(await owner.file(note)).toContain('More.');
  await owner.say('/undo');
  expect(await owner.file(note)).toBe(noYaml);
  expect(await owner.file('../published')).toBeUndefined();
});
