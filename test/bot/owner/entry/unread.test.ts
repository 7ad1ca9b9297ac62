import { expect, test } from 'vitest';
import { draftedPhone, note, type Phone, phone, syndicated } from '../chatWorld.ts';

let owner: Phone;

const misspelt = '---\ndate: 2026-03-01\ntitel: x\n---\n\nHello\n';
const noYaml = '---\ndate: [2026\n---\n\nHello\n';

/** A published note whose file somebody broke by hand. */
async function broken(text: string): Promise<void> {
  owner = await draftedPhone();
  await owner.say('/publish');
  await syndicated(owner);
  await owner.write(note, text);
}

test.each([misspelt, noYaml])(
  'a published entry that cannot be read is not discarded',
  async (text) => {
    await broken(text);
    expect(await owner.ask('/discard')).toMatch(
      new RegExp(`^${note} does not say that it is a draft.*\\n.*Mend it first:\\n✗ ${note}:\\d`),
    );
    await owner.say('/show');
    await owner.press('Discard');
    expect(await owner.file(note)).toBe(text);
    expect(owner.said().at(-1)?.buttons).toEqual(['Publish', 'Show', 'Discard']);
  },
);

test.each([misspelt, noYaml])(
  'a command about an entry that cannot be read changes nothing, and says what to mend',
  async (text) => {
    await broken(text);
    for (const command of [
      'publish',
      'unpublish',
      'schedule tomorrow',
      'tag sea',
      'title T',
      'slug x',
      'tldr x',
    ]) {
      expect(await owner.ask(`/${command}`), command).toMatch(
        /cannot be read as an entry\. Mend it first:\n✗ notes\//,
      );
      expect(await owner.file(note)).toBe(text);
    }
  },
);

test('a command may give an entry what it lacks to be read', async () => {
  owner = await phone();
  await owner.say('/article Sea', '/done');
  await owner.write('articles/sea.md', '---\ndate: 2026-03-01\ndraft: true\n---\n\nHello\n');
  expect(await owner.ask('/title Sea')).toMatch(/^Title: Sea/);
});

test('/drafts names the files that cannot be read', async () => {
  await broken(misspelt);
  expect(await owner.ask('/drafts')).toContain(
    `as they cannot be read: ${note}. /status tells why.`,
  );
});

test('a draft whose front matter was broken by hand stays at home when something is added to it, and when that is taken back', async () => {
  owner = await phone({ JOURNAL_PUBLISH: 'command:echo carried >> ../published' });
  const message = await owner.say('Hello');
  await owner.write(note, noYaml);
  await owner.replyTo(message, 'More.');
  expect(await owner.file(note)).toContain('More.');
  await owner.say('/undo');
  expect(await owner.file(note)).toBe(noYaml);
  expect(await owner.file('../published')).toBeUndefined();
});

test('/drafts says of a site.yaml that cannot be read what was expected', async () => {
  owner = await phone();
  await owner.write('site.yaml', `${await owner.file('site.yaml')}comments: perhaps\n`);
  expect(await owner.ask('/drafts')).toMatch(
    /site\.yaml:\d+: "comments" is "perhaps"; expected ask, always or never; correct "comments"/,
  );
});
