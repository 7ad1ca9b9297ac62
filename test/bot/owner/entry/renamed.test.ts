import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from 'grammy/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { draftedPhone, note, type Phone, phone, syndicated } from '../chatWorld.ts';

const sea = 'notes/sea.md';

let owner: Phone;
let answer: Message;

/** A draft of two messages, and one that was taken back. */
beforeEach(async () => {
  owner = await draftedPhone('One');
  answer = owner.lastMessage().message;
  await owner.replyTo(answer, 'Two');
  await owner.replyTo(answer, 'Three');
  await owner.say('/undo');
});

const moved = () => rename(join(owner.content, note), join(owner.content, sea));

describe('a draft that was renamed by hand', () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['is added to', () => owner.replyTo(answer, 'Four'), /One\n\nTwo\n\nFour\n$/],
    ['is described', () => owner.say('/title A title'), /\ntitle: A title\n/],
    [
      'is published by its button',
      () => owner.press('Publish', answer),
      /^---\ndate: .*\n(?!draft)/,
    ],
    ['has its last change taken back', () => owner.say('/undo'), /One\n$/],
  ])('%s', async (_, act, wanted) => {
    await moved();
    await act();
    expect(await owner.file(sea)).toMatch(wanted);
    expect(owner.texts()).toContainEqual(expect.stringContaining(sea));
    expect(await owner.notes()).toEqual([sea]);
  });

  test('keeps the address that readers had', async () => {
    await owner.say('/publish', '/unpublish');
    await moved();
    await owner.say('/publish');
    expect(await owner.file(sea)).toContain('aliases:\n  - /notes/2026-03-01-120000/\n');
  });

  test('follows the edit of its message, and what is renamed once more', async () => {
    const message = await owner.say('/note Other');
    const file = (await owner.notes()).find((one) => one !== note) ?? '';
    for (const [from, to, words] of [
      [file, 'notes/lake.md', 'Lake'],
      ['notes/lake.md', 'notes/pond.md', 'Pond'],
    ] as const) {
      await rename(join(owner.content, from), join(owner.content, to));
      owner.clock.advance(1_000);
      await owner.correct(message, `/note ${words}`);
      expect(await owner.file(to)).toMatch(new RegExp(`\n\n${words}\n$`));
    }
  });

  test.each<[string, string, boolean, string?]>([
    ['and dated anew is the same where its words are many', '', true],
    [
      'is no text of another date of which it is a small part',
      `${'Of many words. '.repeat(9)}\n`,
      false,
    ],
    ['and dated anew is none of two that have its words', '', false, 'date: 2024'],
    ['is the one of two with its date', '', false, 'date: 2026'],
  ])('%s', async (_, more, wanted, other) => {
    const message = await owner.say(
      'A note of so many words that no other text has them by chance.',
    );
    const file = (await owner.notes()).find((one) => one !== note) ?? '';
    const source = (await owner.file(file)) ?? '';
    await rm(join(owner.content, file));
    await owner.write(sea, `${source.replace('date: 2026', 'date: 2025')}\n${more}`);
    if (other) await owner.write('notes/lake.md', source.replace('date: 2026', other));
    await owner.replyTo(message, '/title A title');
    expect((await owner.file(sea))?.includes('title: A title')).toBe(wanted);
    const lake = (await owner.file('notes/lake.md')) ?? '';
    expect(lake.includes('title: A title')).toBe(other === 'date: 2026');
  });

  test.each<[string, (source: string) => Record<string, string>]>([
    ['its words are others', (source) => ({ [sea]: source.replace('One', 'Other') })],
    [
      'an older entry has them',
      (source) => ({ [sea]: source.replace('date: 2026', 'date: 2025') }),
    ],
    ['two files have them', (source) => ({ [sea]: source, 'notes/lake.md': source })],
  ])('is gone where %s', async (_, filesOf) => {
    const source = (await owner.file(note)) ?? '';
    await moved();
    for (const [file, text] of Object.entries(filesOf(source))) await owner.write(file, text);
    await owner.replyTo(answer, '/title A title');
    expect(owner.last()).toMatch(new RegExp(`^${note} is no longer there`));
  });

  test.each([
    ['discarded', ['/discard']],
    ['taken back', ['/undo', '/undo']],
  ] as const)('is not looked for where it was %s', async (how, said) => {
    const source = (await owner.file(note)) ?? '';
    for (const words of said) await owner.say(words);
    await owner.write(sea, source);
    await owner.replyTo(answer, '/title A title');
    expect(await owner.file(sea)).toBe(source);
    await owner.say('/undo');
    expect(await owner.file(note)).toBe(how === 'discarded' ? source : undefined);
  });
});

test.each<[string, (source: string) => string]>([
  [
    'its address kept',
    (source) => source.replace('date:', `aliases: [/notes/2026-03-01-120000/]\ndate:`),
  ],
  ['known by its post alone', (source) => source],
])(
  'an entry that was posted is followed where its words and name were changed by hand: %s',
  async (_, edit) => {
    await owner.say('/publish');
    await syndicated(owner);
    const source = (await owner.file(note)) ?? '';
    await rm(join(owner.content, note));
    await owner.save(sea, edit(source.replace('One', 'By hand')));
    await owner.replyTo(answer, 'Four');
    expect(await owner.file(sea)).toMatch(/By hand\n\nTwo\n\nFour\n$/);
    expect(await owner.notes()).toEqual([sea]);
  },
);

test('an entry whose post a copy of it has by now is what it was in chat, as long as its file is there', async () => {
  await owner.say('/publish');
  await syndicated(owner);
  const source = (await owner.file(note)) ?? '';
  await owner.write(note, source.replace(/syndication:[\s\S]*?(?=---)/, 'draft: true\n'));
  await owner.save(sea, source.replace('date:', 'slug: sea\ndate:'));
  await owner.replyTo(answer, 'Four');
  expect(await owner.file(note)).toMatch(/\ndraft: true\n---\n\nOne\n\nTwo\n\nFour\n$/);
  expect(await owner.file(sea)).not.toContain('Four');
});

describe('an album that was renamed by hand is found', () => {
  const album = [{ kind: 'photo' as const, caption: 'C' }, { kind: 'photo' as const }];

  test.each<[string, () => Promise<unknown>]>([
    ['with its words', () => owner.sendAlbum(album)],
    [
      'as a quotation',
      async () => {
        const writer = owner.api.user({ id: 7, first_name: 'Grace' });
        await owner.me.forwardsAlbum(await writer.sendsAlbum(writer, album), owner.me);
        await owner.idle();
      },
    ],
  ])('%s', async (_, send) => {
    owner = await phone();
    await send();
    const [file = ''] = await owner.notes();
    const folder = join(owner.content, file, '..');
    await rename(folder, join(owner.content, 'notes/sea'));
    await owner.replyTo(owner.lastMessage().message, '/title A title');
    expect(await owner.file('notes/sea/index.md')).toContain('title: A title');
  });
});

test('an answer to one of two drafts that were made one file by hand is in that file', async () => {
  owner = await phone();
  const first = await owner.say('/note One');
  await owner.say('/note Two');
  const [source = '', other = ''] = await Promise.all((await owner.notes()).map(owner.read));
  for (const file of await owner.notes()) await rm(join(owner.content, file));
  await owner.write(sea, `${source}\n${other.split('---\n\n')[1]}`);
  await owner.replyTo(first, 'Three');
  expect(await owner.file(sea)).toMatch(/\n\n(?:One\n\nTwo|Two\n\nOne)\n\nThree\n$/);
  expect(await owner.notes()).toEqual([sea]);
});
